package org.gongkai.site.link;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.SourceFile;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/**
 * The attachments of entries that readers may not see. Determined on first use, as most sites never need them. Safe for
 * many threads.
 */
public final class HiddenAttachments {

    private final LinkIndex index;
    private volatile Set<String> alone;

    /**
     * @param index possible targets of links of the site
     */
    public HiddenAttachments(LinkIndex index) {
        this.index = index;
    }

    /** Returns the entries that readers may not see, no longer or not yet. */
    public List<Item> entries() {
        Site site = index.site();
        return site.unpublished().all().toList();
    }

    /** Returns the files that headers of hidden entries name, each with the first of these entries. */
    public Map<SourceFile, Entry> byFile() {
        return named(entries());
    }

    /** Returns the files that headers of public entries name, each with the first of these entries. */
    public Map<SourceFile, Entry> ofVisible() {
        return named(index.site().items());
    }

    /** Returns whether headers of hidden entries name a file, by its path, and no header of a public one does. */
    public boolean isAlone(String path) {
        if (alone == null) {
            Set<String> paths = paths(byFile());
            if (!paths.isEmpty()) {
                paths.removeAll(paths(ofVisible()));
            }
            alone = Set.copyOf(paths);
        }
        return alone.contains(path);
    }

    private static Set<String> paths(Map<SourceFile, Entry> files) {
        return files.keySet().stream().map(SourceFile::path).collect(Collectors.toSet());
    }

    private Map<SourceFile, Entry> named(Collection<Item> items) {
        Map<SourceFile, Entry> named = new HashMap<>();
        for (Item item : items) {
            EntryTargets targets = new EntryTargets(index, item, problem -> {});
            for (Entry.Attachment attachment : item.entry().header().attachments()) {
                targets.attachment(attachment.path()).ifPresent(file -> named.putIfAbsent(file, item.entry()));
            }
        }
        return named;
    }
}
