/**
 * Automatic numbering of word processors, rebuilt. Comes in: definitions of lists and the levels of paragraphs in
 * reading order. Goes out: the number that a reader sees. Knows no file format.
 */
package org.gongkai.write.document.word.number;
