package org.gongkai.pipeline.feature;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.cache.CacheStore;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.pipeline.feature.EntryCollector.CollectorContext;
import org.gongkai.problem.Problem;
import org.gongkai.render.FeaturePages;
import org.gongkai.site.SearchDocument.SearchSuggestion;
import org.gongkai.site.Site;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.link.Counts;

/**
 * What a feature adds to the site of one audience. A preview uses it for the site after an edit too, so what the
 * feature needs of the entries at that time is an argument.
 */
public interface AudienceFeature extends FeaturePages {

    /** Returns the next day on which what it shows changes by itself. */
    default Optional<LocalDate> nextChange() {
        return Optional.empty();
    }

    /** Returns what answers the counts in texts, if it does that. */
    default Optional<Counts> counts(Site site) {
        return Optional.empty();
    }

    /**
     * Returns the pages and answers that the search page shows before entries.
     *
     * @param slugs spells names in Latin letters
     */
    default List<SearchSuggestion> places(Site site, Slugs slugs) {
        return List.of();
    }

    /** Returns what collects all entries in a build, if the feature makes files of their texts. */
    default Optional<EntryCollector> collector(CollectorContext place) {
        return Optional.empty();
    }

    /** Returns whether a file would be made by the collector. */
    default boolean collects(String address) {
        return false;
    }

    /**
     * Checks what depends on more than one entry.
     */
    default void check(Site site, Consumer<Problem> problems) {}

    /**
     * Where a feature is placed: the site of one audience.
     *
     * @param site the entries in their places
     * @param audience its readers
     * @param inputs identifies everything that pages show of the source but for texts of entries; empty if that is not
     *     known
     * @param cache what earlier builds recorded of the site of the audience
     */
    public record AudienceContext(Site site, Audience audience, String inputs, CacheStore cache) {}
}
