/**
 * The import of documents that other programs wrote. Comes in: a Word or WPS file, a text, a web page or an entry of
 * another generator. Goes out: an {@link org.gongkai.write.document.ImportedDocument}, and from it an entry with its
 * header and attachments. Readers of a format know nothing of entries; the writer of entries knows nothing of formats.
 */
package org.gongkai.write.document;
