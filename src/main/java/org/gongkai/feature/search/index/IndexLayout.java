package org.gongkai.feature.search.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.feature.search.index.DocumentStore.StoredText;
import org.gongkai.feature.search.key.DocumentCodes;
import org.gongkai.feature.search.key.KeyFiles;
import org.gongkai.feature.search.key.KeySplitter;
import org.gongkai.io.Digests;

/**
 * How documents are distributed over the files of an index.
 *
 * @param documents the number of documents
 * @param isBundle whether one file has all texts, and there are no keys
 * @param textsBits how many texts share a file, as a power of two
 * @param segments documents that are indexed together
 * @param blocks documents whose texts share a folder; none in a bundle
 */
record IndexLayout(int documents, boolean isBundle, int textsBits, List<Segment> segments, List<Block> blocks) {

    /** Maximum size of packed texts without keys, in bytes: a single file holds all texts and is searched in full. */
    private static final int BUNDLE_BYTES = 200_000;
    /** Target size of a file of texts, in bytes. */
    private static final int TEXT_FILE_BYTES = 3000;

    private static final int MAX_TEXTS_BITS = 5;
    /** Units of text after which a segment ends, at a multiple of {@link #SEGMENT_STEP} documents. */
    private static final long SEGMENT_UNITS = 64_000_000;

    private static final int SEGMENT_STEP = 1024;
    /**
     * Minimum number of documents for a separate segment of those after the last full step; only that segment changes
     * when documents are added.
     */
    private static final int MIN_BEFORE_RECENT = 4 * SEGMENT_STEP;

    /** What the hash of an address begins with if a block does: that of one of 256. */
    private static final String BORDER = "00";

    private static final int BLOCK_NAME = 6;

    /**
     * Consecutive documents that are indexed together.
     *
     * @param from id of the first document
     * @param to id after that of the last
     * @param borders the border of each file of keys, see {@link KeyFiles}
     */
    record Segment(int from, int to, List<String> borders) {

        int documents() {
            return to - from;
        }
    }

    /**
     * Consecutive documents whose texts lie in one folder. Whether a document begins one depends on its address alone,
     * so that a document more changes no other folder than its own.
     *
     * @param from id of the first document
     */
    record Block(int from, String name) {

        private static List<Block> of(List<String> addresses) {
            List<Block> blocks = new ArrayList<>(List.of(new Block(0, "0")));
            Set<String> names = new HashSet<>();
            for (int id = 1; id < addresses.size(); id++) {
                String hash = Digests.sha256(addresses.get(id));
                String name = hash.substring(BORDER.length(), BORDER.length() + BLOCK_NAME);
                if (hash.startsWith(BORDER) && names.add(name)) {
                    blocks.add(new Block(id, name));
                }
            }
            return blocks;
        }
    }

    /** A file of the texts of consecutive documents. */
    record TextFile(String name, int from, int to) {}

    /**
     * Distributes documents; the borders of keys follow when they are known.
     *
     * @param addresses the address of each document
     */
    static IndexLayout of(List<StoredText> texts, List<String> addresses) {
        long bytes = Character.BYTES
                * texts.stream().mapToLong(StoredText::packedLength).sum();
        if (bytes <= BUNDLE_BYTES) {
            return new IndexLayout(texts.size(), true, 0, List.of(), List.of());
        }
        List<Segment> segments = new ArrayList<>();
        int from = 0;
        long units = 0;
        for (int i = 0; i < texts.size(); i++) {
            units += texts.get(i).foldedLength();
            if (units > SEGMENT_UNITS && (i + 1) % SEGMENT_STEP == 0) {
                segments.add(new Segment(from, i + 1, List.of()));
                from = i + 1;
                units = 0;
            }
        }
        int recent = texts.size() - texts.size() % SEGMENT_STEP;
        if (recent - from >= MIN_BEFORE_RECENT) {
            segments.add(new Segment(from, recent, List.of()));
            from = recent;
        }
        if (from < texts.size()) {
            segments.add(new Segment(from, texts.size(), List.of()));
        }
        return new IndexLayout(texts.size(), false, textsBits(bytes / texts.size()), segments, Block.of(addresses));
    }

    /** Texts share a file if they are short, so that few files are much smaller than a block of a disk. */
    private static int textsBits(long meanBytes) {
        int bits = 0;
        while (bits < MAX_TEXTS_BITS && meanBytes << bits + 1 <= TEXT_FILE_BYTES) {
            bits++;
        }
        return bits;
    }

    IndexLayout with(List<Segment> others) {
        return new IndexLayout(documents, isBundle, textsBits, List.copyOf(others), blocks);
    }

    /** The files of texts; none of a bundle. */
    List<TextFile> textFiles() {
        List<TextFile> files = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            int end = i + 1 < blocks.size() ? blocks.get(i + 1).from() : documents;
            for (int from = block.from(); from < end; from += 1 << textsBits) {
                String name = "t/" + block.name() + "/" + (from - block.from() >> textsBits);
                files.add(new TextFile(name, from, Math.min(from + (1 << textsBits), end)));
            }
        }
        return files;
    }

    /** Whether an index of an earlier layout can be updated: both have keys. */
    boolean canUpdate(IndexLayout before) {
        return !isBundle && !before.isBundle;
    }

    /**
     * Whether the files of a segment's keys can be updated: documents were added after all earlier ones only, and codes
     * have the same widths.
     */
    boolean canUpdate(IndexLayout before, int segment) {
        if (segment >= before.segments.size()) {
            return false;
        }
        Segment now = segments.get(segment);
        Segment then = before.segments.get(segment);
        return now.from() == then.from()
                && (now.to() == then.to() || now.to() > then.to() && then.to() == before.documents)
                && DocumentCodes.rounded(now.documents()) == DocumentCodes.rounded(then.documents())
                && KeySplitter.dividesAlike(now.documents(), then.documents());
    }
}
