/**
 * The last look before a site goes out: whether anything of what its readers may not see got into its files. Comes in: a
 * {@link org.gongkai.site.Site} and every byte that is written. Goes out: problems, in which nothing hidden stands whole.
 * Knows nothing of how pages are made, so that it does not repeat their mistakes.
 */
package org.gongkai.check.leak;
