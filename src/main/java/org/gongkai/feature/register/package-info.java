/**
 * Registers as a feature of a site: their pages, months, sheets for the notice wall and charts, and the counts in
 * texts. Comes in: the entries in their places. Goes out: planned pages and files. How registers are computed is told
 * in {@code org.gongkai.feature.register.model}.
 *
 * <p><b>Charts are tables.</b> A figure stands in a cell with its unit; the bar beside it, a border whose length is a
 * class {@code bar-1} to {@code bar-100} of the style sheets, as the policy of the site forbids styles in a page,
 * repeats it. So do the colours of rates. Figures whose bars would look alike are a sentence ({@link
 * org.gongkai.feature.register.BarTable}), and numbers expected of different meetings are not added up ({@link
 * org.gongkai.feature.register.RateTable}). What is not known is said to be so.
 */
package org.gongkai.feature.register;
