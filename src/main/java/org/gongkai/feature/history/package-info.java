/**
 * Pages of previous versions and of entries that replace others with their differences, and the lists of changes. Comes
 * in: a site and its public history. Goes out: pages with their fingerprints. Knows nothing of git.
 */
package org.gongkai.feature.history;
