/**
 * Entries from imported documents. Comes in: a file and what is known of the site. Goes out: an entry with its header,
 * its pictures, what was recognised, what was left out and what is missing; nothing is written before it is saved.
 */
package org.gongkai.write.document.entry;
