package org.gongkai.build;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.build.read.SiteSettings;
import org.gongkai.history.versions.EntryHistories;
import org.gongkai.input.entry.Entry;
import org.gongkai.site.Item;
import org.gongkai.site.address.PreviousAddresses;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.identity.EntryMarks;
import org.gongkai.site.identity.PublishedEntry;

/**
 * By what the entries of a site are known again, through their whole life: addresses, files, numbers, titles and texts of today
 * and of all former versions, for whomever those were.
 */
final class EntryIdentities {

    private final PreviousAddresses addresses;
    private final EntryHistories lives;
    private final Map<String, Set<String>> formerPaths = new HashMap<>();

    EntryIdentities(SiteSettings settings, Slugs slugs, EntryHistories lives) {
        this.addresses = new PreviousAddresses(settings.config(), settings.kinds(), slugs);
        this.lives = lives;
        lives.formerPaths()
                .forEach((former, now) -> now.forEach(path ->
                        formerPaths.computeIfAbsent(path, p -> new TreeSet<>()).add(former)));
    }

    /**
     * What is known of entries.
     *
     * @param items the entries that are out
     */
    List<PublishedEntry> of(List<Item> items) {
        Set<String> taken = new HashSet<>();
        items.forEach(item -> taken.add(item.address()));
        return items.stream().map(item -> known(item, taken)).toList();
    }

    private PublishedEntry known(Item item, Set<String> taken) {
        String path = item.entry().path();
        List<Entry> headers = lives.of(path).headers();
        Set<String> ever = new TreeSet<>(addresses.allOf(item, headers));
        // What stands where this entry stood once is another one.
        ever.removeIf(address -> !address.equals(item.address()) && taken.contains(address));
        Set<String> marks = new TreeSet<>();
        marks.add(EntryMarks.ofPath(path));
        formerPaths.getOrDefault(path, Set.of()).forEach(former -> marks.add(EntryMarks.ofPath(former)));
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
