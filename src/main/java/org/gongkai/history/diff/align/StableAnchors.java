package org.gongkai.history.diff.align;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds the heaviest common subsequence of two sequences. */
final class StableAnchors {
    private final int[] a;
    private final int[] b;
    private final int[] weights;
    private final StepBudget budget;
    private final int[] partner;

    private StableAnchors(int[] a, int[] b, int[] weights, StepBudget budget) {
        this.a = a;
        this.b = b;
        this.weights = weights;
        this.budget = budget;
        this.partner = new int[a.length];
        Arrays.fill(partner, -1);
    }

    /**
     * Returns for each member of {@code a} the index of its partner in {@code b}, or -1. Weights are those of
     * {@code a}.
     */
    static int[] of(int[] a, int[] b, int[] weights, StepBudget budget) {
        StableAnchors anchors = new StableAnchors(a, b, weights, budget);
        Deque<int[]> gaps = new ArrayDeque<>();
        gaps.push(new int[] {0, a.length, 0, b.length});
        while (!gaps.isEmpty()) {
            anchors.gap(gaps.pop(), gaps);
        }
        return anchors.partner;
    }

    /** Numbers the keys of units; equal keys have the same number. */
    static <T> int[] keys(List<T> units, Function<T, String> key, Map<String, Integer> numbers) {
        return units.stream()
                .mapToInt(unit -> numbers.computeIfAbsent(key.apply(unit), unknown -> numbers.size()))
                .toArray();
    }

    private void gap(int[] gap, Deque<int[]> gaps) {
        int from = gap[0];
        int to = gap[1];
        int from2 = gap[2];
        int to2 = gap[3];
        while (from < to && from2 < to2 && a[from] == b[from2]) {
            partner[from++] = from2++;
        }
        while (from < to && from2 < to2 && a[to - 1] == b[to2 - 1]) {
            partner[--to] = --to2;
        }
        if (from == to || from2 == to2) {
            return;
        }
        if (budget.allows(to - from, to2 - from2)) {
            heaviest(from, to, from2, to2);
        } else {
            unique(from, to, from2, to2, gaps);
        }
    }

    private void heaviest(int from, int to, int from2, int to2) {
        int columns = to2 - from2;
        int[][] best = new int[to - from + 1][columns + 1];
        for (int i = 1; i <= to - from; i++) {
            for (int j = 1; j <= columns; j++) {
                int most = Math.max(best[i - 1][j], best[i][j - 1]);
                best[i][j] = a[from + i - 1] == b[from2 + j - 1]
                        ? Math.max(most, best[i - 1][j - 1] + weights[from + i - 1])
                        : most;
            }
        }
        int i = to - from;
        int j = columns;
        while (i > 0 && j > 0) {
            if (best[i][j] == best[i - 1][j]) {
                i--;
            } else if (best[i][j] == best[i][j - 1]) {
                j--;
            } else {
                partner[from + --i] = from2 + --j;
            }
        }
    }

    /** For long sequences: the longest common subsequence of unique members, then the gaps between them. */
    private void unique(int from, int to, int from2, int to2, Deque<int[]> gaps) {
        Map<Integer, Integer> first = once(a, from, to);
        Map<Integer, Integer> second = once(b, from2, to2);
        int[] at = new int[to - from];
        int[] at2 = new int[to - from];
        int count = 0;
        for (int i = from; i < to; i++) {
            Integer j = second.get(a[i]);
            if (j != null && j >= 0 && first.get(a[i]) >= 0) {
                at[count] = i;
                at2[count++] = j;
            }
        }
        int lastFrom = from;
        int lastFrom2 = from2;
        boolean any = false;
        for (int k : increasing(at2, count)) {
            any = true;
            partner[at[k]] = at2[k];
            gaps.push(new int[] {lastFrom, at[k], lastFrom2, at2[k]});
            lastFrom = at[k] + 1;
            lastFrom2 = at2[k] + 1;
        }
        if (any) {
            gaps.push(new int[] {lastFrom, to, lastFrom2, to2});
        }
    }

    /** The index of each key that occurs once, -1 for others. */
    private static Map<Integer, Integer> once(int[] keys, int from, int to) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = from; i < to; i++) {
            places.merge(keys[i], i, (before, now) -> -1);
        }
        return places;
    }

    /** Returns the indices of the longest increasing subsequence of the first {@code count} values. */
    private static int[] increasing(int[] values, int count) {
        int[] ends = new int[count];
        int[] before = new int[count];
        int length = 0;
        for (int k = 0; k < count; k++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (values[ends[middle]] < values[k]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[k] = low == 0 ? -1 : ends[low - 1];
            ends[low] = k;
            length = Math.max(length, low + 1);
        }
        int[] row = new int[length];
        for (int k = length == 0 ? -1 : ends[length - 1], at = length - 1; k >= 0; k = before[k]) {
            row[at--] = k;
        }
        return row;
    }
}
