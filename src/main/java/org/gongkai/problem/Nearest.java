package org.gongkai.problem;

import java.util.Collection;
import java.util.Optional;

/** Finds what a writer probably meant: the allowed word with the fewest different characters. */
public final class Nearest {

    private Nearest() {}

    /** The nearest allowed word, empty if none is near: at most a third of its characters, and at least one, differ. */
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
        return least <= limit ? Optional.ofNullable(best) : Optional.empty();
    }

    /** “您是不是要写“…””, or what is allowed when nothing is near. */
    public static String hint(String typed, Collection<String> allowed) {
        return of(typed, allowed)
                .map(word -> "您是不是要写“" + word + "”")
                .orElseGet(() -> "可以写：" + String.join("、", allowed));
    }

    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], before[j]) + 1, before[j - 1] + change);
            }
            int[] swap = before;
            before = row;
            row = swap;
        }
        return before[b.length()];
    }
}
