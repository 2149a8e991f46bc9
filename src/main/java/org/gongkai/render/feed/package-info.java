/** Atom feeds and the site map for machines. */
package org.gongkai.render.feed;
