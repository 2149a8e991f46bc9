/**
 * A portal over the published sites of a list. Comes in: a list of sites and what they have published, never their
 * sources. Goes out: one site with the newest of all, what is to be published and is missing, and one search.
 *
 * <p>{@link org.gongkai.portal.collect} reads each published site into one file of records; {@link
 * org.gongkai.portal.merge} reads these files alone, so that sites can be collected in any number of processes, on any
 * machine, in any order; {@link org.gongkai.portal.page} makes the pages.
 */
package org.gongkai.portal;
