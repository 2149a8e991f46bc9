package org.gongkai.feature.search.key;

/**
 * How many documents an entry lists: each decides how many texts are read for a phrase, and how large the index is.
 *
 * @param shortKey the most documents of a short key that is not divided, or of siblings that share an entry
 * @param longKey the same of a long key
 * @param member the most documents of a key that shares its entry with siblings
 */
record KeyLimits(int shortKey, int longKey, int member) {

    /**
     * A key that more documents hold has an entry of its own, and divides the one that begins it: so a phrase that is
     * longer than a key is held by few of its documents, which are read, or by all.
     */
    static final int MANY = 18;

    /**
     * The lists of longer keys are shorter: references lead to them from within a phrase too, so that no other part of
     * it is left that would tell which of the documents hold it.
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
