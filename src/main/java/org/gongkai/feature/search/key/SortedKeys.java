package org.gongkai.feature.search.key;

import org.gongkai.feature.search.pack.BitWriter;

/** Entries of the index in the order of their keys. */
public interface SortedKeys {

    int size();

    String key(int index);

    /** Writes everything about an entry but its key. */
    void write(int index, BitWriter out);
}
