package org.gongkai.feature.search.key;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.io.function.IOConsumer;
import org.gongkai.feature.search.index.FoldedDocument;
import org.gongkai.io.WorkPool;

/** Computes the keys of a segment: consecutive documents that are indexed together. */
public final class SegmentKeys {

    /** Precedes the keys of titles and tags. */
    public static final char TITLE = '\u0002';
    /** Precedes the keys of headings. */
    public static final char HEADING = '\u0003';
    /** Precedes the keys of the pinyin initials of titles. */
    public static final char INITIALS = '\u0004';

    /** How many positions are sorted at a time; a thread needs twelve bytes for each. */
    private static final int BATCH = 8_000_000;

    private final SegmentText text;
    private final int[] titles;
    private final int[] headings;
    private final SegmentText initials;

    /**
     * @param documents the documents of the segment
     * @param initials the pinyin initials of the title of each
     */
    public SegmentKeys(List<FoldedDocument> documents, List<FoldedDocument> initials) {
        this.text = SegmentText.of(documents, KeySplitter.MAX_KEY + 2);
        this.initials = SegmentText.of(initials, KeySplitter.MAX_KEY + 2);
        this.titles = new int[2 * documents.size()];
        int[] spans =
                new int[documents.stream().mapToInt(d -> d.headings().length).sum()];
        int next = 0;
        for (int i = 0; i < documents.size(); i++) {
            FoldedDocument document = documents.get(i);
            titles[2 * i] = text.start(i);
            titles[2 * i + 1] = text.start(i) + document.titleEnd();
            for (int border : document.headings()) {
                spans[next++] = text.start(i) + border;
            }
        }
        this.headings = spans;
    }

    /** Some first units whose keys are computed together. */
    private record Batch(int first, int last, int[] ends) {}

    /** Adds all keys to files, in order: a part as soon as those before it were added, while others are computed. */
    public void writeTo(KeyFiles files, WorkPool pool) {
        List<Supplier<List<KeyList>>> parts = new ArrayList<>();
        for (char mark : new char[] {TITLE, HEADING, INITIALS}) {
            parts.add(() -> List.of(marked(mark)));
        }
        batches().forEach(batch -> parts.add(() -> keys(batch)));
        InOrder<List<KeyList>> added = new InOrder<>(lists -> {
            for (KeyList list : lists) {
                files.add(list);
            }
        });
        pool.forEach(
                IntStream.range(0, parts.size()).boxed().toList(),
                i -> added.put(i, parts.get(i).get()));
    }

    /** The number of documents. */
    public int documents() {
        return text.documents();
    }

    /**
     * Returns the keys that begin with some marks or pairs of units.
     *
     * @return the keys of each; empty for a pair that no document holds
     */
    public Map<String, KeyList> keys(Set<String> prefixes) {
        Map<String, KeyList> keys = new HashMap<>();
        PairSearch pairs = new PairSearch(text);
        for (String prefix : prefixes) {
            if (prefix.length() > 1) {
                pairs.add(prefix);
            } else {
                keys.put(prefix, marked(prefix.charAt(0)));
            }
        }
        KeySplitter splitter = new KeySplitter(text);
        pairs.find().forEach((pair, positions) -> keys.put(pair, splitter.split(pair.charAt(0), positions)));
        return keys;
    }

    private KeyList marked(char mark) {
        return switch (mark) {
            case TITLE -> new KeySplitter(text).splitMarked(TITLE, Positions.before(text, titles));
            case HEADING -> new KeySplitter(text).splitMarked(HEADING, Positions.before(text, headings));
            default ->
                new KeySplitter(initials)
                        .splitMarked(INITIALS, Positions.before(initials, new int[] {1, initials.length()}));
        };
    }

    private List<KeyList> keys(Batch batch) {
        Positions positions = Positions.ofRanks(text, batch.first(), batch.last(), batch.ends());
        KeySplitter splitter = new KeySplitter(text);
        List<KeyList> lists = new ArrayList<>();
        int start = 0;
        for (int rank = batch.first(); rank <= batch.last(); rank++) {
            lists.add(splitter.split(text.unit(rank), positions, start, batch.ends()[rank - batch.first()]));
            start = batch.ends()[rank - batch.first()];
        }
        return lists;
    }

    private List<Batch> batches() {
        int[] counts = new int[text.alphabet()];
        for (int i = 1; i < text.length(); i++) {
            counts[text.rank(i)]++;
        }
        List<Batch> batches = new ArrayList<>();
        int first = SegmentText.BREAK_RANK + 1;
        while (first < counts.length) {
            int[] ends = new int[counts.length - first];
            int sum = 0;
            int rank = first;
            while (rank < counts.length && (rank == first || sum + counts[rank] <= BATCH)) {
                sum += counts[rank];
                ends[rank - first] = sum;
                rank++;
            }
            batches.add(new Batch(first, rank - 1, Arrays.copyOf(ends, rank - first)));
            first = rank;
        }
        return batches;
    }

    /**
     * Hands on numbered values in order, from 0, each as soon as those before it are there. Safe for use by multiple
     * threads; none waits for another that hands on.
     */
    private static final class InOrder<T> {

        private final IOConsumer<T> receiver;
        private final Map<Integer, T> early = new ConcurrentHashMap<>();
        private final ReentrantLock lock = new ReentrantLock();
        private volatile int next;

        InOrder(IOConsumer<T> receiver) {
            this.receiver = receiver;
        }

        /** Adds a value, and hands on what is due. */
        void put(int number, T value) throws IOException {
            early.put(number, value);
            // Asked again after the lock is released: meanwhile another thread may have added the next value in vain.
            while (early.containsKey(next) && lock.tryLock()) {
                try {
                    for (T due = early.remove(next); due != null; due = early.remove(next)) {
                        receiver.accept(due);
                        next++;
                    }
                } finally {
                    lock.unlock();
                }
            }
        }
    }

    /** Finds all positions of some pairs of units in one pass over a text. */
    private static final class PairSearch {

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
}
