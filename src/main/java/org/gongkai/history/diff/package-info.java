/**
 * Compares two versions of a text. Comes in: two bodies of safe HTML, or two headers as labels with their texts. Goes
 * out: the whole newer version with insertions, deletions and moves marked for readers, and the size of the change.
 * Knows nothing of git, entries or templates. Blocks, words and rows are aligned here; {@code write} makes the HTML.
 *
 * <p>Marks are for reading, not for patching. The word aligner charges for every place where a mark begins or
 * ends, less at punctuation, so that a few equal characters between two changes do not produce two marks; a
 * paragraph that mostly changed is shown once as it was and once as it is. General diff libraries minimise edits
 * instead; they also stop by a clock or not at all, while the budget counts steps, so that the same texts always
 * get the same marks. What exceeds it is marked more coarsely, between the passages that JGit finds.
 */
package org.gongkai.history.diff;
