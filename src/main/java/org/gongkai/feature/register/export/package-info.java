/**
 * Registers as files for programs: JSON, CSV and workbooks (XLSX). In: {@link org.gongkai.feature.register.model.Register}; out: bytes.
 * Knows nothing of pages and folders.
 *
 * <p><b>Same register, same bytes.</b> No file contains the time at which it was written. Workbooks are stored without
 * compression, because compressors differ between machines.
 *
 * <p><b>No text is ever a formula.</b> What editors type is opened in spreadsheet programs by others: in CSV, a text that
 * such a program might evaluate gets an apostrophe in front; in a workbook it has the type of a text.
 */
package org.gongkai.feature.register.export;
