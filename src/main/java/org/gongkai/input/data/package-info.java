/**
 * Data files. Input: YAML text. Output: a tree of {@link org.gongkai.input.data.Value}s with lines and columns, so that
 * later checks can report positions. Independent of the meaning of the data.
 *
 * <p>Full-width punctuation is normalised before YAML is parsed, behind field names only, line by line and with a
 * map of columns, so that problems still point at what was typed. Where a full-width colon could as well be part
 * of a text, it is.
 */
package org.gongkai.input.data;
