/** Atom feeds and the XML site map. */
package org.gongkai.render.feed;
