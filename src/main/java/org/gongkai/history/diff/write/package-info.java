/**
 * Marks in HTML. Comes in: aligned tokens and blocks. Goes out: {@code <ins>}, {@code <del>} and notes in the newer
 * version, and a count of them. Knows nothing of how versions are aligned.
 */
package org.gongkai.history.diff.write;
