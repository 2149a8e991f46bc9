/**
 * The whole publication as one immutable value. Comes in: entries and settings. Goes out: a {@link
 * org.gongkai.site.Site} with its groups (by column, year, tag), related entries and all addresses. Knows nothing
 * of templates.
 */
package org.gongkai.site;
