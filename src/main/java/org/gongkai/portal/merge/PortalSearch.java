package org.gongkai.portal.merge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.commons.io.function.Uncheck;
import org.gongkai.cache.CacheStore;
import org.gongkai.feature.search.index.SearchFacets;
import org.gongkai.feature.search.index.SearchIndex;
import org.gongkai.feature.search.index.SuggestionFile;
import org.gongkai.io.WorkPool;
import org.gongkai.output.Output;
import org.gongkai.portal.collect.CollectedEntry;
import org.gongkai.portal.collect.RecordFile;
import org.gongkai.portal.page.Unit;
import org.gongkai.portal.page.UnitSite;
import org.gongkai.site.SearchDocument;
import org.gongkai.site.SearchDocument.SearchSuggestion;
import org.gongkai.site.SearchDocument.SearchableEntry;
import org.gongkai.site.address.Slugs;

/** The one search over all sites: the index of every site's search, of which a document is an entry of any of them. */
final class PortalSearch {

    /**
     * The search page reads all names of units at once; of more units, only those that group others have theirs there.
     */
    private static final int MOST_NAMES = 2_000;

    private final Unit root;
    private final List<CollectedEntry> entries = new ArrayList<>();
    private final Map<String, List<Integer>> ids = new HashMap<>();

    PortalSearch(Unit root) {
        this.root = root;
    }

    /** Adds an entry; oldest first, so that a new one is the last in most lists of the index. */
    void add(CollectedEntry entry) {
        ids.computeIfAbsent(entry.site(), site -> new ArrayList<>()).add(entries.size());
        entries.add(entry);
    }

    /**
     * Writes the index.
     *
     * @param columns the addresses of the lists of columns and of the pages of the menu, by their names
     * @param work a folder for the texts of this and of later runs
     */
    void write(Output output, CacheStore records, Path work, Map<String, String> columns, Slugs slugs, WorkPool pool)
            throws IOException {
        try (SearchIndex index = new SearchIndex(entries.size(), records, work, work)) {
            pool.forEach(root.branches(), branch -> add(branch, index));
            index.write(output, facets(), pool);
        }
        List<SearchSuggestion> places = new ArrayList<>();
        List<Unit> units = root.all();
        units.stream()
                .filter(unit -> unit != root && (units.size() <= MOST_NAMES || unit.isGroup()))
                .forEach(unit -> {
                    String name = unit.name() + (unit.branches().isEmpty() ? "（尚无网站）" : "");
                    places.add(new SearchSuggestion(name, "单位", unit.address(), List.of(), Optional.empty()));
                });
        columns.forEach(
                (name, address) -> places.add(new SearchSuggestion(name, "各单位", address, List.of(), Optional.empty())));
        SuggestionFile.write(output, places, slugs);
    }

    /** Adds the documents of a site, whose texts are read only as far as one is wanted. */
    private void add(UnitSite branch, SearchIndex index) throws IOException {
        List<Integer> own = ids.getOrDefault(branch.listed().code(), List.of());
        if (own.isEmpty()) {
            return;
        }
        try (RecordTexts texts = new RecordTexts(branch.records().orElseThrow())) {
            for (int i = 0; i < own.size(); i++) {
                int at = i;
                int id = own.get(i);
                CollectedEntry entry = entries.get(id);
                String address = branch.base() + entry.address();
                Supplier<SearchDocument> document = () -> texts.document(at, address);
                index.add(id, address, new SearchableEntry(() -> entry.fingerprint() + " " + address, document));
            }
        }
    }

    /**
     * The name that hits of each site show, and by which they are filtered: its own or, of too many, that of the unit
     * at the top.
     */
    private Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        if (root.branches().size() <= MOST_NAMES) {
            root.branches()
                    .forEach(branch ->
                            choices.put(branch.listed().code(), branch.listed().name()));
        } else {
            root.below().forEach(unit -> unit.branches()
                    .forEach(branch -> choices.put(branch.listed().code(), unit.name())));
        }
        return choices;
    }

    private SearchFacets facets() {
        Map<String, String> choices = choices();
        List<String> names = choices.values().stream().distinct().toList();
        Map<String, Integer> numbers = new HashMap<>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        TreeSet<String> years = new TreeSet<>();
        TreeSet<String> kinds = new TreeSet<>();
        entries.forEach(entry -> {
            years.addAll(entry.listing().years());
            kinds.addAll(entry.listing().kinds());
        });
        List<String> newestFirst = new ArrayList<>(years.descendingSet());
        List<String> sorted = List.copyOf(kinds);
        List<SearchFacets.Values> values = new ArrayList<>();
        List<SearchFacets.Notice> notices = new ArrayList<>();
        for (CollectedEntry entry : entries) {
            int id = values.size();
            values.add(new SearchFacets.Values(
                    List.of(numbers.get(choices.get(entry.site()))),
                    entry.listing().years().stream().map(newestFirst::indexOf).toList(),
                    entry.listing().kinds().stream().map(sorted::indexOf).toList()));
            entry.notice().ifPresent(period -> notices.add(new SearchFacets.Notice(id, period.from(), period.to())));
        }
        return new SearchFacets(names, List.of(), newestFirst, sorted, values, notices);
    }

    /** The texts in a file of records, which are quick to read in their order and can be read in any. Thread-safe. */
    static final class RecordTexts implements AutoCloseable {

        private final Path file;
        private RecordFile.Reading in;
        private int next;
        private boolean closed;

        RecordTexts(Path file) {
            this.file = file;
        }

        /**
         * Returns the document of an entry.
         *
         * @param at the position of the entry in the file
         * @param address the address that the document is to have
         * @throws UncheckedIOException if the file cannot be read
         */
        synchronized SearchDocument document(int at, String address) {
            return Uncheck.get(() -> {
                if (in == null || at < next) {
                    open();
                }
                while (next < at) {
                    in.text();
                    next++;
                }
                next++;
                SearchDocument document = SearchDocument.ofLines(in.text()).at(address);
                if (closed) {
                    release();
                }
                return document;
            });
        }

        private void open() throws IOException {
            release();
            in = new RecordFile.Reading(file);
            in.site();
            while (in.entry().isPresent()) {
                // The texts follow the last entry.
            }
            next = 0;
        }

        private void release() throws IOException {
            if (in != null) {
                in.close();
                in = null;
            }
        }

        /** Closes the file, which is opened again for each document that is wanted later. */
        @Override
        public synchronized void close() throws IOException {
            closed = true;
            release();
        }
    }
}
