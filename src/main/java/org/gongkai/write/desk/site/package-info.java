/**
 * The site as the desk sees it. Comes in: the source as it lies on the disk, and texts that are not saved. Goes out:
 * pages, problems, lists of entries, what is due, forms. Writes nothing into the source but new entries.
 */
package org.gongkai.write.desk.site;
