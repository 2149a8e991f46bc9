/**
 * Files. Comes in: a site's root. Goes out: the list of its files, and their bytes and text on demand; nothing from
 * outside the root. Knows nothing of entries.
 */
package org.gongkai.source;
