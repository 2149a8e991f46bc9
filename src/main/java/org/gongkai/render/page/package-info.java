/**
 * The page of one entry: its converted body, its fields and its attachments. Comes in: entries and converters. Goes
 * out: pages with their fingerprints, and facts about bodies. Knows nothing of previous versions but their addresses.
 */
package org.gongkai.render.page;
