/**
 * Counts and sums that a text asks for, such as {@code 计数: 文种=党课, 年度=2024}: the number of rows of a register, or a
 * sum over them, and a link to them. What is one row, and which period it belongs to, the register says. In: the entries
 * of a site, definitions of registers; out: numbers as of a day, so that what happens after a text was signed does not
 * count in it, and what is wrong with a question. Knows nothing of markup.
 */
package org.gongkai.feature.register.count;
