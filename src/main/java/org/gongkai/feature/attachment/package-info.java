/**
 * The list of the files that entries attach. In: the entries of a site; out: planned pages. Knows nothing of other
 * features.
 */
package org.gongkai.feature.attachment;
