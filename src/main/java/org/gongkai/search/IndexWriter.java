package org.gongkai.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.io.WorkPool;

/** Writes the files of an index. */
final class IndexWriter {

    /** Up to so many bytes of packed texts there are no keys: one file has all texts and is searched whole. */
    private static final int BUNDLE_BYTES = 200_000;
    /** The size that files of texts are meant to have, in bytes. */
    private static final int TEXT_FILE_BYTES = 4096;

    private static final int MAX_TEXTS_BITS = 5;
    /** A segment ends after so many units of text, at a multiple of {@link #SEGMENT_STEP} documents. */
    private static final long SEGMENT_UNITS = 64_000_000;

    private static final int SEGMENT_STEP = 1024;
    private static final int TEXT_FILES_PER_FOLDER_BITS = 8;

    private final DocumentStore store;
    private final List<SearchCache.Document> documents;
    private final IndexFiles files;
    private final WorkPool pool;

    IndexWriter(DocumentStore store, List<SearchCache.Document> documents, IndexFiles files, WorkPool pool) {
        this.store = store;
        this.documents = documents;
        this.files = files;
        this.pool = pool;
    }

    /** Writes all files. */
    void write(SearchFacets facets, Vocabulary vocabulary) throws IOException {
        long bytes = 0;
        for (SearchCache.Document document : documents) {
            bytes += document.text().packedLength() * (long) Character.BYTES;
        }
        boolean bundle = bytes <= BUNDLE_BYTES;
        int textsBits = bundle ? 0 : textsBits(bytes / documents.size());
        files.write("v", vocabulary.script());
        if (bundle) {
            files.write("t", texts(0, documents.size()));
        } else {
            writeTexts(textsBits);
        }
        List<String> segments = bundle ? List.of() : writeSegments();
        files.write("m", new IndexManifest(facets, bundle, textsBits, segments).script());
    }

    /** How many texts share a file, as a power of two, so that few files are much smaller than a block of a disk. */
    private static int textsBits(long meanBytes) {
        int bits = 0;
        while (bits < MAX_TEXTS_BITS && meanBytes << bits + 1 <= TEXT_FILE_BYTES) {
            bits++;
        }
        return bits;
    }

    private void writeTexts(int bits) {
        int count = documents.size() + (1 << bits) - 1 >> bits;
        pool.forEach(IntStream.range(0, count).boxed().toList(), file -> {
            String name =
                    "t/" + (file >> TEXT_FILES_PER_FOLDER_BITS) + "/" + (file & (1 << TEXT_FILES_PER_FOLDER_BITS) - 1);
            files.write(name, texts(file << bits, Math.min(file + 1 << bits, documents.size())));
        });
    }

    private String texts(int from, int to) throws IOException {
        List<String> literals = new ArrayList<>();
        for (int i = from; i < to; i++) {
            literals.add('"' + store.packed(documents.get(i).text()) + '"');
        }
        return '[' + String.join(",", literals) + ']';
    }

    private List<String> writeSegments() throws IOException {
        List<String> segments = new ArrayList<>();
        for (int from = 0, to; from < documents.size(); from = to) {
            to = segmentEnd(from);
            KeyFiles keys = new KeyFiles(
                    segments.size(), (name, packed) -> files.write("i/" + name, '"' + packed.toString() + '"'));
            segment(from, to).writeTo(keys, pool);
            List<String> borders = keys.finish();
            segments.add("{from:" + from + ",n:" + (to - from) + ",files:" + borders.size() + ",r:\""
                    + KeyFiles.router(borders) + "\"}");
        }
        return segments;
    }

    private int segmentEnd(int from) {
        long units = 0;
        for (int i = from; i < documents.size(); i++) {
            units += documents.get(i).text().foldedLength();
            if (units > SEGMENT_UNITS && (i + 1) % SEGMENT_STEP == 0) {
                return i + 1;
            }
        }
        return documents.size();
    }

    private SegmentIndex segment(int from, int to) throws IOException {
        List<FoldedDocument> texts = new ArrayList<>();
        List<FoldedDocument> titles = new ArrayList<>();
        for (int i = from; i < to; i++) {
            texts.add(store.folded(documents.get(i).text()));
            char[] text = (documents.get(i).initials() + TextFolding.BREAK).toCharArray();
            titles.add(new FoldedDocument(text, text.length, new int[0]));
        }
        return new SegmentIndex(texts, titles);
    }
}
