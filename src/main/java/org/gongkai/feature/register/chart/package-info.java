/**
 * Charts as SVG that stands in the text of a page: bars, a field of states, a timeline. In: records of names, numbers
 * and days; out: a string of SVG. Knows nothing of entries, registers and pages.
 *
 * <p>The caller puts each chart into a {@code <div class="chart-wrap" tabindex="0" role="group" aria-label="…">},
 * which scrolls on narrow screens, and shows the same data as a table elsewhere on the page.
 *
 * <p><b>Without style and script.</b> The site's content security policy forbids both in a page. How something looks
 * is said by a class, for the style sheets of the theme, and by presentation attributes, for browsers and themes
 * without rules for these classes ({@link org.gongkai.feature.register.chart.ChartStyle}).
 *
 * <p><b>Not by colour alone.</b> Patterns and borders tell what colours tell, since official papers are printed in
 * black and white.
 *
 * <p><b>Size.</b> One unit of the view box is one pixel on paper and in browsers without {@code @supports}. Elsewhere
 * the style sheet lets a chart grow and shrink within bounds that depend on its width ({@link
 * org.gongkai.feature.register.chart.ChartWidth}), so that its text remains readable. The width of a text is estimated (a Han
 * character 1 em, other characters 0.55 em), because the faces that readers have are not known.
 */
package org.gongkai.feature.register.chart;
