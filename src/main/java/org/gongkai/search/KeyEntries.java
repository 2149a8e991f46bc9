package org.gongkai.search;

/** Entries of the index in the order of their keys. */
interface KeyEntries {

    int size();

    String key(int index);

    /** Writes everything about an entry but its key. */
    void write(int index, BitWriter out);
}
