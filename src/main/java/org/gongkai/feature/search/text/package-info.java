/**
 * What can be found of an entry, as text: extracted from HTML, folded for comparison, packed for the search page, and
 * stored between builds. Knows no keys.
 */
package org.gongkai.feature.search.text;
