/**
 * Atom feeds and the XML site map. Comes in: the model of a site. Goes out: planned pages. Knows nothing of templates.
 */
package org.gongkai.render.feed;
