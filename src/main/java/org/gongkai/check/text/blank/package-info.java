/**
 * Rules about blanks and placeholders that were not filled in. Input: the lines of a text. Output: problems.
 */
package org.gongkai.check.text.blank;
