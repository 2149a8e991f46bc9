/**
 * Rules about the text of entries: placeholders, boilerplate, secrecy markings, gaps in numbering, unpaired
 * punctuation, misspelled words. Input: entries with their prose. Output: problems. Independent of other entries, and
 * of markup except at the start of a line.
 *
 * <p>Each line is scanned once for the characters that trigger rules, because every build checks thousands of entries.
 */
package org.gongkai.check.text;
