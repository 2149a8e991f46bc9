package org.gongkai.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what a writer probably meant: the allowed word that differs least, or of which it is a part. */
public final class Nearest {

    /** More words than this nobody reads. */
    private static final int MOST = 40;

    private Nearest() {}

    /**
     * The nearest allowed word: at most a third of its characters, or one, differ, two that changed places counting as one;
     * else one that is a part of what was typed or has it as a part. Empty if there is none.
     */
    public static Optional<String> of(String typed, Collection<String> allowed) {
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String word : allowed) {
            int distance = distance(typed, word);
            if (distance < least) {
                least = distance;
                best = word;
            }
        }
        int limit = best == null ? 0 : Math.max(1, Math.max(best.length(), typed.length()) / 3);
        return least <= limit ? Optional.ofNullable(best) : related(typed, allowed);
    }

    /** 日期 means 发布日期, 全社会 means 社会; a single character or two letters mean nothing. */
    private static Optional<String> related(String typed, Collection<String> allowed) {
        return allowed.stream()
                .filter(word -> speaks(word) && typed.contains(word) || speaks(typed) && word.contains(typed))
                .min(Comparator.comparingInt(word -> Math.abs(word.length() - typed.length())));
    }

    private static boolean speaks(String word) {
        return word.length() > (word.chars().allMatch(c -> c < 128) ? 3 : 1);
    }

    /** “您是不是要写“…””, or what is allowed when nothing is near. */
    public static String hint(String typed, Collection<String> allowed) {
        return of(typed, allowed)
                .map(word -> "您是不是要写“" + word + "”")
                .orElseGet(() -> "可以写："
                        + allowed.stream().limit(MOST).collect(Collectors.joining("、"))
                        + (allowed.size() > MOST ? "等" : ""));
    }

    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] beforeThat = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], before[j]) + 1, before[j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeThat[j - 2] + 1);
                }
            }
            int[] free = beforeThat;
            beforeThat = before;
            before = row;
            row = free;
        }
        return before[b.length()];
    }
}
