package org.gongkai.feature.search.key;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds all positions of some pairs of units in one pass over a text. */
final class PairSearch {

    private static final int FILTER_BITS = 18;

    private final SegmentText text;
    private final long[] filter = new long[1 << FILTER_BITS - 6];
    private final Map<String, Integer> ranksOfPair = new LinkedHashMap<>();
    private final Map<Integer, Found> found = new HashMap<>();

    private static final class Found {
        private int[] positions = new int[8];
        private int count;

        void add(int position) {
            if (count == positions.length) {
                positions = Arrays.copyOf(positions, count * 2);
            }
            positions[count++] = position;
        }
    }

    PairSearch(SegmentText text) {
        this.text = text;
    }

    /** Adds a pair to find. */
    void add(String pair) {
        int first = text.rankOf(pair.charAt(0));
        int second = text.rankOf(pair.charAt(1));
        int ranks = first < 0 || second < 0 ? -1 : first << 16 | second;
        ranksOfPair.put(pair, ranks);
        if (ranks != -1) {
            filter[hash(first, second) >> 6] |= 1L << hash(first, second);
            found.put(ranks, new Found());
        }
    }

    private static int hash(int first, int second) {
        return (first * 40503 ^ second * 30011) & (1 << FILTER_BITS) - 1;
    }

    /** Returns the positions of each pair. */
    Map<String, Positions> find() {
        int end = text.length();
        int next = text.rank(1);
        for (int i = 1; i < end; i++) {
            int first = next;
            next = text.rank(i + 1);
            int hash = hash(first, next);
            if ((filter[hash >> 6] >>> hash & 1) != 0) {
                Found pair = found.get(first << 16 | next);
                if (pair != null) {
                    pair.add(i);
                }
            }
        }
        Map<String, Positions> positions = new LinkedHashMap<>();
        ranksOfPair.forEach((pair, ranks) -> {
            Found all = found.getOrDefault(ranks, new Found());
            positions.put(pair, Positions.of(text, all.positions, all.count));
        });
        return positions;
    }
}
