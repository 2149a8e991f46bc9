package org.gongkai.site.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
    private static final String REPLACES = "replaces";
    private static final String REPLACED_BY = "replaced-by";

    private final LinkIndex index;
    private final Map<String, Item> results = new HashMap<>();
    private final Map<String, List<Item>> notices = new HashMap<>();
    private final Map<String, Item> plans = new HashMap<>();
    private final Map<String, List<Item>> summaries = new HashMap<>();
    private final Map<String, List<Item>> replaces = new HashMap<>();
    private final Map<String, List<Item>> replacedBy = new HashMap<>();

    public EntryRelations(LinkIndex index) {
        this.index = index;
        for (Item item : index.site().items()) {
            item.entry().notice().map(Entry.Notice::result).ifPresent(path -> add(item, path, results, notices));
            paths(item, PLAN).forEach(path -> add(item, path, plans, summaries));
            paths(item, REPLACES).forEach(path -> target(item, path).ifPresent(older -> addReplacement(item, older)));
            paths(item, REPLACED_BY)
                    .forEach(path -> target(item, path).ifPresent(newer -> addReplacement(newer, item)));
        }
    }

    private static Stream<Value.Text> paths(Item item, String field) {
        return item.entry().own().stream()
                .filter(own -> own.spec().hasName(field))
                .map(Entry.OwnField::value)
                .filter(Value.Text.class::isInstance)
                .map(Value.Text.class::cast)
                .filter(path -> !path.isBlank());
    }

    private Optional<Item> target(Item item, Value.Text path) {
        return Optional.of(new SourcePaths(index, item.entry().path(), item.address()).link(path.text(), path.text()))
                .filter(LinkTarget::isUnique)
                .map(target -> index.site().byPath().get(target.paths().get(0)))
                .filter(other -> other != item);
    }

    /** Adds a pair if a path may be one: a result may be a text. */
    private void add(Item item, Value.Text path, Map<String, Item> named, Map<String, List<Item>> naming) {
        if (EntryFormat.ofEnding(SourceFile.ending(path.text())).isPresent()) {
            target(item, path).ifPresent(other -> {
                named.put(item.address(), other);
                add(naming, other, item);
            });
        }
    }

    private void addReplacement(Item newer, Item older) {
        add(replaces, newer, older);
        add(replacedBy, older, newer);
    }

    private static void add(Map<String, List<Item>> all, Item item, Item other) {
        List<Item> others = all.computeIfAbsent(item.address(), address -> new ArrayList<>());
        if (!others.contains(other)) {
            others.add(other);
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
    public List<Item> replaces(Item item) {
        return replaces.getOrDefault(item.address(), List.of());
    }

    /** The entries that replace an entry, whichever of them says so. */
    public List<Item> replacedBy(Item item) {
        return replacedBy.getOrDefault(item.address(), List.of());
    }

    /** The entry that an entry says it replaces; all of {@link #replaces} if it names none. */
    public List<Item> replaced(Item item) {
        return declared(item, REPLACES).map(List::of).orElseGet(() -> replaces(item));
    }

    /** The entry by which an entry says it is replaced; all of {@link #replacedBy} if it names none. */
    public List<Item> replacing(Item item) {
        return declared(item, REPLACED_BY).map(List::of).orElseGet(() -> replacedBy(item));
    }

    private Optional<Item> declared(Item item, String field) {
        return paths(item, field).findFirst().flatMap(path -> target(item, path));
    }
}
