package org.gongkai.pipeline;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.gongkai.history.versions.EntryHistories;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.input.entry.Entry;
import org.gongkai.io.Memoized;
import org.gongkai.pipeline.read.SiteSettings;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.address.PreviousAddresses;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.identity.EntryMarks;
import org.gongkai.site.identity.PublishedEntry;

/**
 * The built site of one audience, as publication sees it.
 *
 * @param audience name of the audience
 * @param folder its folder among those of several audiences; empty if the site has only one
 * @param output the folder that it was written to; empty if it was only checked
 * @param shared addresses of its files that were linked to those of the release before; the others are new or copies
 * @param zone time zone in which its days begin
 * @param addresses its addresses
 * @param identities returns the published entries with everything that identifies each of them
 */
public record BuiltSite(
        String audience,
        String folder,
        Optional<Path> output,
        Set<String> shared,
        ZoneId zone,
        Size size,
        Addresses addresses,
        Supplier<List<PublishedEntry>> identities) {

    /** How many public entries it has, and how many pages. */
    public record Size(int entries, int pages) {}

    /**
     * Its addresses.
     *
     * @param baseUrl the address of the published site ending in {@code /}, or empty
     * @param byPath the address of each entry, which must remain valid, by the path of its file, else by itself
     * @param others other addresses that must remain valid: redirects from previous ones, withdrawal notices
     * @param waiting those of entries not yet due, and those that will redirect to them, which are not lost meanwhile
     */
    public record Addresses(String baseUrl, Map<String, String> byPath, Set<String> others, Set<String> waiting) {

        /** Addresses besides those of entries. */
        public static Addresses of(Set<String> others) {
            return new Addresses("", Map.of(), others, Set.of());
        }

        /** Returns every address. */
        public Set<String> all() {
            Set<String> all = new TreeSet<>(byPath.values());
            all.addAll(others);
            all.addAll(waiting);
            return all;
        }
    }

    /**
     * @param output the folder that it will be put in place at; empty if it was only checked
     * @param shared addresses of its files that were linked to those of the release before
     * @param pages the number of pages
     * @param previousAddresses addresses at which entries were published before
     */
    static BuiltSite of(
            AudienceSite placed,
            String folder,
            Optional<Path> output,
            Set<String> shared,
            int pages,
            Set<String> previousAddresses,
            Slugs slugs) {
        Site site = placed.site();
        Set<String> others = new HashSet<>(previousAddresses);
        Map<String, String> byPath = new HashMap<>();
        for (Item item : site.items()) {
            byPath.put(item.entry().path(), item.address());
            others.addAll(item.entry().publication().aliases());
        }
        for (Site.Withdrawn gone : site.unpublished().withdrawn()) {
            others.add(gone.item().address());
            others.addAll(gone.item().entry().publication().aliases());
        }
        Set<String> waiting = new HashSet<>(
                placed.previousAddresses(site.unpublished().scheduled(), slugs).keySet());
        for (Item item : site.unpublished().scheduled()) {
            waiting.add(item.address());
            waiting.addAll(item.entry().publication().aliases());
        }
        return new BuiltSite(
                placed.audience().name(),
                folder,
                output,
                shared,
                site.config().zone(),
                new Size(byPath.size(), pages),
                new Addresses(site.config().baseUrl(), byPath, others, waiting),
                new Memoized<>(() -> new EntryIdentities(
                                placed.content().settings(),
                                slugs,
                                placed.content().histories())
                        .of(site.items())));
    }

    /**
     * The folder of an audience among those of several; empty if the site has only one. The first of several audiences
     * has no folder in the settings; its folder is derived from its name.
     */
    public static String folder(SiteConfig config, Audience audience, Slugs slugs) {
        return folder(config.audiences(), audience, slugs);
    }

    /** The folder of one of the audiences of a site or a portal, as in {@link #folder(SiteConfig, Audience, Slugs)}. */
    public static String folder(List<Audience> audiences, Audience audience, Slugs slugs) {
        if (audiences.size() == 1) {
            return "";
        }
        List<String> taken = audiences.stream().map(Audience::folder).toList();
        String own = slugs.of(audience.name());
        return !audience.folder().isEmpty()
                ? audience.folder()
                : taken.contains(own) || SiteConfig.OF_STORES.contains(own) ? own + "-1" : own;
    }

    /**
     * Everything that identifies the entries of a site: addresses, files, numbers, titles and texts of the current and
     * of all earlier versions, whoever could see those.
     */
    private static final class EntryIdentities {

        private final PreviousAddresses addresses;
        private final EntryHistories histories;
        private final Map<String, Set<String>> previousPaths = new HashMap<>();

        EntryIdentities(SiteSettings settings, Slugs slugs, EntryHistories histories) {
            this.addresses = new PreviousAddresses(settings.config(), settings.kinds(), slugs);
            this.histories = histories;
            histories
                    .formerPaths()
                    .forEach((previous, current) -> current.forEach(path -> previousPaths
                            .computeIfAbsent(path, p -> new TreeSet<>())
                            .add(previous)));
        }

        /**
         * The identities of entries.
         *
         * @param items the published entries
         */
        List<PublishedEntry> of(List<Item> items) {
            Set<String> taken = new HashSet<>();
            items.forEach(item -> taken.add(item.address()));
            return items.stream().map(item -> identity(item, taken)).toList();
        }

        private PublishedEntry identity(Item item, Set<String> taken) {
            String path = item.entry().path();
            List<Entry> headers = histories.of(path).headers();
            Set<String> ever = new TreeSet<>(addresses.allOf(item, headers));
            // An address that another entry has now does not identify this one.
            ever.removeIf(address -> !address.equals(item.address()) && taken.contains(address));
            Set<String> marks = new TreeSet<>();
            marks.add(EntryMarks.ofPath(path));
            previousPaths.getOrDefault(path, Set.of()).forEach(previous -> marks.add(EntryMarks.ofPath(previous)));
            mark(item.entry(), marks);
            headers.forEach(header -> mark(header, marks));
            return new PublishedEntry(path, item.address(), ever, marks);
        }

        private static void mark(Entry entry, Set<String> marks) {
            if (!entry.publication().number().isEmpty()) {
                marks.add(EntryMarks.ofNumber(entry.publication().number()));
            }
            marks.add(EntryMarks.ofTitle(entry.title(), entry.dates().day().toString()));
            if (!entry.source().fingerprint().isEmpty()) {
                marks.add(EntryMarks.ofText(entry.source().fingerprint()));
            }
        }
    }
}
