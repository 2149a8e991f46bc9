/**
 * Reading plain texts. Comes in: a text file in any of the charsets of Chinese. Goes out: its lines as paragraphs.
 * Knows nothing of titles or headings.
 */
package org.gongkai.write.document.text;
