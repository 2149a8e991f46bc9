/**
 * The header of an entry. Input: the text of a file. Output: its fields with their positions, and the values of common
 * fields. Independent of kinds of entries.
 */
package org.gongkai.input.entry.header;
