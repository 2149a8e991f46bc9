package org.gongkai.feature.search.key;

import java.util.Arrays;

/**
 * Sorts positions by the units that follow them. Its loops decide how long indexing takes, and run on arrays for that
 * reason. Not safe for use by multiple threads; an instance reuses its buffers.
 */
final class PositionSorter {

    private static final int BLOCK = 64;

    private final SegmentText text;
    private final int[] counts;
    private char[] next = {};
    private int[] sorted = {};
    private long[] sortedAhead = {};

    PositionSorter(SegmentText text) {
        this.text = text;
        this.counts = new int[text.alphabet()];
    }

    /**
     * Groups of positions with the same unit at a distance.
     *
     * @param ranks the rank of the unit of each group, ascending
     * @param ends the index after the last position of each group
     */
    record Groups(char[] ranks, int[] ends) {}

    /** Groups positions by the unit at a distance; groups ascend by rank, and stay in the order of the text. */
    Groups group(Positions positions, int from, int to, int distance) {
        int count = to - from;
        ensureCapacity(count);
        int different = 0;
        char[] ranks = new char[8];
        lookAhead(positions, from, count, distance);
        for (int i = 0; i < count; i++) {
            char rank = next[i];
            if (counts[rank]++ == 0) {
                if (different == ranks.length) {
                    ranks = Arrays.copyOf(ranks, different * 2);
                }
                ranks[different++] = rank;
            }
        }
        ranks = Arrays.copyOf(ranks, different);
        Arrays.sort(ranks);
        int[] ends = new int[different];
        int start = 0;
        for (int i = 0; i < different; i++) {
            int size = counts[ranks[i]];
            counts[ranks[i]] = start;
            start += size;
            ends[i] = from + start;
        }
        if (different > 1) {
            reorder(positions, from, count, distance <= Positions.AHEAD);
        }
        for (char rank : ranks) {
            counts[rank] = 0;
        }
        return new Groups(ranks, ends);
    }

    /** Reads the ranks at a distance from some positions. */
    private void lookAhead(Positions positions, int from, int count, int distance) {
        char[] to = next;
        if (distance <= Positions.AHEAD) {
            long[] ahead = positions.aheads();
            int shift = Character.SIZE * (Positions.AHEAD - distance);
            for (int i = 0; i < count; i++) {
                to[i] = (char) (ahead[from + i] >>> shift);
            }
        } else {
            int[] position = positions.positions();
            char[] ranks = text.ranks();
            for (int i = 0; i < count; i++) {
                to[i] = ranks[position[from + i] + distance];
            }
        }
    }

    /** Moves positions to where the counts say, with what lies ahead of them as long as it is needed. */
    private void reorder(Positions positions, int from, int count, boolean withAheads) {
        int[] position = positions.positions();
        long[] ahead = positions.aheads();
        for (int i = 0; i < count; i++) {
            int target = counts[next[i]]++;
            sorted[target] = position[from + i];
            if (withAheads) {
                sortedAhead[target] = ahead[from + i];
            }
        }
        System.arraycopy(sorted, 0, position, from, count);
        if (withAheads) {
            System.arraycopy(sortedAhead, 0, ahead, from, count);
        }
    }

    /**
     * How many units after the first {@code length} are the same at all positions, up to the end of the block or a
     * maximum.
     */
    int common(Positions positions, int from, int to, int length, int maxLength) {
        int near = length <= Positions.AHEAD ? commonAhead(positions, from, to, length) : 0;
        int far = length + near > Positions.AHEAD ? commonInText(positions, from, to, length + near, maxLength) : 0;
        int common = Math.min(near + far, maxLength - length);
        int first = positions.positions()[from] + length;
        int untilBreak = 0;
        while (untilBreak < common && text.rank(first + untilBreak) != SegmentText.BREAK_RANK) {
            untilBreak++;
        }
        return untilBreak;
    }

    private static int commonAhead(Positions positions, int from, int to, int length) {
        long[] ahead = positions.aheads();
        int unused = Character.SIZE * (length - 1);
        long different = 0;
        for (int i = from + 1; i < to && different << unused >>> Long.SIZE - Character.SIZE == 0; i++) {
            different |= ahead[from] ^ ahead[i];
        }
        return Math.min(Long.numberOfLeadingZeros(different << unused) / Character.SIZE, Positions.AHEAD + 1 - length);
    }

    private int commonInText(Positions positions, int from, int to, int length, int maxLength) {
        int[] position = positions.positions();
        char[] ranks = text.ranks();
        int first = position[from] + length;
        int common = Math.max(0, maxLength - length);
        for (int start = from + 1; start < to && common > 0; start += BLOCK) {
            int end = Math.min(start + BLOCK, to);
            // A loop that only reads waits for many parts of the text at a time; the next one finds them in the
            // processor's cache.
            int different = 0;
            for (int i = start; i < end; i++) {
                int other = position[i] + length;
                different |= ranks[first] ^ ranks[other] | ranks[first + common - 1] ^ ranks[other + common - 1];
            }
            for (int i = start; i < end && (different != 0 || common > 2); i++) {
                int other = position[i] + length;
                int mismatch = Arrays.mismatch(ranks, first, first + common, ranks, other, other + common);
                common = mismatch < 0 ? common : mismatch;
            }
        }
        return common;
    }

    /** How many units before all positions are the same, from the beginning of the block on or up to a maximum. */
    int commonBefore(Positions positions, int from, int to, int max) {
        int[] position = positions.positions();
        char[] ranks = text.ranks();
        int common = 0;
        while (common < max && isCommon(position, from, to, common + 1, ranks)) {
            common++;
        }
        return common;
    }

    private static boolean isCommon(int[] position, int from, int to, int before, char[] ranks) {
        char rank = ranks[position[from] - before];
        int i = from;
        while (i < to && ranks[position[i] - before] == rank) {
            i++;
        }
        return i == to && rank != SegmentText.BREAK_RANK;
    }

    private void ensureCapacity(int count) {
        if (next.length < count) {
            int capacity = count + count / 2;
            next = new char[capacity];
            sorted = new int[capacity];
            sortedAhead = new long[capacity];
        }
    }
}
