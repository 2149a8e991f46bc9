package org.gongkai.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.cache.CacheStore;
import org.gongkai.io.Digests;
import org.gongkai.io.WorkPool;
import org.gongkai.output.Output;

/**
 * The index of a site: receives its documents while pages are written, then writes the files that the search page loads. Document
 * ids ascend with the date, so that a new entry appends to lists rather than shifts them. A document that has not changed since
 * an earlier build is not made again.
 *
 * <pre>{@code
 * try (SearchIndex index = new SearchIndex(2, CacheStore.NONE, scratchFolder)) {
 *     index.add(0, "a.html", older);
 *     index.add(1, "b.html", newer);
 *     index.write(output, facets, pool);
 * }
 * }</pre>
 */
public final class SearchIndex implements AutoCloseable {

    /** The folder of the files. */
    public static final String FOLDER = "search/";

    /** The texts lie in at most so many files, so that those of replaced texts do not pile up. */
    private static final int MAX_FILES = 8;

    private final SearchCache cache;
    private final DocumentStore store;
    private final SearchCache.Document[] documents;
    private final SearchableEntry[] sources;
    private final Set<String> filesBefore = ConcurrentHashMap.newKeySet();
    private final Vocabulary vocabulary = Vocabulary.ofProgram();
    private final TextFolding folding = new TextFolding();
    private final ThreadLocal<TextPacker> packers = ThreadLocal.withInitial(() -> new TextPacker(vocabulary));

    /**
     * @param documents the number of documents
     * @param records the results of earlier builds
     * @param folder the folder of the texts: of earlier builds too, if there are records
     */
    public SearchIndex(int documents, CacheStore records, Path folder) {
        this.cache = new SearchCache(records);
        this.store = new DocumentStore(folder);
        this.documents = new SearchCache.Document[documents];
        this.sources = new SearchableEntry[documents];
    }

    /**
     * Adds the document of a page. Thread-safe.
     *
     * @param id its id, from 0
     * @throws IOException if its texts cannot be stored
     */
    public void add(int id, String address, SearchableEntry entry) throws IOException {
        sources[id] = entry;
        if (!cache.isEnabled()) {
            documents[id] = make(entry, "");
            return;
        }
        String fingerprint = entry.fingerprint().get();
        Optional<SearchCache.Document> before = cache.document(address);
        before.ifPresent(document -> filesBefore.add(document.text().file()));
        documents[id] = before.filter(document -> document.fingerprint().equals(fingerprint))
                .orElse(null);
        if (documents[id] == null) {
            documents[id] = make(entry, fingerprint);
            cache.put(address, documents[id]);
        }
    }

    private SearchCache.Document make(SearchableEntry entry, String fingerprint) throws IOException {
        SearchDocument document = entry.document().get();
        return new SearchCache.Document(
                fingerprint,
                document.initials(),
                store.add(packers.get().pack(document.lines()), FoldedDocument.of(document, folding)));
    }

    /**
     * Writes all files; every document must have been added.
     *
     * @throws IOException if reading or writing fails
     */
    public void write(Output output, SearchFacets facets, WorkPool pool) throws IOException {
        IndexFiles files = new IndexFiles(output);
        String fingerprint = fingerprint(facets);
        Optional<SearchCache.Files> before =
                cache.files().filter(found -> found.fingerprint().equals(fingerprint));
        if (before.isPresent() && files.reuse(before.get().digests(), pool)) {
            return;
        }
        restore(pool);
        new IndexWriter(store, List.of(documents), files, pool).write(facets, vocabulary);
        if (cache.isEnabled()) {
            cache.put(new SearchCache.Files(fingerprint, files.digests()));
            Set<String> inUse = files(documents);
            inUse.addAll(filesBefore);
            store.save(inUse);
        }
    }

    private String fingerprint(SearchFacets facets) {
        return Digests.sha256(Arrays.stream(documents)
                .map(SearchCache.Document::fingerprint)
                .collect(Collectors.joining("\n", facets + "\n", ""))
                .getBytes(StandardCharsets.UTF_8));
    }

    /** Makes documents again whose stored texts are damaged, and moves all texts to one file if they lie in too many. */
    private void restore(WorkPool pool) throws IOException {
        boolean scattered = files(documents).size() > MAX_FILES;
        pool.forEach(IntStream.range(0, documents.length).boxed().toList(), id -> {
            SearchCache.Document document = documents[id];
            if (store.isFresh(document.text())) {
                return;
            }
            if (!store.isIntact(document.text())) {
                documents[id] = make(sources[id], document.fingerprint());
            } else if (scattered) {
                documents[id] = new SearchCache.Document(
                        document.fingerprint(), document.initials(), store.copy(document.text()));
            }
        });
    }

    private static Set<String> files(SearchCache.Document[] documents) {
        return Arrays.stream(documents)
                .map(document -> document.text().file())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Closes the files of the texts. */
    @Override
    public void close() throws IOException {
        store.close();
    }
}
