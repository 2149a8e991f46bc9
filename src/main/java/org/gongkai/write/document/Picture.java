package org.gongkai.write.document;

/**
 * A picture of an imported document.
 *
 * @param name a file name with ASCII letters, unique in its document, with an ending that matches its type
 * @param original the address that the writer typed; empty for a picture within the document
 * @param bytes the file, not yet cleaned of metadata
 */
public record Picture(String name, String original, byte[] bytes) {}
