/**
 * Reads published sites. Comes in: the folder that a site is published to. Goes out: one file of records for each
 * audience, replaced as a whole, so that it does no harm to collect a site twice. Knows no other site and no page of
 * the portal.
 */
package org.gongkai.portal.collect;
