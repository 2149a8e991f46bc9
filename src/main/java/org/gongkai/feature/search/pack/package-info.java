/** Bits in strings of scripts. Knows nothing else of the index. */
package org.gongkai.feature.search.pack;
