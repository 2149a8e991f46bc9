/**
 * The search index as a feature of a site. Comes in: the plain text of entries and the files that belong to them. Goes
 * out: the files that the search page loads. Their format is told in {@code org.gongkai.feature.search.index}.
 */
package org.gongkai.feature.search;
