/**
 * What pasting from a word processor damages: tables, lists, indentation, and what stands for pictures.
 * Input: the text of an entry. Output: warnings, each with a way to mend the text. Knows nothing of the documents
 * themselves.
 */
package org.gongkai.check.text.paste;
