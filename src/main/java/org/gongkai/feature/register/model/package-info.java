/**
 * Registers (台账): tables, sums and expectations that are computed from the entries of one audience. In: the entries
 * that the audience may see, the settings of the site, definitions ({@code registers.yml}); out:
 * {@link org.gongkai.feature.register.model.Register}. Knows nothing of pages and files.
 *
 * <p>A register is defined by data: {@code RegisterSpecReader} reads it, {@code source} takes rows from entries, tables
 * of their headers, the organisation or the catalogue, {@code expect} compares rows with what rules expect. {@code
 * count} answers queries in texts about the same entries.
 *
 * <p><b>What counts.</b> Only what an audience may see, so a number never discloses an entry that is withheld from it.
 * What has not happened by the day of the site does not count. Two entries about one meeting (same time, place and
 * 党小组) are one row; an entry of two kinds counts once for each kind but is one row.
 */
package org.gongkai.feature.register.model;
