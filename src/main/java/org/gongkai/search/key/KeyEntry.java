package org.gongkai.search.key;

import org.gongkai.search.pack.BitWriter;

/**
 * An entry of the index: a key, which is the beginning of phrases, and the documents that hold it.
 *
 * @param key two units or more
 * @param kind what its documents hold
 * @param extension by how many units the key is longer than the shortest that exactly the same places hold; only of a summary
 * @param documents ids within the segment, ascending
 */
record KeyEntry(String key, Kind kind, int extension, int[] documents) {

    enum Kind {
        /** The documents hold the key or a key between it and the next one, which differ in their last unit. */
        GROUP,
        /** Exactly the documents that hold the key. */
        EXACT,
        /** Exactly the documents that hold the key, which longer keys divide; saves reading those for a short phrase. */
        SUMMARY
    }

    /** Writes everything but its key. */
    void write(BitWriter out, int roundedDocuments) {
        switch (kind) {
            case EXACT -> out.bits(1, 1);
            case SUMMARY -> {
                out.bits(1, 2);
                out.gamma(extension + 1);
            }
            case GROUP -> out.bits(0, 2);
        }
        out.gamma(documents.length);
        DocumentCodes.write(out, documents, roundedDocuments);
    }
}
