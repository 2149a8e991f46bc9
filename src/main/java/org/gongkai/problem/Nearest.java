package org.gongkai.problem;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what a writer probably meant: the allowed word that differs least, or of which it is a part. */
public final class Nearest {

    /** More words than this nobody reads. */
    private static final int MOST = 40;

    /** Longer words, in characters, are not compared: nobody means one by a slip of the pen. */
    private static final int LONGEST = 200;

    /** Most words that are compared letter by letter, once those that cannot be meant are left out. */
    private static final int MOST_COMPARED = 2_000;

    private Nearest() {}

    /**
     * The nearest allowed word: at most a third of its characters, or one, differ, two that changed places counting as one;
     * else one that is a part of what was typed or has it as a part. Empty if there is none.
     */
    public static Optional<String> of(String typed, Collection<String> allowed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        long letters = letters(typed);
        int compared = 0;
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String word : allowed) {
            int longer = Math.max(word.length(), typed.length());
            int limit = Math.min(least - 1, Math.max(1, longer / 3));
            if (longer <= LONGEST && mayBeWithin(limit, typed, letters, word) && compared++ < MOST_COMPARED) {
                int distance = distance(typed, word, limit);
                if (distance <= limit) {
                    least = distance;
                    best = word;
                }
            }
        }
        return best == null ? related(typed, allowed) : Optional.of(best);
    }

    /**
     * Whether two words may differ by no more than this: as far as their lengths and the letters tell that they
     * share.
     */
    private static boolean mayBeWithin(int limit, String typed, long letters, String word) {
        if (Math.abs(word.length() - typed.length()) > limit) {
            return false;
        }
        long others = letters(word);
        // Each letter that only one of them has must have been changed, and a change mends one of either.
        return Math.max(Long.bitCount(letters & ~others), Long.bitCount(others & ~letters)) <= limit;
    }

    /** Which letters a word holds, as far as 64 bits can tell. */
    private static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1L << word.charAt(i);
        }
        return letters;
    }

    /** 日期 means 发布日期, 全社会 means 社会; a single character or two letters mean nothing. */
    private static Optional<String> related(String typed, Collection<String> allowed) {
        boolean speaks = speaks(typed);
        String best = null;
        for (String word : allowed) {
            boolean isPart = word.length() <= typed.length()
                    ? speaks(word) && typed.contains(word)
                    : speaks && word.contains(typed);
            int apart = Math.abs(word.length() - typed.length());
            if (isPart && (best == null || apart < Math.abs(best.length() - typed.length()))) {
                best = word;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean speaks(String word) {
        if (word.length() > 3) {
            return true;
        }
        boolean isAscii = true;
        for (int i = 0; i < word.length(); i++) {
            isAscii &= word.charAt(i) < 128;
        }
        return word.length() > 1 && !isAscii;
    }

    /** “您是不是要写“…””, or what is allowed when nothing is near. */
    public static String hint(String typed, Collection<String> allowed) {
        return of(typed, allowed)
                .map(word -> "您是不是要写“" + word + "”")
                .orElseGet(() -> "可以写："
                        + allowed.stream().limit(MOST).collect(Collectors.joining("、"))
                        + (allowed.size() > MOST ? "等" : ""));
    }

    /** How many characters differ; some number above the limit if more than the limit do. */
    private static int distance(String a, String b, int limit) {
        int[] before = new int[b.length() + 1];
        int[] beforeThat = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            // What is further from the diagonal than the limit differs by more.
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
