/**
 * Data files. Input: YAML text. Output: a tree of {@link org.gongkai.input.data.Value}s with lines and columns, so that
 * later checks can report positions. Independent of the meaning of the data.
 */
package org.gongkai.input.data;
