/**
 * Rules about numbering: sequences with gaps, annexes, counts that a text announces. Input: the lines of a text.
 * Output: problems.
 */
package org.gongkai.check.text.number;
