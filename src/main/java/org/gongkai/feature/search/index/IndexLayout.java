package org.gongkai.feature.search.index;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.feature.search.key.DocumentCodes;
import org.gongkai.feature.search.key.KeyFiles;
import org.gongkai.feature.search.key.KeySplitter;
import org.gongkai.feature.search.text.StoredText;

/**
 * How documents are distributed over the files of an index.
 *
 * @param documents the number of documents
 * @param isBundle whether one file has all texts, and there are no keys
 * @param textsBits how many texts share a file, as a power of two
 * @param segments documents that are indexed together
 */
record IndexLayout(int documents, boolean isBundle, int textsBits, List<Segment> segments) {

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

    /** Distributes documents; the borders of keys follow when they are known. */
    static IndexLayout of(List<StoredText> texts) {
        long bytes = 0;
        for (StoredText text : texts) {
            bytes += text.packedLength() * (long) Character.BYTES;
        }
        if (bytes <= BUNDLE_BYTES) {
            return new IndexLayout(texts.size(), true, 0, List.of());
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
        return new IndexLayout(texts.size(), false, textsBits(bytes / texts.size()), segments);
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
        return new IndexLayout(documents, isBundle, textsBits, List.copyOf(others));
    }

    /** Whether an index of an earlier layout can be updated: it has the same files of texts, and it has keys. */
    boolean canUpdate(IndexLayout before) {
        return !isBundle && !before.isBundle && textsBits == before.textsBits;
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
