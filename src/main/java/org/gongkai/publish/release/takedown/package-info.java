/**
 * Takes pages down. Comes in: an address, and the releases and editions of stores. Goes out: changed copies in which a
 * notice replaces the page, the event to be recorded, and the pages of a new site that are taken down. Does not write
 * records.
 */
package org.gongkai.publish.release.takedown;
