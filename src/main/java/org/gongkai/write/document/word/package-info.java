/**
 * Reads documents of Word and WPS: .docx in {@code docx}; the binary .doc and .wps, rich text and OpenDocument become
 * .docx through LibreOffice, if that is installed. Comes in: a file that anybody may have made. Goes out: an {@link
 * org.gongkai.write.document.ImportedDocument} with what the office program shows: automatic numbers are rebuilt and
 * glyphs of symbol fonts become characters. What is not taken over is a remark, never silently lost. The parts of a
 * .docx are read as XML in {@code docx} instead of through the classes of POI, whose small schema lacks rarer elements,
 * and which hold a document in memory several times.
 */
package org.gongkai.write.document.word;
