package org.gongkai.feature.search.key;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.gongkai.feature.search.pack.BitReader;
import org.gongkai.feature.search.pack.BitWriter;

/**
 * An entry of the index: a key, which is the beginning of phrases, and the documents that hold it.
 *
 * @param key two units or more
 * @param kind what its documents hold
 * @param extension of a summary, by how many units the key is longer than the shortest that exactly the same places
 * hold; of an exact entry, how many units follow the key that are the same at all its places; otherwise 0
 * @param preceding of a reference, what precedes the key at all its places; otherwise empty
 * @param documents ids within the segment, ascending; of a reference, none
 */
record KeyEntry(String key, Kind kind, int extension, String preceding, int[] documents) {

    /** The extension of an exact entry with no more documents is not recorded: reading these costs little. */
    private static final int FEW = 8;
    /**
     * Stands for the extension of a summary, which is less; indexes that were built without references remain legible.
     */
    private static final int REFERENCE = 127;

    /** Whether the extension of an exact entry with so many documents is recorded. */
    static boolean hasExtension(int documents) {
        return documents > FEW;
    }

    enum Kind {
        /** The documents hold the key or a key between it and the next one, which differ in their last unit. */
        GROUP,
        /** Exactly the documents that hold the key. */
        EXACT,
        /**
         * Exactly the documents that hold the key, which longer keys divide; saves reading those for a short phrase.
         */
        SUMMARY,
        /**
         * The same text precedes the key wherever it stands: with that text before it, the key, or a longer one, is
         * held by the same documents and found elsewhere.
         */
        REFERENCE
    }

    /** An entry that lists documents. */
    KeyEntry(String key, Kind kind, int extension, int[] documents) {
        this(key, kind, extension, "", documents);
    }

    static KeyEntry reference(String key, String preceding) {
        return new KeyEntry(key, Kind.REFERENCE, 0, preceding, new int[0]);
    }

    KeyEntry without(IntPredicate gone) {
        return new KeyEntry(
                key,
                kind,
                extension,
                preceding,
                Arrays.stream(documents).filter(gone.negate()).toArray());
    }

    /** Reads everything but the key. */
    static KeyEntry read(BitReader in, String key, int roundedDocuments) {
        Kind kind = in.bits(1) == 1 ? Kind.EXACT : in.bits(1) == 1 ? Kind.SUMMARY : Kind.GROUP;
        int extension = kind == Kind.SUMMARY ? in.gamma() - 1 : 0;
        if (extension == REFERENCE) {
            return reference(key, in.units(in.gamma()));
        }
        int count = in.gamma();
        if (kind == Kind.EXACT && hasExtension(count)) {
            extension = in.gamma() - 1;
        }
        return new KeyEntry(key, kind, extension, DocumentCodes.read(in, count, roundedDocuments));
    }

    /** Writes everything but its key. */
    void write(BitWriter out, int roundedDocuments) {
        switch (kind) {
            case EXACT -> out.bits(1, 1);
            case GROUP -> out.bits(0, 2);
            case SUMMARY -> {
                out.bits(1, 2);
                out.gamma(extension + 1);
            }
            case REFERENCE -> {
                out.bits(1, 2);
                out.gamma(REFERENCE + 1);
                out.gamma(preceding.length());
                out.units(preceding);
                return;
            }
        }
        out.gamma(documents.length);
        if (kind == Kind.EXACT && hasExtension(documents.length)) {
            out.gamma(extension + 1);
        }
        DocumentCodes.write(out, documents, roundedDocuments);
    }

    /**
     * How many documents an entry lists: each decides how many texts are read for a phrase, and how large the index is.
     *
     * @param shortKey the most documents of a short key that is not divided, or of siblings that share an entry
     * @param longKey the same of a long key
     * @param member the most documents of a key that shares its entry with siblings
     */
    record KeyLimits(int shortKey, int longKey, int member) {

        /**
         * A key that more documents hold has an entry of its own, and divides the one that begins it: so a phrase
         * that is longer than a key is held by few of its documents, which are read, or by all.
         */
        static final int MANY = 18;

        /**
         * The lists of longer keys are shorter: references lead to them from within a phrase too, so that no other
         * part of it is left that would tell which of the documents hold it.
         */
        private static final int SHORT_LENGTH = 4;

        /** Those of keys of a text of so many documents. */
        static KeyLimits ofText(int documents) {
            int limit = documents <= 512 ? 32 : documents <= 4096 ? 48 : 96;
            return new KeyLimits(limit, Math.min(limit, MANY * 3 / 2), Math.min(limit / 2, MANY));
        }

        /** Those of keys after a mark, which decide about the order of answers. */
        static KeyLimits ofMarks() {
            return new KeyLimits(8, 8, 2);
        }

        /** The most documents of a key of a length that is not divided, or of siblings that share an entry. */
        int of(int length) {
            return length <= SHORT_LENGTH ? shortKey : longKey;
        }
    }
}
