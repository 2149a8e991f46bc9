/**
 * The index for the search page. In: what can be found of each entry; out: script files below {@code search/}. Knows no entries,
 * pages or audiences: each audience has an index of its own, made of its own entries.
 */
package org.gongkai.search;
