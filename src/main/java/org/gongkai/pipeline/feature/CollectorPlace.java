package org.gongkai.pipeline.feature;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gongkai.cache.CacheStore;
import org.gongkai.input.source.SourceTree;
import org.gongkai.site.Site;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.text.SearchDocument;
import org.gongkai.site.text.SearchPlace;

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
public record CollectorPlace(
        Site site,
        SourceTree source,
        CacheStore records,
        Function<String, Optional<Path>> folders,
        Function<String, Optional<Path>> scratch,
        Supplier<List<SearchPlace>> places,
        Slugs slugs,
        Consumer<SearchDocument> scan) {}
