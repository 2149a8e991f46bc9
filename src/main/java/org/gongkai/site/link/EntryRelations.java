package org.gongkai.site.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.site.Item;
import org.gongkai.site.link.LinkIndex.LinkTarget;

/**
 * Pairs of public entries of which one names the other: a 公示 and its result, a summary and its plan, an entry and the
 * one that it replaces. Both sides are known here.
 */
public final class EntryRelations {

    private static final String PLAN = "plan";

    private final LinkIndex index;
    private final Replacements replacements;
    private final Map<String, Item> results = new HashMap<>();
    private final Map<String, List<Item>> notices = new HashMap<>();
    private final Map<String, Item> plans = new HashMap<>();
    private final Map<String, List<Item>> summaries = new HashMap<>();

    public EntryRelations(LinkIndex index) {
        this.index = index;
        this.replacements = new Replacements(index);
        for (Item item : index.site().items()) {
            item.entry().notice().map(Entry.Notice::result).ifPresent(path -> add(item, path, results, notices));
            item.entry().own().stream()
                    .filter(own -> own.spec().hasName(PLAN))
                    .map(Entry.OwnField::value)
                    .filter(Value.Text.class::isInstance)
                    .forEach(path -> add(item, (Value.Text) path, plans, summaries));
        }
    }

    private void add(Item item, Value.Text path, Map<String, Item> named, Map<String, List<Item>> naming) {
        if (path.isBlank()
                || EntryFormat.ofEnding(SourceFile.ending(path.text())).isEmpty()) {
            return;
        }
        LinkTarget target = new SourcePaths(index, item.entry().path(), item.address()).link(path.text(), path.text());
        Item other =
                target.isUnique() ? index.site().byPath().get(target.paths().get(0)) : null;
        if (other != null && other != item) {
            named.put(item.address(), other);
            naming.computeIfAbsent(other.address(), address -> new ArrayList<>())
                    .add(item);
        }
    }

    /** The result of a 公示. */
    public Optional<Item> result(Item notice) {
        return Optional.ofNullable(results.get(notice.address()));
    }

    /** The 公示 of which an entry is the result, newest first. */
    public List<Item> notices(Item result) {
        return notices.getOrDefault(result.address(), List.of());
    }

    /** The plan of a summary. */
    public Optional<Item> plan(Item summary) {
        return Optional.ofNullable(plans.get(summary.address()));
    }

    /** The summaries of a plan, newest first. */
    public List<Item> summaries(Item plan) {
        return summaries.getOrDefault(plan.address(), List.of());
    }

    /** The entries that an entry replaces, whichever of them says so. */
    public List<Item> replaced(Item item) {
        return declared(item, "replaces").map(List::of).orElseGet(() -> replacements.replaces(item));
    }

    /** The entries that replace an entry, whichever of them says so. */
    public List<Item> replacing(Item item) {
        return declared(item, "replaced-by").map(List::of).orElseGet(() -> replacements.replacedBy(item));
    }

    private Optional<Item> declared(Item item, String field) {
        Map<String, Item> named = new HashMap<>();
        item.entry().own().stream()
                .filter(own -> own.spec().hasName(field))
                .map(Entry.OwnField::value)
                .filter(Value.Text.class::isInstance)
                .forEach(path -> add(item, (Value.Text) path, named, new HashMap<>()));
        return Optional.ofNullable(named.get(item.address()));
    }
}
