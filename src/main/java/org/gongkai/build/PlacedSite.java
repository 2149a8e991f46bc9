package org.gongkai.build;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongkai.build.cache.PlacedRegisters;
import org.gongkai.build.edition.CurrentRestrictions;
import org.gongkai.build.read.SiteContent;
import org.gongkai.build.read.SiteSettings;
import org.gongkai.check.leak.LeakCheck;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.io.Memoized;
import org.gongkai.register.Register;
import org.gongkai.register.count.SiteCounts;
import org.gongkai.search.text.SearchDocument;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.address.PreviousAddresses;
import org.gongkai.site.address.Slugs;

/**
 * The part of a site that one audience may see, with an address for every entry.
 *
 * @param audience its readers
 * @param content the content that it was selected from
 * @param site the entries in their places
 * @param inputs identifies what all of it shows of the source, see {@link org.gongkai.build.cache.SiteInputs}; empty if that
 *     is not known
 * @param registers the registers of these entries
 * @param history the versions of those entries that the audience may see
 * @param leaks the search for everything that the audience may not see
 * @param restrictions what today's site withholds from the audience; empty for today's site itself
 */
public record PlacedSite(
        Audience audience,
        SiteContent content,
        Site site,
        String inputs,
        PlacedRegisters registers,
        PublicHistory history,
        LeakCheck leaks,
        Optional<CurrentRestrictions> restrictions) {

    /** Answers what the texts of the site ask, from its entries. */
    SiteCounts counts() {
        return new SiteCounts(
                site, content.settings().kinds(), content.settings().registers(), registers.all());
    }

    /** The registers as readers see them; checks and counts know everything. */
    Supplier<List<Register>> publishedRegisters() {
        return content.settings().config().gapsShownTo().contains(audience.name())
                ? registers.all()
                : new Memoized<>(() -> registers.all().get().stream()
                        .map(Register::withoutGaps)
                        .toList());
    }

    /** The place of other entries; registers, history and the search for leaks remain those of this one. */
    public PlacedSite with(SiteContent other, Site entries) {
        return new PlacedSite(audience, other, entries, inputs, registers, history, leaks, restrictions);
    }

    /** The folder of the audience among those of several audiences; empty if the site has only one. */
    String folder(Slugs slugs) {
        return BuiltSite.folder(content.settings().config(), audience, slugs);
    }

    /** The entries that have a page, including those whose page is a withdrawal notice. */
    List<Item> itemsWithPage() {
        return Stream.concat(site.items().stream(), site.withdrawn().stream().map(Site.Withdrawn::item))
                .toList();
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
        restrictions.ifPresent(it -> it.scan(document.address(), document::lines));
    }
}
