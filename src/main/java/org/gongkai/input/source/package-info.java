/**
 * Files. Comes in: a site's root. Goes out: the list of its files, and their bytes and text on demand; nothing from
 * outside the root. Of entries it knows only by which names files are told to be some.
 */
package org.gongkai.input.source;
