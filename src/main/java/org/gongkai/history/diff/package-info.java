/**
 * Compares two versions of a text. Comes in: two bodies of safe HTML, or two headers as labels with their texts. Goes
 * out:
 * the whole newer version with insertions, deletions and moves marked for readers, and the size of the change. Knows
 * nothing of git, entries or templates.
 */
package org.gongkai.history.diff;
