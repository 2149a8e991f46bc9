/**
 * Counts in bodies, such as {@code {{计数: 文种=党课, 年度=2024}}}. Comes in: a converter that knows nothing of them. Goes
 * out: one whose HTML shows the answers of the {@link org.gongkai.markup.LinkResolver}. Knows neither what is counted
 * nor how a count is written between its braces.
 *
 * <p>Whether a count stands in code is known only after the conversion. Therefore each is replaced by a mark of the
 * same length before it, which no markup language interprets, and the mark by the answer, or by what was typed, after
 * it. So the positions of all problems remain right, too.
 */
package org.gongkai.markup.count;
