/**
 * Entries as their writers begin them. Comes in: kinds, settings and the entries that there are. Goes out: the text of a
 * new entry, the next index number, and files with a line more. Knows nothing of sites, pages or rules.
 */
package org.gongkai.write;
