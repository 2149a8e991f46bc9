/**
 * Lists by column, year, both, and tag, split into pages. Comes in: the model of a site. Goes out: planned pages. Knows
 * nothing of templates.
 */
package org.gongkai.render.list;
