package org.gongkai.pipeline.feature;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gongkai.cache.CacheStore;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.WorkPool;
import org.gongkai.output.Output;
import org.gongkai.site.Item;
import org.gongkai.site.SearchDocument;
import org.gongkai.site.SearchDocument.SearchSuggestion;
import org.gongkai.site.SearchDocument.SearchableEntry;
import org.gongkai.site.Site;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.link.BodyFacts.Resource;

/** Collects all entries while their pages are written, and writes files of them. Safe for use by multiple threads. */
public interface EntryCollector extends AutoCloseable {

    /** Collects nothing. */
    EntryCollector NONE = new EntryCollector() {};

    /**
     * Adds an entry.
     *
     * @param entry what can be found of it
     * @param resources the files that its page names
     */
    default void add(Item item, SearchableEntry entry, List<Resource> resources) throws IOException {}

    /** Writes the files; every entry must have been added. */
    default void write(Output output, WorkPool pool) throws IOException {}

    @Override
    default void close() throws IOException {}

    /**
     * Where entries are collected.
     *
     * @param site the entries in their places
     * @param source the files of the site
     * @param records the results of earlier builds
     * @param folders returns a folder of the cache of the audience by its name; empty if nothing is cached
     * @param scratch returns a folder for the work of this build by its name; empty if the site is not stored
     * @param places the pages and answers that the search page shows before entries
     * @param slugs spells names in Latin letters
     * @param scan searches what can be found of an entry for what the audience may not see
     */
    public record CollectorContext(
            Site site,
            SourceTree source,
            CacheStore records,
            Function<String, Optional<Path>> folders,
            Function<String, Optional<Path>> scratch,
            Supplier<List<SearchSuggestion>> places,
            Slugs slugs,
            Consumer<SearchDocument> scan) {}
}
