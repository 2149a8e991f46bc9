package org.gongkai.site.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.site.Item;
import org.gongkai.site.link.LinkIndex.LinkTarget;

/** Replacements of entries by others: known of both, whichever of the two declares it. */
public final class Replacements {

    private static final String REPLACES = "replaces";
    private static final String REPLACED_BY = "replaced-by";

    private final Map<String, List<Item>> replaces = new HashMap<>();
    private final Map<String, List<Item>> replacedBy = new HashMap<>();

    public Replacements(LinkIndex index) {
        for (Item item : index.site().items()) {
            for (Entry.OwnField own : item.entry().own()) {
                if (own.spec().hasName(REPLACES)) {
                    target(index, item, own).ifPresent(other -> add(item, other));
                } else if (own.spec().hasName(REPLACED_BY)) {
                    target(index, item, own).ifPresent(other -> add(other, item));
                }
            }
        }
    }

    private void add(Item newer, Item older) {
        add(replaces, newer, older);
        add(replacedBy, older, newer);
    }

    private static void add(Map<String, List<Item>> all, Item item, Item other) {
        List<Item> others = all.computeIfAbsent(item.entry().path(), path -> new ArrayList<>());
        if (!others.contains(other)) {
            others.add(other);
        }
    }

    private static Optional<Item> target(LinkIndex index, Item item, Entry.OwnField own) {
        if (!(own.value() instanceof Value.Text path) || path.isBlank()) {
            return Optional.empty();
        }
        LinkTarget target = new SourcePaths(index, item.entry().path(), item.address()).link(path.text(), path.text());
        return Optional.of(target)
                .filter(LinkTarget::isUnique)
                .map(found -> index.site().byPath().get(found.paths().get(0)))
                .filter(other -> other != item);
    }

    /** Returns the entries that replace this one. */
    public List<Item> replacedBy(Item item) {
        return replacedBy.getOrDefault(item.entry().path(), List.of());
    }

    /** Returns the entries that this one replaces. */
    public List<Item> replaces(Item item) {
        return replaces.getOrDefault(item.entry().path(), List.of());
    }
}
