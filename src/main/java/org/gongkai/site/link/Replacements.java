package org.gongkai.site.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.site.Item;

/** Replacements of entries by others. Declared in one of the two entries, shown in both. */
public final class Replacements {

    private static final String REPLACES = "replaces";
    private static final String REPLACED_BY = "replaced-by";

    private final Map<String, List<Item>> replaces = new HashMap<>();
    private final Map<String, List<Item>> replacedBy = new HashMap<>();

    public Replacements(LinkIndex index) {
        for (Item item : index.site().items()) {
            for (Entry.OwnField own : item.entry().own()) {
                if (own.spec().hasName(REPLACES)) {
                    add(index, item, own, replacedBy);
                } else if (own.spec().hasName(REPLACED_BY)) {
                    add(index, item, own, replaces);
                }
            }
        }
    }

    private static void add(LinkIndex index, Item item, Entry.OwnField own, Map<String, List<Item>> others) {
        if (own.value() instanceof Value.Text path && !path.isBlank()) {
            LinkTarget target =
                    new SourcePaths(index, item.entry().path(), item.address()).link(path.text(), path.text());
            Item other =
                    target.isUnique() ? index.site().byPath().get(target.paths().get(0)) : null;
            if (other != null && other != item) {
                others.computeIfAbsent(other.entry().path(), p -> new ArrayList<>())
                        .add(item);
            }
        }
    }

    /** Returns the entries that declare to replace this one; empty if its own header declares its replacement. */
    public List<Item> replacedBy(Item item) {
        return others(item, REPLACED_BY, replacedBy);
    }

    /**
     * Returns the entries that declare to be replaced by this one; empty if its own header declares what it
     * replaces.
     */
    public List<Item> replaces(Item item) {
        return others(item, REPLACES, replaces);
    }

    private static List<Item> others(Item item, String own, Map<String, List<Item>> all) {
        boolean declared = item.entry().own().stream()
                .anyMatch(field ->
                        field.spec().hasName(own) && field.value() instanceof Value.Text text && !text.isBlank());
        return declared ? List.of() : all.getOrDefault(item.entry().path(), List.of());
    }
}
