package org.gongkai.history.diff.align;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Pairs the members of two sequences in order, so that the sum of the pairs' scores is greatest. */
public final class Alignment {
    /** Largest table that is filled completely; of larger ones only a band around the diagonal is filled. */
    private static final long ALL = 250_000;

    private static final int BAND = 12;
    private static final byte UP = 1;
    private static final byte LEFT = 2;
    private static final byte PAIR = 3;

    /** Score of a pair; zero or less if the two must not be paired. */
    public interface Score {
        double of(int i, int j);
    }

    private Alignment() {}

    /** For each member of the first sequence the index of its partner in the second, or -1. */
    public static int[] of(int n, int m, Score score) {
        return of(n, m, (long) n * m <= ALL ? m : BAND, score);
    }

    private static int[] of(int n, int m, int half, Score score) {
        int[] partner = new int[n];
        Arrays.fill(partner, -1);
        if (n == 0 || m == 0) {
            return partner;
        }
        byte[][] from = new byte[n + 1][];
        double[] above = new double[m + 1];
        double[] here = new double[m + 1];
        for (int i = 1; i <= n; i++) {
            int low = low(i, n, m, half);
            int high = high(i, n, m, half);
            int highAbove = high(i - 1, n, m, half);
            from[i] = new byte[high - low + 1];
            here[low - 1] = above[low - 1];
            for (int j = low; j <= high; j++) {
                double best = j <= highAbove ? above[j] : above[highAbove];
                byte step = UP;
                if (here[j - 1] > best) {
                    best = here[j - 1];
                    step = LEFT;
                }
                double worth = j - 1 <= highAbove ? score.of(i - 1, j - 1) : 0;
                if (worth > 0 && above[j - 1] + worth >= best) {
                    best = above[j - 1] + worth;
                    step = PAIR;
                }
                here[j] = best;
                from[i][j - low] = step;
            }
            double[] swap = above;
            above = here;
            here = swap;
        }
        int j = m;
        for (int i = n; i > 0 && j > 0; ) {
            int low = low(i, n, m, half);
            j = Math.min(j, high(i, n, m, half));
            byte step = j < low ? UP : from[i][j - low];
            if (step == PAIR) {
                partner[--i] = --j;
            } else if (step == UP) {
                i--;
            } else {
                j--;
            }
        }
        return partner;
    }

    private static int low(int i, int n, int m, int half) {
        return (int) Math.max(1, (long) i * m / n - half);
    }

    private static int high(int i, int n, int m, int half) {
        return (int) Math.min(m, (long) i * m / n + half + m / n);
    }

    /**
     * Pairs equal members of two sequences in order. The sum of their weights is greatest, unless the budget does not
     * suffice.
     *
     * @param weights those of the first sequence
     * @return for each member of the first sequence the index of its partner in the second, or -1
     */
    static int[] ofEqual(int[] a, int[] b, int[] weights, StepBudget budget) {
        int[] partner = new int[a.length];
        Arrays.fill(partner, -1);
        int from = 0;
        int to = a.length;
        int to2 = b.length;
        while (from < to && from < to2 && a[from] == b[from]) {
            partner[from] = from++;
        }
        while (from < to && from < to2 && a[to - 1] == b[to2 - 1]) {
            partner[--to] = --to2;
        }
        int start = from;
        if (budget.allows(to - start, to2 - start)) {
            int[] found =
                    of(to - start, to2 - start, to2, (i, j) -> a[start + i] == b[start + j] ? weights[start + i] : 0);
            for (int i = 0; i < found.length; i++) {
                partner[start + i] = found[i] < 0 ? -1 : start + found[i];
            }
        } else {
            ofRare(Arrays.copyOfRange(a, start, to), Arrays.copyOfRange(b, start, to2), start, partner);
        }
        return partner;
    }

    /** Pairs members that occur seldom, and what is equal beside them. */
    private static void ofRare(int[] a, int[] b, int start, int[] partner) {
        HistogramDiff diff = new HistogramDiff();
        // The algorithm that JGit has for what is left needs a time that grows with its square.
        diff.setFallbackAlgorithm(null);
        int i = 0;
        int j = 0;
        for (Edit edit : diff.diff(RawTextComparator.DEFAULT, lines(a), lines(b))) {
            while (i < edit.getBeginA()) {
                partner[start + i++] = start + j++;
            }
            i = edit.getEndA();
            j = edit.getEndB();
        }
        while (i < a.length) {
            partner[start + i++] = start + j++;
        }
    }

    /** Numbers the keys of units; equal keys have the same number. */
    static <T> int[] keys(List<T> units, Function<T, String> key, Map<String, Integer> numbers) {
        return units.stream()
                .mapToInt(unit -> numbers.computeIfAbsent(key.apply(unit), unknown -> numbers.size()))
                .toArray();
    }

    /** Keys as lines, which JGit compares. */
    private static RawText lines(int[] keys) {
        return new RawText(IntStream.of(keys)
                .mapToObj(key -> key + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Bounds the work of one comparison by counting steps, not by a clock, so that the same texts always get the same
     * marks. Passages beyond the budget are marked more coarsely.
     */
    public static final class StepBudget {
        /** More than any two realistic texts need; about a second. */
        private static final long STEPS = 60_000_000;

        private static final long ONE = 4_000_000;

        private long left = STEPS;

        /** Spends the steps for a table of this size; false if the budget does not suffice. */
        boolean allows(long rows, long columns) {
            long cost = (rows + 1) * (columns + 1);
            if (cost > ONE || cost > left) {
                return false;
            }
            left -= cost;
            return true;
        }
    }
}
