/**
 * Rules about punctuation: marks without a partner, half-width marks in Chinese text. Input: the lines of a text.
 * Output: problems.
 */
package org.gongkai.check.text.mark;
