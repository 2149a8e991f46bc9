package org.gongkai.history.diff.align;

import java.util.Arrays;

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
        int[] partner = new int[n];
        Arrays.fill(partner, -1);
        if (n == 0 || m == 0) {
            return partner;
        }
        int half = (long) n * m <= ALL ? m : BAND;
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
}
