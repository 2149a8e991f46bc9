/**
 * Pages, feeds and site maps. Comes in: a {@link org.gongkai.site.Site} and a theme. Goes out: the bytes of every page,
 * by address. Knows nothing of git, of the command line or of the folder that is written.
 */
package org.gongkai.render;
