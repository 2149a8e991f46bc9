/**
 * Tables as files. In: named columns and rows of cells; out: comma-separated values and workbooks (XLSX). Knows nothing
 * of what a table is about.
 *
 * <p><b>Same table, same bytes.</b> No file contains the time at which it was written. Workbooks are stored without
 * compression, because compressors differ between machines.
 *
 * <p><b>No text is ever a formula.</b> What editors type is opened in spreadsheet programs by others: in CSV, a text
 * that such a program might evaluate gets an apostrophe in front; in a workbook it has the type of a text.
 */
package org.gongkai.output.table;
