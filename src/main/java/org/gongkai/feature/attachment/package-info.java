/** The page that lists the files that entries attach. Comes in: the entries of a site. Goes out: planned pages. */
package org.gongkai.feature.attachment;
