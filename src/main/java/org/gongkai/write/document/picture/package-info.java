/**
 * Pictures of imported documents. Comes in: the bytes of a picture. Goes out: the same picture without metadata,
 * nothing
 * decoded. Knows nothing of documents.
 */
package org.gongkai.write.document.picture;
