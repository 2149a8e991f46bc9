/**
 * Entries. Comes in: the text of a source file. Goes out: an {@link org.gongkai.entry.Entry}, what its header says with
 * the place of every value, and the problems of that header; both can be kept for later runs. Kinds and their fields are data ({@code kinds.yml}). Knows
 * nothing of templates, addresses or output.
 */
package org.gongkai.input.entry;
