package org.gongkai.history.diff;

import java.util.stream.IntStream;

/**
 * The character bigrams of a text, as a measure of similarity.
 *
 * @param bigrams sorted; no bigram twice
 */
public record BigramSimilarity(int[] bigrams) {
    private static final int SHORT = 6;

    /** Returns the bigrams of a text that contains no white space; those of a short one include its characters. */
    public static BigramSimilarity of(String text) {
        IntStream pairs =
                IntStream.range(0, text.length()).map(i -> (i == 0 ? '\0' : text.charAt(i - 1)) << 16 | text.charAt(i));
        IntStream single = text.length() < SHORT ? text.chars().map(c -> ~c) : IntStream.empty();
        return new BigramSimilarity(
                IntStream.concat(pairs, single).sorted().distinct().toArray());
    }

    /** Similarity from 0 (nothing in common) to 1 (the same bigrams). */
    public double similarity(BigramSimilarity other) {
        int[] a = bigrams;
        int[] b = other.bigrams;
        if (a.length == 0 || b.length == 0) {
            return a.length == b.length ? 1 : 0;
        }
        int common = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            int order = Integer.compare(a[i], b[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return 2.0 * common / (a.length + b.length);
    }
}
