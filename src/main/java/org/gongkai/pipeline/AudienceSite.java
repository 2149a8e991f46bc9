package org.gongkai.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.cache.CacheStore;
import org.gongkai.check.LeakSearch;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.output.Manifest;
import org.gongkai.output.Output;
import org.gongkai.pipeline.edition.EditionRestrictions;
import org.gongkai.pipeline.feature.AudienceFeature;
import org.gongkai.pipeline.feature.EntryCollector;
import org.gongkai.pipeline.feature.EntryCollector.CollectorContext;
import org.gongkai.pipeline.read.SiteContent;
import org.gongkai.pipeline.read.SiteSettings;
import org.gongkai.render.model.SiteLink;
import org.gongkai.site.Item;
import org.gongkai.site.SearchDocument;
import org.gongkai.site.SearchDocument.SearchSuggestion;
import org.gongkai.site.Site;
import org.gongkai.site.address.PreviousAddresses;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.link.Counts;

/**
 * The part of a site that one audience may see, with an address for every entry.
 *
 * @param audience its readers
 * @param content the content that it was selected from
 * @param site the entries in their places
 * @param earlier what earlier builds recorded of it
 * @param features what features add to it
 * @param history the versions of those entries that the audience may see
 * @param leaks the search for everything that the audience may not see
 * @param restrictions what today's site withholds from the audience; empty for today's site itself
 */
public record AudienceSite(
        Audience audience,
        SiteContent content,
        Site site,
        Earlier earlier,
        List<AudienceFeature> features,
        PublicHistory history,
        LeakSearch leaks,
        Optional<EditionRestrictions> restrictions) {

    /**
     * What earlier builds recorded of a site.
     *
     * @param inputs identifies what all of it shows of the source, see {@link SiteFingerprint}; empty if that is not
     *     known
     */
    public record Earlier(CacheStore cache, String inputs) {}

    /** Answers what the texts of the site ask, from its entries. Texts of earlier commits may lack their figures. */
    public Counts counts() {
        Counts counts = features.stream()
                .flatMap(feature -> feature.counts(site).stream())
                .findFirst()
                .orElse(Counts.NONE);
        return restrictions.isEmpty()
                ? counts
                : (typed, text) -> counts.answer(typed, text).without(Counts.Mistake.UNWRITTEN);
    }

    /** What collects the entries for the feature that does so. */
    public EntryCollector collector(CollectorContext place) {
        return features.stream()
                .flatMap(feature -> feature.collector(place).stream())
                .findFirst()
                .orElse(EntryCollector.NONE);
    }

    /** The pages and answers of features that the search page shows before entries. */
    public List<SearchSuggestion> places(Slugs slugs) {
        return features.stream()
                .flatMap(feature -> feature.places(site, slugs).stream())
                .toList();
    }

    /** The links that stand on many pages, those of features among them. */
    List<SiteLink> links() {
        return Stream.concat(
                        SiteLink.of(site).stream(), features.stream().flatMap(feature -> feature.links(site).stream()))
                .toList();
    }

    /** The place of other entries; features, history and the search for leaks remain those of this one. */
    public AudienceSite with(SiteContent other, Site entries) {
        return new AudienceSite(audience, other, entries, earlier, features, history, leaks, restrictions);
    }

    /** The folder of the audience among those of several audiences; empty if the site has only one. */
    String folder(Slugs slugs) {
        return BuiltSite.folder(content.settings().config(), audience, slugs);
    }

    /** The entries that have a page, including those whose page is a withdrawal notice. */
    List<Item> itemsWithPage() {
        return Stream.concat(site.items().stream(), site.unpublished().gone()).toList();
    }

    /** The addresses at which earlier versions of entries were published, with the entries that they lead to. */
    Map<String, Item> previousAddresses(List<Item> items, Slugs slugs) {
        SiteSettings settings = content.settings();
        return new PreviousAddresses(settings.config(), settings.kinds(), slugs)
                .of(items, item -> history.headers(item.entry().path()));
    }

    /** The texts of earlier versions that the audience may see. */
    Stream<String> disclosedTexts() {
        return site.items().parallelStream()
                .flatMap(item -> history.shown(item.entry().path()));
    }

    /** Searches what can be found for what the audience may not see: the files of the search index are not legible. */
    void scan(SearchDocument document) {
        leaks.scan(document.address(), document::lines);
        if (restrictions.isPresent()) {
            restrictions.get().leaks().scan(document.address(), document::lines);
        }
    }

    /**
     * Lists the files of an output.
     *
     * @param version version of the program
     */
    Manifest manifest(String version, Output output) {
        return Manifest.of(output, version, content.history().commit(), site.asOf(), site.nextChange());
    }
}
