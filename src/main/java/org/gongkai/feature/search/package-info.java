/**
 * The search index as a feature of a site. In: the plain text of entries and of the files that belong to them; out: the
 * files that the search page loads, whose format {@code org.gongkai.feature.search.index} describes. Knows nothing of
 * how pages are rendered.
 */
package org.gongkai.feature.search;
