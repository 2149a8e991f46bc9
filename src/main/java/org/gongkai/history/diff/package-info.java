/**
 * What changed between two versions of a text. Comes in: two bodies of safe HTML, or two headers as labels with their
 * texts. Goes out: the newer one, whole, with insertions, deletions and moves marked for readers, and how much changed.
 * Knows nothing of git, entries or templates.
 */
package org.gongkai.history.diff;
