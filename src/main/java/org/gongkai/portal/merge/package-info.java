/**
 * Merges what was collected into one site. Comes in: the list and the files of records, nothing else. Goes out: the
 * files of the portal, the same bytes whoever collected the sites, in whatever order and however often.
 */
package org.gongkai.portal.merge;
