/**
 * Entries. Input: the text of a source file. Output: an {@link org.gongkai.input.entry.Entry}, which holds the fields
 * of the header with their positions, and the problems of the header; both can be cached. Kinds and their fields are
 * data ({@code kinds.yml}). Independent of templates, addresses and output.
 */
package org.gongkai.input.entry;
