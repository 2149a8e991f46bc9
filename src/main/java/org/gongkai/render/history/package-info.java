/**
 * Pages of previous versions, their differences, and the list of all changes. Comes in: a site and its public history. Goes
 * out: pages with their fingerprints. Knows nothing of git.
 */
package org.gongkai.render.history;
