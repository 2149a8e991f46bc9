/**
 * Types of pictures in imported documents. Comes in: the bytes of a picture. Goes out: its type, if browsers show it.
 * Knows nothing of documents.
 */
package org.gongkai.write.document.picture;
