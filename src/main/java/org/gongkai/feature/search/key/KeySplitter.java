package org.gongkai.feature.search.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.gongkai.feature.search.index.TextFolding;
import org.gongkai.feature.search.key.KeyEntry.KeyLimits;
import org.gongkai.feature.search.key.KeyEntry.Kind;

/**
 * Divides the positions of a text into keys. A pair of units that few documents hold is a key; one that more hold is
 * divided by the next unit, and so on, so that every key leads to a short list. Small siblings share an entry. Not safe
 * for use by multiple threads; an instance reuses its buffers.
 */
public final class KeySplitter {

    /** Keys are not divided beyond this length, in units. */
    static final int MAX_KEY = 64;
    /** So many units from a pair on decide about the keys that begin with it. */
    public static final int CONTEXT_AFTER = MAX_KEY;
    /** So many units before a pair decide about the keys that begin with it. */
    public static final int CONTEXT_BEFORE = KeyReferences.MAX_LENGTH;

    private static final int NO_LIMIT = Integer.MAX_VALUE;
    private final SegmentText text;
    private final int roundedDocuments;
    private final PositionSorter sorter;
    private final KeyReferences references;
    private final KeySummaries summaries;
    private final char[] key = new char[MAX_KEY + 1];
    private final List<KeyEntry> entries = new ArrayList<>();
    private final BitSet union = new BitSet();
    private int[] found = new int[256];

    private Positions positions;
    /** 1 if the first unit of the keys is a mark, which stands before the text. */
    private int mark;

    private KeyLimits limits;

    KeySplitter(SegmentText text) {
        this.text = text;
        this.sorter = new PositionSorter(text);
        this.roundedDocuments = DocumentCodes.rounded(text.documents());
        this.references = new KeyReferences(text, sorter);
        this.summaries = new KeySummaries(roundedDocuments);
    }

    /** Whether keys are divided alike for two numbers of documents. */
    public static boolean dividesAlike(int documents, int others) {
        return KeyLimits.ofText(documents).equals(KeyLimits.ofText(others));
    }

    /**
     * Returns the keys that begin with a unit.
     *
     * @param unit the first unit
     * @param from index of its first position
     * @param to index after its last position
     */
    KeyList split(char unit, Positions of, int from, int to) {
        positions = of;
        mark = 0;
        limits = KeyLimits.ofText(text.documents());
        return split(unit, from, to);
    }

    /** Returns the keys that begin with a unit, at all positions given. */
    KeyList split(char unit, Positions of) {
        return split(unit, of, 0, of.count());
    }

    /** Returns the keys that begin with a mark, for positions before a text. Their lists are shorter. */
    KeyList splitMarked(char unit, Positions before) {
        positions = before;
        mark = 1;
        limits = KeyLimits.ofMarks();
        return split(unit, 0, before.count());
    }

    private KeyList split(char unit, int from, int to) {
        KeyList list = new KeyList(roundedDocuments);
        key[0] = unit;
        PositionSorter.Groups pairs = sorter.group(positions, from, to, 1);
        int start = from;
        for (int i = 0; i < pairs.ranks().length; i++) {
            int end = pairs.ends()[i];
            if (pairs.ranks()[i] != SegmentText.BREAK_RANK) {
                key[1] = text.unit(pairs.ranks()[i]);
                entries.clear();
                int[] documents = undivided(start, end, 2);
                if (documents == null) {
                    divide(start, end, 2);
                } else {
                    addWhole(2, documents, start, end);
                }
                entries.forEach(list::add);
            }
            start = end;
        }
        return list;
    }

    /** Adds a reference for a key, if its entries would take so many bits and there is one. */
    private boolean addReference(int keyLength, int from, int to, long bits) {
        if (mark > 0) {
            return false;
        }
        Optional<KeyEntry> reference = references.of(new String(key, 0, keyLength), positions, from, to, bits);
        reference.ifPresent(entries::add);
        return reference.isPresent();
    }

    private void add(int keyLength, Kind kind, int[] documents) {
        entries.add(new KeyEntry(new String(key, 0, keyLength), kind, 0, documents));
    }

    /** Adds a key that is not divided, and how far the text after it is the same at all its places. */
    private void addWhole(int keyLength, int[] documents, int from, int to) {
        if (addReference(keyLength, from, to, DocumentCodes.bits(roundedDocuments, documents.length))) {
            return;
        }
        int extension =
                KeyEntry.hasExtension(documents.length) ? sorter.common(positions, from, to, keyLength, MAX_KEY) : 0;
        entries.add(new KeyEntry(new String(key, 0, keyLength), Kind.EXACT, extension, documents));
    }

    /** The documents of a key that is not divided; null if it is. */
    private int[] undivided(int from, int to, int length) {
        int[] documents = documents(from, to, limits.of(length));
        boolean isDivided =
                documents == null || documents.length > KeyLimits.MANY && hasFrequentChild(from, to, length);
        return isDivided ? null : documents;
    }

    /** Whether many of the documents of a key, but not all its places, hold a longer one. */
    private boolean hasFrequentChild(int from, int to, int shortest) {
        if (text.rank(positions.positions()[from] + shortest - 1) == SegmentText.BREAK_RANK) {
            return false;
        }
        int length = shortest + sorter.common(positions, from, to, shortest, MAX_KEY);
        if (length == MAX_KEY) {
            return false;
        }
        PositionSorter.Groups groups = sorter.group(positions, from, to, length);
        int start = from;
        for (int end : groups.ends()) {
            if (end - start > KeyLimits.MANY && documents(start, end, KeyLimits.MANY) == null) {
                return groups.ends().length > 1;
            }
            start = end;
        }
        return false;
    }

    /** The documents of positions in the order of the text; null if they are more than a maximum. */
    private int[] documents(int from, int to, int max) {
        int count = 0;
        int end = -1;
        int[] all = positions.positions();
        for (int i = from; i < to; i++) {
            int position = all[i] + mark;
            if (position >= end) {
                if (count == max) {
                    return null;
                }
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                int document = text.document(position);
                found[count++] = document;
                end = text.start(document + 1);
            }
        }
        return Arrays.copyOf(found, count);
    }

    /**
     * Divides a key that more documents hold than an entry lists; its first {@code shortest} units are in {@link
     * #key}.
     */
    private void divide(int from, int to, int shortest) {
        if (addReference(shortest, from, to, Long.MAX_VALUE)) {
            return;
        }
        int length = shortest + sorter.common(positions, from, to, shortest, MAX_KEY);
        for (int i = shortest; i < length; i++) {
            key[i] = text.unit(text.rank(positions.positions()[from] + i));
        }
        if (length == MAX_KEY) {
            add(length, Kind.EXACT, documents(from, to, NO_LIMIT));
            return;
        }
        int first = entries.size();
        PositionSorter.Groups groups = sorter.group(positions, from, to, length);
        Siblings siblings = new Siblings(length);
        int start = from;
        for (int i = 0; i < groups.ranks().length; i++) {
            int end = groups.ends()[i];
            char unit = text.unit(groups.ranks()[i]);
            int[] documents = undivided(start, end, length + 1);
            if (documents != null && documents.length <= limits.member()) {
                siblings.add(unit, documents, start, end);
            } else {
                siblings.flush();
                key[length] = unit;
                if (unit == TextFolding.BREAK) {
                    add(length + 1, Kind.EXACT, documents(start, end, NO_LIMIT));
                } else if (documents != null) {
                    addWhole(length + 1, documents, start, end);
                } else {
                    divide(start, end, length + 1);
                }
            }
            start = end;
        }
        siblings.flush();
        summarize(first, length, length - shortest, from, to);
    }

    /** Collects small siblings for a common entry under the key of the first. */
    private final class Siblings {

        private final int length;
        private char unit;
        private int members;
        private int from;
        private int to;
        private final int[] documents = new int[limits.shortKey()];
        private int count;

        Siblings(int length) {
            this.length = length;
        }

        void add(char next, int[] more, int start, int end) {
            if (count + more.length > limits.of(length)) {
                flush();
            }
            if (members++ == 0) {
                unit = next;
                from = start;
                to = end;
            }
            System.arraycopy(more, 0, documents, count, more.length);
            count += more.length;
        }

        void flush() {
            if (members == 0) {
                return;
            }
            key[length] = unit;
            if (members == 1) {
                addWhole(length + 1, Arrays.copyOf(documents, count), from, to);
            } else {
                KeySplitter.this.add(length + 1, Kind.GROUP, distinct());
            }
            members = 0;
            count = 0;
        }

        private int[] distinct() {
            for (int i = 0; i < count; i++) {
                union.set(documents[i]);
            }
            return takeUnion();
        }
    }

    private void summarize(int first, int length, int extension, int from, int to) {
        if (!summaries.isNeeded(entries.subList(first, entries.size()))) {
            return;
        }
        for (int i = from; i < to; i++) {
            union.set(text.document(positions.positions()[i] + mark));
        }
        entries.add(first, new KeyEntry(new String(key, 0, length), Kind.SUMMARY, extension, takeUnion()));
    }

    private int[] takeUnion() {
        int[] documents = new int[union.cardinality()];
        int next = 0;
        for (int i = 0; i < documents.length; i++) {
            documents[i] = union.nextSetBit(next);
            next = documents[i] + 1;
        }
        union.clear();
        return documents;
    }
}
