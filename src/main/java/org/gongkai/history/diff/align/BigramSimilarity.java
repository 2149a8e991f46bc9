package org.gongkai.history.diff.align;

import java.util.Arrays;

/** The character bigrams of a text, sampled if it is long, as a measure of similarity. */
public final class BigramSimilarity {
    private static final int SIZE = 256;
    private static final int SHORT = 6;

    private final int[] hashes;
    private final boolean sampled;

    private BigramSimilarity(int[] hashes, boolean sampled) {
        this.hashes = hashes;
        this.sampled = sampled;
    }

    /** Returns the bigrams of a text that contains no white space. */
    public static BigramSimilarity of(String text) {
        int[] all = new int[text.length() + (text.length() < SHORT ? text.length() : 0)];
        char before = '\0';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            all[i] = mix(before << 16 | c);
            if (text.length() < SHORT) {
                all[text.length() + i] = mix(~c);
            }
            before = c;
        }
        Arrays.sort(all);
        int distinct = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[distinct++] = all[i];
            }
        }
        return new BigramSimilarity(Arrays.copyOf(all, Math.min(distinct, SIZE)), distinct > SIZE);
    }

    /** Similarity from 0 (nothing in common) to 1 (the same bigrams). */
    public double similarity(BigramSimilarity other) {
        int[] a = hashes;
        int[] b = other.hashes;
        if (a.length == 0 || b.length == 0) {
            return a.length == b.length ? 1 : 0;
        }
        // Samples are comparable only as far as both would have included a bigram.
        int limit = sampled || other.sampled ? SIZE : Integer.MAX_VALUE;
        int common = 0;
        int seen = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length && seen < limit) {
            seen++;
            if (a[i] == b[j]) {
                common++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        long union = Math.min((long) seen + (a.length - i) + (b.length - j), limit);
        return 2.0 * common / (union + common);
    }

    private static int mix(int value) {
        int h = value * 0x9E3779B9;
        h = (h ^ h >>> 16) * 0x85EBCA6B;
        return h ^ h >>> 13;
    }
}
