/**
 * Writing the blocks of a document as the Markdown of an entry. Comes in: blocks. Goes out: Markdown that reads back to
 * the same words. Knows nothing of formats and headers.
 */
package org.gongkai.write.document.markdown;
