/**
 * Reads .docx. Comes in: the parts of a file. Goes out: an {@link org.gongkai.write.document.ImportedDocument}. {@code
 * DocxBlockReader} walks through blocks, {@code DocxRunReader} through a paragraph; fields, drawings, tables, formulas
 * and properties have a class each. Elements that are not known are passed through for the text in them.
 */
package org.gongkai.write.document.word.docx;
