package org.gongkai.site.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.site.Item;

/** Which rules took the place of which. A writer says it in one of the two entries; readers find it in both. */
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
            LinkTarget meant =
                    new SourcePaths(index, item.entry().path(), item.address()).link(path.text(), path.text());
            Item other =
                    meant.isUnique() ? index.site().byPath().get(meant.paths().get(0)) : null;
            if (other != null && other != item) {
                others.computeIfAbsent(other.entry().path(), p -> new ArrayList<>())
                        .add(item);
            }
        }
    }

    /** The entries that say that they took the place of this one; none if it says so itself, for then it shows it. */
    public List<Item> replacedBy(Item item) {
        return others(item, REPLACED_BY, replacedBy);
    }

    /** The entries that say that this one took their place, likewise. */
    public List<Item> replaces(Item item) {
        return others(item, REPLACES, replaces);
    }

    private static List<Item> others(Item item, String own, Map<String, List<Item>> all) {
        boolean said = item.entry().own().stream()
                .anyMatch(field ->
                        field.spec().hasName(own) && field.value() instanceof Value.Text text && !text.isBlank());
        return said ? List.of() : all.getOrDefault(item.entry().path(), List.of());
    }
}
