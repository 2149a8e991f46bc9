/**
 * The keys of the index. In: the folded texts of a segment; out: sorted entries, and the files that they are
 * distributed over.
 */
package org.gongkai.feature.search.key;
