package org.gongkai.pipeline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.history.versions.EntryHistories;
import org.gongkai.input.entry.Entry;
import org.gongkai.pipeline.read.SiteSettings;
import org.gongkai.site.Item;
import org.gongkai.site.address.PreviousAddresses;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.identity.EntryMarks;
import org.gongkai.site.identity.PublishedEntry;

/**
 * Everything that identifies the entries of a site: addresses, files, numbers, titles and texts of the current and of
 * all earlier versions, whoever could see those.
 */
final class EntryIdentities {

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
        marks.add(EntryMarks.ofTitle(
                entry.title(), entry.dates().published().toLocalDate().toString()));
        if (!entry.textFingerprint().isEmpty()) {
            marks.add(EntryMarks.ofText(entry.textFingerprint()));
        }
    }
}
