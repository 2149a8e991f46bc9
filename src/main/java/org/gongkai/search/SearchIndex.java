package org.gongkai.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.io.WorkPool;
import org.gongkai.output.Output;

/**
 * The index of a site: receives its documents while pages are written, then writes the files that the search page loads. Document
 * ids ascend with the date, so that a new entry appends to lists rather than shifts them.
 *
 * <pre>{@code
 * try (SearchIndex index = new SearchIndex(2, scratchFile)) {
 *     index.add(0, older);
 *     index.add(1, newer);
 *     index.write(output, facets, pool);
 * }
 * }</pre>
 */
public final class SearchIndex implements AutoCloseable {

    /** The folder of the files. */
    public static final String FOLDER = "search/";

    /** Up to so many bytes of packed texts there are no keys: one file has all texts and is searched whole. */
    private static final int BUNDLE_BYTES = 200_000;
    /** The size that files of texts are meant to have, in bytes. */
    private static final int TEXT_FILE_BYTES = 4096;

    private static final int MAX_TEXTS_BITS = 5;
    /** A segment ends after so many units of text, at a multiple of {@link #SEGMENT_STEP} documents. */
    private static final long SEGMENT_UNITS = 64_000_000;

    private static final int SEGMENT_STEP = 1024;
    private static final int TEXT_FILES_PER_FOLDER_BITS = 8;

    private final Vocabulary vocabulary = Vocabulary.ofProgram();
    private final TextFolding folding = new TextFolding();
    private final ThreadLocal<TextPacker> packers = ThreadLocal.withInitial(() -> new TextPacker(vocabulary));
    private final DocumentStore store;
    private final String[] initials;

    /**
     * @param documents the number of documents
     * @param scratch a file that holds the texts until the index is closed
     * @throws IOException if the file cannot be created
     */
    public SearchIndex(int documents, Path scratch) throws IOException {
        store = new DocumentStore(documents, scratch);
        initials = new String[documents];
    }

    /**
     * Adds a document. Thread-safe.
     *
     * @param id its id, from 0
     * @throws IOException if it cannot be stored
     */
    public void add(int id, SearchDocument document) throws IOException {
        initials[id] = document.initials();
        store.add(id, packers.get().pack(document.lines()), FoldedDocument.of(document, folding));
    }

    /**
     * Writes all files; every document must have been added.
     *
     * @throws IOException if reading or writing fails
     */
    public void write(Output output, SearchFacets facets, WorkPool pool) throws IOException {
        long bytes = 0;
        for (int i = 0; i < store.documents(); i++) {
            bytes += store.packedLength(i) * 2L;
        }
        boolean bundle = bytes <= BUNDLE_BYTES;
        int textsBits = bundle ? 0 : textsBits(bytes / store.documents());
        write(output, "v", vocabulary.script());
        if (bundle) {
            write(output, "t", texts(0, store.documents()));
        } else {
            writeTexts(output, textsBits, pool);
        }
        List<String> segments = bundle ? List.of() : writeSegments(output, pool);
        write(output, "m", new Manifest(facets, bundle, textsBits, segments).script());
    }

    private static void write(Output output, String name, String arguments) throws IOException {
        output.write(FOLDER + name + ".js", ScriptFile.call(arguments));
    }

    /** How many texts share a file, as a power of two, so that few files are much smaller than a block of a disk. */
    private static int textsBits(long meanBytes) {
        int bits = 0;
        while (bits < MAX_TEXTS_BITS && meanBytes << bits + 1 <= TEXT_FILE_BYTES) {
            bits++;
        }
        return bits;
    }

    private void writeTexts(Output output, int bits, WorkPool pool) {
        int files = store.documents() + (1 << bits) - 1 >> bits;
        pool.forEach(IntStream.range(0, files).boxed().toList(), file -> {
            String name =
                    "t/" + (file >> TEXT_FILES_PER_FOLDER_BITS) + "/" + (file & (1 << TEXT_FILES_PER_FOLDER_BITS) - 1);
            write(output, name, texts(file << bits, Math.min(file + 1 << bits, store.documents())));
        });
    }

    private String texts(int from, int to) throws IOException {
        List<String> literals = new ArrayList<>();
        for (int i = from; i < to; i++) {
            literals.add('"' + store.packed(i) + '"');
        }
        return '[' + String.join(",", literals) + ']';
    }

    private List<String> writeSegments(Output output, WorkPool pool) throws IOException {
        List<String> segments = new ArrayList<>();
        for (int from = 0, to; from < store.documents(); from = to) {
            to = segmentEnd(from);
            KeyFiles files = new KeyFiles(
                    segments.size(), (name, packed) -> write(output, "i/" + name, '"' + packed.toString() + '"'));
            segment(from, to).writeTo(files, pool);
            List<String> borders = files.finish();
            segments.add("{from:" + from + ",n:" + (to - from) + ",files:" + borders.size() + ",r:\""
                    + KeyFiles.router(borders) + "\"}");
        }
        return segments;
    }

    private int segmentEnd(int from) {
        long units = 0;
        for (int i = from; i < store.documents(); i++) {
            units += store.foldedLength(i);
            if (units > SEGMENT_UNITS && (i + 1) % SEGMENT_STEP == 0) {
                return i + 1;
            }
        }
        return store.documents();
    }

    private SegmentIndex segment(int from, int to) throws IOException {
        List<FoldedDocument> documents = new ArrayList<>();
        List<FoldedDocument> titles = new ArrayList<>();
        for (int i = from; i < to; i++) {
            documents.add(store.folded(i));
            char[] text = (initials[i] + TextFolding.BREAK).toCharArray();
            titles.add(new FoldedDocument(text, text.length, new int[0]));
        }
        return new SegmentIndex(documents, titles);
    }

    /** Discards the texts. */
    @Override
    public void close() throws IOException {
        store.close();
    }

    /** What the search page loads first. */
    private record Manifest(SearchFacets facets, boolean bundle, int textsBits, List<String> segments) {

        String script() {
            Map<String, Integer> combinations = new LinkedHashMap<>();
            List<Integer> numbers = facets.documents().stream()
                    .map(values ->
                            numbers(values.columns()) + "|" + numbers(values.years()) + "|" + numbers(values.kinds()))
                    .map(values -> combinations.computeIfAbsent(values, name -> combinations.size()))
                    .toList();
            int width = 32 - Integer.numberOfLeadingZeros(Math.max(1, combinations.size() - 1));
            BitWriter attributes = new BitWriter();
            numbers.forEach(number -> attributes.bits(number, width));
            return "{n:" + numbers.size() + ",g:" + textsBits + ",bundle:" + bundle
                    + ",columns:" + names(facets.columns())
                    + ",years:" + names(facets.years())
                    + ",kinds:" + names(facets.kinds())
                    + ",combos:" + names(List.copyOf(combinations.keySet()))
                    + ",bits:" + width
                    + ",attr:\"" + attributes
                    + "\",open:["
                    + facets.notices().stream().map(Manifest::notice).collect(Collectors.joining(","))
                    + "],segs:[" + String.join(",", segments) + "]}";
        }

        private static String numbers(List<Integer> numbers) {
            return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
        }

        private static String names(List<String> names) {
            return ScriptFile.string(String.join("\n", names));
        }

        private static String notice(SearchFacets.Notice notice) {
            return "[" + notice.document() + ",\"" + notice.from() + "\",\"" + notice.to() + "\"]";
        }
    }
}
