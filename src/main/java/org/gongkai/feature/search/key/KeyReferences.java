package org.gongkai.feature.search.key;

import java.util.Optional;
import org.gongkai.feature.search.index.TextFolding;

/**
 * Replaces the entries of a key by a reference if the same text precedes it at all its places: with that text before
 * it, the key is divided already, and leads to the same documents. Sentences that many documents share would otherwise
 * be divided anew from each of their units on.
 */
record KeyReferences(SegmentText text, PositionSorter sorter) {

    /**
     * The most units of a key with what precedes it, half of {@link KeySplitter#MAX_KEY}: keys that begin there still
     * tell as much of what follows.
     */
    static final int MAX_LENGTH = KeySplitter.MAX_KEY / 2;

    /** How many bits a reference has to save, because a reader has to look elsewhere. */
    private static final int WORTHWHILE_BITS = 128;

    /**
     * Returns the reference that replaces the entries of a key.
     *
     * @param key a key of two units or more
     * @param from index of the first of its positions
     * @param to index after the last
     * @param bits how many bits its entries take at least
     */
    Optional<KeyEntry> of(String key, Positions positions, int from, int to, long bits) {
        int max = MAX_LENGTH - key.length();
        if (max <= 0 || bits < Character.SIZE + WORTHWHILE_BITS || key.indexOf(TextFolding.BREAK) >= 0) {
            return Optional.empty();
        }
        int length = sorter.commonBefore(positions, from, to, max + 1);
        if (length == 0 || length > max || Character.SIZE * length + WORTHWHILE_BITS > bits) {
            return Optional.empty();
        }
        char[] preceding = new char[length];
        for (int i = 0; i < length; i++) {
            preceding[i] = text.unit(text.rank(positions.positions()[from] - length + i));
        }
        return Optional.of(KeyEntry.reference(key, new String(preceding)));
    }
}
