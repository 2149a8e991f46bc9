package org.gongkai.history.diff;

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

/**
 * Pairs the members of two sequences in order, so that the scores of the pairs, less the costs of the places where a
 * change begins or ends, have the greatest sum.
 */
public final class Alignment {
    /** Largest table that is filled completely; of larger ones only a band around the diagonal is filled. */
    private static final long ALL = 250_000;

    private static final int BAND = 12;
    private static final double NEVER = -1e9;

    /** Best in a change came from a pair, or from the left; best pair came from a change. */
    private static final byte OPENED = 1;

    private static final byte LEFT = 2;
    private static final byte CLOSED = 4;

    /** Score of a pair; zero or less if the two must not be paired. */
    public interface Score {
        double of(int i, int j);
    }

    /**
     * A sequence whose members are paired with equal ones.
     *
     * @param keys equal members have the same key
     * @param weights score of a pair, by its member of the first sequence
     * @param edges cost of a boundary of a change before each member and at the end; the other sequence adds its own
     */
    record Sequence(int[] keys, int[] weights, int[] edges) {

        /** Boundaries of changes cost nothing. */
        Sequence(int[] keys, int[] weights) {
            this(keys, weights, new int[keys.length + 1]);
        }

        private Sequence part(int from, int to) {
            return new Sequence(
                    Arrays.copyOfRange(keys, from, to),
                    Arrays.copyOfRange(weights, from, to),
                    Arrays.copyOfRange(edges, from, to + 1));
        }
    }

    private Alignment() {}

    /** For each member of the first sequence the index of its partner in the second, or -1. */
    public static int[] of(int n, int m, Score score) {
        return of(score, new int[n + 1], new int[m + 1], (long) n * m <= ALL ? m : BAND + m / n);
    }

    /** @param half columns of the table that are filled on either side of the diagonal */
    private static int[] of(Score score, int[] edges, int[] edges2, int half) {
        int n = edges.length - 1;
        int m = edges2.length - 1;
        byte[][] from = new byte[n + 1][];
        double[] pairs = new double[m + 1];
        double[] changes = new double[m + 1];
        double[] pairsAbove = new double[m + 1];
        double[] changesAbove = new double[m + 1];
        for (int i = 0; i <= n; i++) {
            int low = low(i, n, m, half);
            int high = (int) Math.min(m, diagonal(i, n, m) + half);
            from[i] = new byte[high - low + 1];
            Arrays.fill(pairs, NEVER);
            Arrays.fill(changes, NEVER);
            for (int j = low; j <= high; j++) {
                int cost = edges[i] + edges2[j];
                double pair = i == 0 && j == 0 ? 0 : NEVER;
                byte way = 0;
                double worth = i > 0 && j > 0 ? score.of(i - 1, j - 1) : 0;
                if (worth > 0) {
                    double closed = changesAbove[j - 1] - edges[i - 1] - edges2[j - 1];
                    way = closed >= pairsAbove[j - 1] ? CLOSED : 0;
                    pair = Math.max(closed, pairsAbove[j - 1]) + worth;
                }
                double up = i > 0 ? changesAbove[j] : NEVER;
                double left = j > 0 ? changes[j - 1] : NEVER;
                way |= left > up ? LEFT : 0;
                way |= pair - cost > Math.max(up, left) ? OPENED : 0;
                pairs[j] = pair;
                changes[j] = Math.max(pair - cost, Math.max(up, left));
                from[i][j - low] = way;
            }
            double[] swap = pairsAbove;
            pairsAbove = pairs;
            pairs = swap;
            swap = changesAbove;
            changesAbove = changes;
            changes = swap;
        }
        return trace(from, m, half, changesAbove[m] - edges[n] - edges2[m] >= pairsAbove[m]);
    }

    private static int[] trace(byte[][] from, int m, int half, boolean endsInChange) {
        int n = from.length - 1;
        int[] partner = new int[n];
        Arrays.fill(partner, -1);
        boolean inChange = endsInChange;
        for (int i = n, j = m; i > 0 || j > 0; ) {
            byte way = from[i][j - low(i, n, m, half)];
            if (!inChange) {
                partner[--i] = --j;
                inChange = (way & CLOSED) != 0;
            } else if ((way & OPENED) != 0) {
                inChange = false;
            } else if ((way & LEFT) != 0) {
                j--;
            } else {
                i--;
            }
        }
        return partner;
    }

    private static long diagonal(int i, int n, int m) {
        return n == 0 ? 0 : (long) i * m / n;
    }

    private static int low(int i, int n, int m, int half) {
        return (int) Math.max(0, diagonal(i, n, m) - half);
    }

    /**
     * Pairs equal members. If the budget does not suffice, those that occur seldom are paired first, and what is
     * between them as far as it suffices.
     *
     * @return for each member of the first sequence the index of its partner in the second, or -1
     */
    static int[] ofEqual(Sequence a, Sequence b, StepBudget budget) {
        if (budget.allows(a.keys().length, b.keys().length)) {
            return within(a, b);
        }
        HistogramDiff diff = new HistogramDiff();
        // The algorithm that JGit has for what is left needs a time that grows with its square.
        diff.setFallbackAlgorithm(null);
        int[] partner = new int[a.keys().length];
        Arrays.fill(partner, -1);
        int i = 0;
        int j = 0;
        for (Edit edit : diff.diff(RawTextComparator.DEFAULT, lines(a.keys()), lines(b.keys()))) {
            while (i < edit.getBeginA()) {
                partner[i++] = j++;
            }
            if (budget.allows(edit.getLengthA(), edit.getLengthB())) {
                int[] found = within(a.part(i, edit.getEndA()), b.part(j, edit.getEndB()));
                for (int k = 0; k < found.length; k++) {
                    partner[i + k] = found[k] < 0 ? -1 : j + found[k];
                }
            }
            i = edit.getEndA();
            j = edit.getEndB();
        }
        while (i < partner.length) {
            partner[i++] = j++;
        }
        return partner;
    }

    private static int[] within(Sequence a, Sequence b) {
        Score score = (i, j) -> a.keys()[i] == b.keys()[j] ? a.weights()[i] : 0;
        return of(score, a.edges(), b.edges(), b.keys().length);
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
