package org.gongkai.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.gongkai.cache.CacheStore;
import org.gongkai.input.entry.Entry;
import org.gongkai.io.WorkPool;
import org.gongkai.output.Output;
import org.gongkai.search.SearchFacets;
import org.gongkai.search.SearchIndex;
import org.gongkai.search.SearchableEntry;
import org.gongkai.search.text.SearchDocument;
import org.gongkai.site.Column;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/** The search index of one audience's site. Does nothing if the site is not stored. Safe for use by multiple threads. */
public final class SiteSearch implements AutoCloseable {

    private final Site site;
    private final CacheStore records;
    private final Optional<SearchIndex> index;
    private final Consumer<SearchDocument> scan;
    private final Map<String, Integer> ids = new HashMap<>();

    private SiteSearch(Site site, CacheStore records, Optional<SearchIndex> index, Consumer<SearchDocument> scan) {
        this.site = site;
        this.records = records;
        this.index = index;
        this.scan = scan;
        // Oldest first: a new entry gets the last id, and those of all others stay.
        site.items().forEach(item -> ids.put(item.address(), site.items().size() - 1 - ids.size()));
    }

    /**
     * @param records the results of earlier builds
     * @param texts the folder of the texts of earlier builds; none if nothing is cached
     * @param scratch a folder for the work of this build; none if the site is not stored
     * @param scan searches what can be found of an entry for what the audience may not see
     */
    public static SiteSearch open(
            Site site,
            CacheStore records,
            Optional<Path> texts,
            Optional<Path> scratch,
            Consumer<SearchDocument> scan) {
        return new SiteSearch(
                site,
                records,
                scratch.map(work -> new SearchIndex(site.items().size(), records, texts.orElse(work), work)),
                scan);
    }

    /** Adds an entry. */
    public void add(Item item, SearchableEntry searchable) throws IOException {
        if (index.isPresent()) {
            index.get().add(ids.get(item.address()), item.address(), searchable.checkedBy(scan));
        } else {
            SearchIndex.retain(records, item.address());
        }
    }

    /** Writes the index; every entry must have been added. */
    public void write(Output output, WorkPool pool) throws IOException {
        if (index.isPresent()) {
            index.get().write(output, facets(), pool);
        }
    }

    private SearchFacets facets() {
        List<String> columns = site.columns().stream().map(Column::name).toList();
        List<String> years =
                site.years().stream().map(year -> String.valueOf(year.year())).toList();
        TreeSet<String> named = new TreeSet<>();
        site.items().forEach(item -> named.addAll(kinds(item)));
        List<String> kinds = List.copyOf(named);
        List<SearchFacets.Values> values = new ArrayList<>();
        List<SearchFacets.Notice> notices = new ArrayList<>();
        for (int i = site.items().size() - 1; i >= 0; i--) {
            Entry entry = site.items().get(i).entry();
            int id = values.size();
            values.add(new SearchFacets.Values(
                    indices(entry.categories(), columns),
                    indices(entry.years().stream().map(String::valueOf).toList(), years),
                    indices(kinds(site.items().get(i)), kinds)));
            entry.notice()
                    .filter(notice -> !notice.to().isBefore(site.asOf()))
                    .ifPresent(notice -> notices.add(new SearchFacets.Notice(id, notice.from(), notice.to())));
        }
        return new SearchFacets(columns, years, kinds, values, notices);
    }

    private static List<String> kinds(Item item) {
        return item.entry().kinds().stream().map(kind -> kind.name()).toList();
    }

    private static List<Integer> indices(List<String> names, List<String> all) {
        return names.stream().map(all::indexOf).filter(index -> index >= 0).toList();
    }

    @Override
    public void close() throws IOException {
        if (index.isPresent()) {
            index.get().close();
        }
    }
}
