/**
 * Data files. Input: YAML text. Output: a tree of {@link org.gongkai.input.data.Value}s with lines and columns, so that
 * later checks can report positions. Independent of the meaning of the data.
 *
 * <p>Full-width punctuation is normalised before YAML is parsed, behind field names only, line by line and with a
 * map of columns, so that problems still point at what was typed. Where a full-width colon could as well be part
 * of a text, it is.
 *
 * <p>{@link org.gongkai.input.data.Binder} makes records of values: each component says by a {@link
 * org.gongkai.input.data.Key} what its field is called and what it allows. So all settings are checked and explained in
 * the same way, and what a package checks itself are relations between fields.
 */
package org.gongkai.input.data;
