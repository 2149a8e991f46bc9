package org.gongkai.problem;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Suggests the allowed word that a writer probably meant: the one with the smallest edit distance, or one that contains
 * the other.
 */
public final class Nearest {

    /** Maximum number of allowed words that a hint lists. */
    private static final int MAX_LISTED = 40;

    /** Maximum length, in characters, of a word that is compared. */
    private static final int MAX_LENGTH = 200;

    /** Maximum number of words whose edit distance is computed. */
    private static final int MAX_COMPARED = 2_000;

    private Nearest() {}

    /**
     * Returns the nearest allowed word. At most a third of its characters, or one of several, may differ, where a
     * transposition counts once; otherwise a word that is part of the given one or contains it. Empty if there is none.
     */
    public static Optional<String> of(String typed, Collection<String> allowed) {
        if (typed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        long letters = letters(typed);
        int compared = 0;
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String word : allowed) {
            int longer = Math.max(word.length(), typed.length());
            int limit = Math.min(least - 1, Math.max(Math.min(1, longer - 1), longer / 3));
            if (longer <= MAX_LENGTH && mayBeWithin(limit, typed, letters, word) && compared++ < MAX_COMPARED) {
                int distance = distance(typed, word, limit);
                if (distance <= limit) {
                    least = distance;
                    best = word;
                }
            }
        }
        return best == null ? related(typed, allowed) : Optional.of(best);
    }

    /** Returns true if the edit distance of two words can be within a limit, judging by their lengths and letters. */
    private static boolean mayBeWithin(int limit, String typed, long letters, String word) {
        if (Math.abs(word.length() - typed.length()) > limit) {
            return false;
        }
        long others = letters(word);
        // Each letter that only one word contains requires an edit; one edit can remove such a letter from both words.
        return Math.max(Long.bitCount(letters & ~others), Long.bitCount(others & ~letters)) <= limit;
    }

    /** A 64-bit Bloom filter of the letters of a word. */
    private static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1L << word.charAt(i);
        }
        return letters;
    }

    /**
     * Finds a word that contains the other: 日期 suggests 发布日期, 全社会 suggests 社会. A single character or two
     * letters suggest nothing.
     */
    private static Optional<String> related(String typed, Collection<String> allowed) {
        boolean isMeaningful = isMeaningful(typed);
        String best = null;
        for (String word : allowed) {
            boolean isPart = word.length() <= typed.length()
                    ? isMeaningful(word) && typed.contains(word)
                    : isMeaningful && word.contains(typed);
            int apart = Math.abs(word.length() - typed.length());
            if (isPart && (best == null || apart < Math.abs(best.length() - typed.length()))) {
                best = word;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isMeaningful(String word) {
        return word.length() > 3 || word.length() > 1 && word.chars().anyMatch(c -> c >= 128);
    }

    /** Returns a hint in Chinese with the nearest word, or with the allowed words if none is near. */
    public static String hint(String typed, Collection<String> allowed) {
        return of(typed, allowed)
                .map(word -> "您是不是要写“" + word + "”")
                .orElseGet(() -> "可以写："
                        + allowed.stream().limit(MAX_LISTED).collect(Collectors.joining("、"))
                        + (allowed.size() > MAX_LISTED ? "等" : ""));
    }

    /** The edit distance; any number above the limit if it exceeds the limit. */
    private static int distance(String a, String b, int limit) {
        int[] before = new int[b.length() + 1];
        int[] beforeThat = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            // Cells farther from the diagonal than the limit exceed it.
            int from = Math.max(1, i - limit);
            int to = Math.min(b.length(), i + limit);
            row[from - 1] = from == 1 ? i : limit + 1;
            int least = row[from - 1];
            for (int j = from; j <= to; j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], before[j]) + 1, before[j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeThat[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (to < b.length()) {
                row[to + 1] = limit + 1;
            }
            if (least > limit) {
                return least;
            }
            int[] free = beforeThat;
            beforeThat = before;
            before = row;
            row = free;
        }
        return before[b.length()];
    }
}
