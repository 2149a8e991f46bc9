/**
 * Registers as a feature of a site: their pages, charts and exports, months and sheets for the notice wall, and the
 * counts in texts. In: the entries of an audience at their addresses; out: planned pages and files. Knows nothing of
 * how registers are computed, which {@code org.gongkai.feature.register.model} explains.
 *
 * <p><b>Charts are tables.</b> A cell contains a figure with its unit. The bar beside it repeats the figure; it is
 * drawn, as the policy of the site forbids styles in pages. The colours of rates repeat figures, too. Figures whose
 * bars would look alike are a sentence ({@link org.gongkai.feature.register.BarChart}), and numbers expected of
 * different meetings are not added up ({@link org.gongkai.feature.register.AttendanceChart}). Unknown figures are marked as
 * unknown.
 */
package org.gongkai.feature.register;
