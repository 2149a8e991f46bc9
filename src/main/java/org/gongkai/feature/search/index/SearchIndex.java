package org.gongkai.feature.search.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.cache.CacheStore;
import org.gongkai.io.Digests;
import org.gongkai.io.WorkPool;
import org.gongkai.output.Output;
import org.gongkai.site.SearchDocument;
import org.gongkai.site.SearchDocument.SearchableEntry;

/**
 * The index of a site: receives its documents while pages are written, then writes the files that the search page
 * loads. Document ids ascend with the date, so that a new entry appends to lists rather than shifts them. Documents
 * that have not changed since an earlier build are reused.
 *
 * <pre>{@code
 * try (SearchIndex index = new SearchIndex(2, CacheStore.NONE, scratch, scratch)) {
 *     index.add(0, "a.html", older);
 *     index.add(1, "b.html", newer);
 *     index.write(output, facets, pool);
 * }
 * }</pre>
 */
public final class SearchIndex implements AutoCloseable {

    /** The folder of the files. */
    public static final String FOLDER = "search/";

    /** Maximum number of files of texts, so that replaced texts do not accumulate. */
    private static final int MAX_FILES = 8;

    /** An index of less than so many times as many documents as have changed is rewritten, which is faster then. */
    private static final int TIMES_CHANGES = 8;

    private final SearchCache cache;
    private final DocumentStore store;
    private final SearchCache.Document[] documents;
    private final SearchCache.Document[] earlier;
    /** The entries whose documents an earlier build stored, in case one is damaged; no others are retained. */
    private final SearchableEntry[] sources;

    private final String[] addresses;
    private final Vocabulary vocabulary = Vocabulary.ofProgram();
    private final TextFolding folding = new TextFolding();
    private final ThreadLocal<TextPacker> packers = ThreadLocal.withInitial(() -> new TextPacker(vocabulary));

    /**
     * @param documents the number of documents
     * @param records the results of earlier builds
     * @param folder the folder of the texts: of earlier builds too, if there are records
     * @param scratch a folder for the texts of this build if the other is not writable; may be the same
     */
    public SearchIndex(int documents, CacheStore records, Path folder, Path scratch) {
        this.cache = SearchCache.of(records);
        this.store = new DocumentStore(folder, scratch);
        this.documents = new SearchCache.Document[documents];
        this.earlier = new SearchCache.Document[documents];
        this.sources = new SearchableEntry[documents];
        this.addresses = new String[documents];
    }

    /**
     * Adds the document of a page. Thread-safe.
     *
     * @param id its id, from 0
     * @throws IOException if its texts cannot be stored
     */
    public void add(int id, String address, SearchableEntry entry) throws IOException {
        addresses[id] = address;
        if (!cache.documents().isEnabled()) {
            documents[id] = make(id, entry, "");
            return;
        }
        String fingerprint = entry.fingerprint().get();
        Optional<SearchCache.Document> before = cache.documents().find(address);
        earlier[id] = before.orElse(null);
        documents[id] = before.filter(document -> document.fingerprint().equals(fingerprint))
                .map(document -> document.at(id))
                .orElse(null);
        if (documents[id] == null) {
            documents[id] = make(id, entry, fingerprint);
        } else {
            sources[id] = entry;
        }
    }

    /** Retains the cached document of a page in a build without an index. */
    public static void retain(CacheStore records, String address) {
        SearchCache cache = SearchCache.of(records);
        cache.documents().retain(address);
        cache.files().retain(SearchCache.FILES);
    }

    private SearchCache.Document make(int id, SearchableEntry entry, String fingerprint) throws IOException {
        SearchDocument document = entry.document().get();
        return new SearchCache.Document(
                id,
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
        Optional<SearchCache.Files> before = cache.files().find(SearchCache.FILES);
        String fingerprint = fingerprint(facets);
        IndexFiles files =
                new IndexFiles(output, before.map(SearchCache.Files::digests).orElse(Map.of()));
        if (before.isPresent() && before.get().fingerprint().equals(fingerprint) && files.reuseAll(pool)) {
            return;
        }
        if (files(documents).size() > MAX_FILES) {
            // All texts are copied to one file.
            pool.forEach(IntStream.range(0, documents.length).boxed().toList(), id -> {
                SearchCache.Document all = intact(id);
                if (!store.isFresh(all.text())) {
                    documents[id] =
                            new SearchCache.Document(id, all.fingerprint(), all.initials(), store.copy(all.text()));
                }
            });
        }
        IndexLayout layout = write(files, pool, before.map(SearchCache.Files::layout));
        files.write("v", vocabulary.script());
        files.write("m", facets.manifest(layout));
        if (cache.documents().isEnabled() && store.isCached()) {
            for (int id = 0; id < documents.length; id++) {
                if (!documents[id].equals(earlier[id])) {
                    cache.documents().put(addresses[id], documents[id]);
                }
            }
            cache.files().put(SearchCache.FILES, new SearchCache.Files(fingerprint, layout, files.digests()));
            Set<String> inUse = files(documents);
            inUse.addAll(files(earlier));
            store.save(inUse);
        }
    }

    private IndexLayout write(IndexFiles files, WorkPool pool, Optional<IndexLayout> before) throws IOException {
        IndexLayout layout = IndexLayout.of(
                Arrays.stream(documents).map(SearchCache.Document::text).toList(), List.of(addresses));
        IndexWriter writer = new IndexWriter(
                store, Arrays.asList(documents), this::intact, Arrays.asList(earlier), before, files, pool);
        Optional<DocumentChanges> changes = before.filter(layout::canUpdate).flatMap(it -> changes(it.documents()));
        if (changes.isPresent() && changes.get().canBeCompared(store)) {
            try {
                return writer.update(layout, before.get(), changes.get());
            } catch (IndexFiles.Missing e) {
                // The files that were written or reused are right; the rest is computed from the texts.
                return writer.write(layout);
            }
        }
        return writer.write(layout);
    }

    /**
     * Returns the differences from the earlier build by id: an inserted document takes the id of its successor, whose
     * id and all later ones increase by one.
     *
     * @param count how many documents the earlier build had
     * @return empty if one of these is missing, or if so many differ that writing all files is faster
     */
    private Optional<DocumentChanges> changes(int count) {
        SearchCache.Document[] before = new SearchCache.Document[Math.max(count, documents.length)];
        Arrays.stream(earlier)
                .filter(document -> document != null && document.id() < count)
                .forEach(document -> before[document.id()] = document);
        if (count > documents.length || Arrays.stream(before, 0, count).anyMatch(Objects::isNull)) {
            return Optional.empty();
        }
        List<DocumentChanges.Change> changes = IntStream.range(0, documents.length)
                .filter(id -> before[id] == null
                        || before[id] != earlier[id]
                        || !documents[id].fingerprint().equals(before[id].fingerprint()))
                .mapToObj(id -> new DocumentChanges.Change(Optional.ofNullable(before[id]), documents[id]))
                .toList();
        return Optional.of(new DocumentChanges(changes))
                .filter(all -> changes.size() * TIMES_CHANGES <= documents.length);
    }

    private String fingerprint(SearchFacets facets) {
        return Digests.sha256(Arrays.stream(documents)
                .map(SearchCache.Document::fingerprint)
                .collect(Collectors.joining("\n", facets + "\n", ""))
                .getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a document whose texts can be read; they are made again if those of an earlier build are damaged. */
    private SearchCache.Document intact(int id) throws IOException {
        SearchCache.Document document = documents[id];
        if (!store.isFresh(document.text()) && !store.isIntact(document.text())) {
            documents[id] = make(id, sources[id], document.fingerprint());
        }
        return documents[id];
    }

    private static Set<String> files(SearchCache.Document[] documents) {
        return Arrays.stream(documents)
                .filter(Objects::nonNull)
                .map(document -> document.text().file())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Closes the files of the texts. */
    @Override
    public void close() throws IOException {
        store.close();
    }
}
