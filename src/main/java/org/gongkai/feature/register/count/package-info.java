/**
 * Counts and sums that a text asks for, such as {@code 计数: 文种=党课, 年度=2024}. In: the entries of one audience,
 * definitions of registers; out: numbers as of a day, and what is wrong with a question. Knows nothing of markup.
 *
 * <p>A question is answered as of a day, so that the text that asks it stays as it was signed: what happened later does
 * not count. The day of a record is that of its meeting, else that of its signing, else that of its publication.
 * Entries about one sitting count once; what identifies it, and the year that a record belongs to, is what the register
 * of its kind says, so that a number and the register agree.
 */
package org.gongkai.feature.register.count;
