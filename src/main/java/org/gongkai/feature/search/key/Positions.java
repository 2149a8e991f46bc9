package org.gongkai.feature.search.key;

import java.util.Arrays;

/**
 * Positions of a text, grouped by the rank of their first unit, in the order of the text within a group. The ranks of
 * the {@value #AHEAD} units after the first are kept with each, so that the first steps of sorting need not look into
 * the text.
 */
final class Positions {

    /** The distance up to which the ranks are kept. */
    static final int AHEAD = 4;

    private int[] position;
    private long[] ahead;
    private int count;

    private Positions(int capacity) {
        position = new int[capacity];
        ahead = new long[capacity];
    }

    /**
     * The positions of all units with a rank in a range.
     *
     * @param ends for each of these ranks the number of positions with a rank from {@code first} up to it
     */
    static Positions ofRanks(SegmentText text, int first, int last, int[] ends) {
        Positions positions = new Positions(ends[last - first]);
        int[] next = new int[last - first + 1];
        System.arraycopy(ends, 0, next, 1, last - first);
        char[] ranks = text.ranks();
        int end = text.length();
        int span = last - first;
        for (int i = 1; i < end; i++) {
            int rank = ranks[i] - first;
            if (rank >= 0 && rank <= span) {
                positions.put(next[rank]++, i, ranks);
            }
        }
        positions.count = positions.position.length;
        return positions;
    }

    /** The positions before each unit of some spans, so that a mark takes the place of the unit before the text. */
    static Positions before(SegmentText text, int[] spans) {
        Positions positions = new Positions(256);
        for (int i = 0; i < spans.length; i += 2) {
            for (int at = spans[i]; at < spans[i + 1]; at++) {
                if (text.rank(at) != SegmentText.BREAK_RANK) {
                    positions.add(at - 1, text);
                }
            }
        }
        return positions;
    }

    /** Positions that share their first unit, in the order of the text. */
    static Positions of(SegmentText text, int[] positions, int count) {
        Positions some = new Positions(Math.max(1, count));
        for (int i = 0; i < count; i++) {
            some.put(i, positions[i], text.ranks());
        }
        some.count = count;
        return some;
    }

    private void add(int at, SegmentText text) {
        if (count == position.length) {
            position = Arrays.copyOf(position, count * 2);
            ahead = Arrays.copyOf(ahead, count * 2);
        }
        put(count++, at, text.ranks());
    }

    private void put(int index, int at, char[] ranks) {
        position[index] = at;
        ahead[index] =
                (long) ranks[at + 1] << 48 | (long) ranks[at + 2] << 32 | (long) ranks[at + 3] << 16 | ranks[at + 4];
    }

    int count() {
        return count;
    }

    /** The positions; the array is not copied, because loops over it decide how long indexing takes. */
    int[] positions() {
        return position;
    }

    /** The ranks at distances of 1 (the highest bits) to {@value #AHEAD} from each position; not copied either. */
    long[] aheads() {
        return ahead;
    }
}
