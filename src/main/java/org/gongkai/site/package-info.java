/**
 * The whole publication as one immutable value. Comes in: entries and settings. Goes out: a {@link org.gongkai.site.Site}
 * with every view of it (by column, year, tag, neighbour) and the address of everything. Knows nothing of how it looks.
 */
package org.gongkai.site;
