/**
 * Alignment of two versions. Comes in: blocks, tokens or rows. Goes out: which of them are the same, moved, split or
 * joined. Writes no HTML.
 */
package org.gongkai.history.diff.align;
