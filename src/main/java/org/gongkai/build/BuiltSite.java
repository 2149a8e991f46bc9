package org.gongkai.build;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.identity.PublishedEntry;

/**
 * The site of one audience, for whoever publishes it.
 *
 * @param audience who reads it
 * @param folder its folder among those of several audiences; empty if the site has one only
 * @param output where it was written; empty if it was only checked
 * @param zone time zone in which its days begin
 * @param entries entries that are out
 * @param pages pages made
 * @param entryAddresses addresses of the entries, which must last
 * @param otherAddresses other addresses that must last, such as redirects from former ones
 * @param waitingAddresses addresses of entries that come out on a later day, and those that will lead to them
 * @param baseUrl address of the published site ending in {@code /}, or empty
 * @param byPath the address of each entry by the path of its file
 * @param known the entries, and by what each is known again
 */
public record BuiltSite(
        String audience,
        String folder,
        Optional<Path> output,
        ZoneId zone,
        int entries,
        int pages,
        Set<String> entryAddresses,
        Set<String> otherAddresses,
        Set<String> waitingAddresses,
        String baseUrl,
        Map<String, String> byPath,
        List<PublishedEntry> known) {

    public BuiltSite {
        byPath = Map.copyOf(byPath);
        known = List.copyOf(known);
        entryAddresses = Set.copyOf(entryAddresses);
        otherAddresses = Set.copyOf(otherAddresses);
        waitingAddresses = Set.copyOf(waitingAddresses);
    }

    /**
     * @param former addresses that lead on to entries without their saying so
     * @param waiting such that will lead to entries of a later day
     * @param known by what each entry is known again
     */
    static BuiltSite of(
            Site site,
            Audience audience,
            Optional<Path> output,
            int pages,
            Slugs slugs,
            Set<String> former,
            Set<String> waiting,
            List<PublishedEntry> known) {
        Set<String> entries = new HashSet<>();
        Set<String> others = new HashSet<>(former);
        Map<String, String> byPath = new HashMap<>();
        for (Item item : site.items()) {
            byPath.put(item.entry().path(), item.address());
            entries.add(item.address());
            others.addAll(item.entry().publication().aliases());
        }
        for (Site.Withdrawn gone : site.withdrawn()) {
            others.add(gone.item().address());
            others.addAll(gone.item().entry().publication().aliases());
        }
        Set<String> later = new HashSet<>(waiting);
        for (Item item : site.scheduled()) {
            later.add(item.address());
            later.addAll(item.entry().publication().aliases());
        }
        return new BuiltSite(
                audience.name(),
                folder(site.config(), audience, slugs),
                output,
                site.config().zone(),
                entries.size(),
                pages,
                entries,
                others,
                later,
                site.config().baseUrl(),
                byPath,
                known);
    }

    /** The first audience of several has no folder of its own in the settings; it is called as the audience is. */
    public static String folder(SiteConfig config, Audience audience, Slugs slugs) {
        if (config.audiences().size() == 1) {
            return "";
        }
        List<String> taken = config.audiences().stream().map(Audience::folder).toList();
        String own = slugs.of(audience.name());
        return !audience.folder().isEmpty()
                ? audience.folder()
                : taken.contains(own) || SiteConfig.OF_STORES.contains(own) ? own + "-1" : own;
    }
}
