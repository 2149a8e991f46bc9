package org.gongkai.render.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Item;
import org.gongkai.site.Site.Column;
import org.gongkai.site.link.EntryRelations;

/** The ways on from an entry: back to its line in the list of its column, and to the entries that belong to it. */
public final class LinkedEntries {

    private final SiteModel model;
    private final EntryRelations relations;
    private final List<Function<Item, List<Model.Fact>>> heads;
    private final List<VersionPages> histories;
    /** Numbers of the pages of entries in the lists of their columns, by their addresses. */
    private final Map<String, Integer> pages = new HashMap<>();

    /** Pages about the versions of entries, which a feature adds. */
    public interface VersionPages {

        /** Returns the address of the list of the versions of an entry, if it has that page. */
        default Optional<String> versionList(Item item) {
            return Optional.empty();
        }

        /** Returns the address of the differences between an entry and one that it replaces, if there is that page. */
        default Optional<String> comparison(Item newer, Item older) {
            return Optional.empty();
        }
    }

    /**
     * @param heads return links at the head of the page of an entry to pages that features add
     * @param histories the pages about versions that features add
     */
    public LinkedEntries(
            SiteModel model,
            EntryRelations relations,
            List<Function<Item, List<Model.Fact>>> heads,
            List<? extends VersionPages> histories) {
        this.heads = List.copyOf(heads);
        this.histories = List.copyOf(histories);
        this.model = model;
        this.relations = relations;
        for (Column column : model.site().groups().columns()) {
            int place = 0;
            int size = Pagination.pageSize(column.items());
            for (Item item : column.items()) {
                if (item.entry().column().equals(column.name())) {
                    pages.put(item.address(), place / size + 1);
                }
                place++;
            }
        }
    }

    /** Pairs of entries. */
    public EntryRelations relations() {
        return relations;
    }

    /** Returns the id of the line of an entry in any list. */
    public static String line(String address) {
        return address.substring(0, address.length() - ".html".length());
    }

    /** Returns the line of an entry in the list of its column. */
    public Model.Link back(Item item) {
        Model.Name column = model.column(item.entry().column());
        return new Model.Link(
                column.name(),
                Pagination.address(column.uri(), pages.get(item.address())) + "#" + line(item.address()));
    }

    /** Returns the links at the head of its page, each with the word for what it is. */
    public List<Model.Fact> atHead(Item item) {
        return heads.stream().flatMap(head -> head.apply(item).stream()).toList();
    }

    /** Returns the entries that belong to an entry, each with the word for what it is. */
    public List<Model.Fact> on(Item item) {
        List<Model.Fact> ways = new ArrayList<>(atHead(item));
        ways.addAll(between(item));
        relations.plan(item).ifPresent(plan -> ways.add(way("对应计划", plan)));
        relations.summaries(item).forEach(summary -> ways.add(way("对应总结", summary)));
        relations.replacing(item).forEach(other -> ways.add(way("现行文件", other)));
        for (Item other : relations.replaced(item)) {
            ways.add(way("被替代的文件", other));
            comparison(item, other).ifPresent(uri -> ways.add(differences(other, uri)));
        }
        return ways;
    }

    /** Returns the ways that lists show: between a 公示 and its result, and to differences from what was replaced. */
    public List<Model.Fact> inLists(Item item) {
        List<Model.Fact> ways = new ArrayList<>(between(item));
        relations.replaced(item).forEach(other -> comparison(item, other)
                .ifPresent(uri -> ways.add(differences(other, uri))));
        return ways;
    }

    /** Returns the address of the differences between an entry and one that it replaces, if there is that page. */
    public Optional<String> comparison(Item newer, Item older) {
        return relations.replaced(newer).contains(older)
                ? histories.stream()
                        .flatMap(pages -> pages.comparison(newer, older).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Returns the address of the list of the versions of an entry, if it has that page. */
    public Optional<String> versionList(Item item) {
        return histories.stream()
                .flatMap(pages -> pages.versionList(item).stream())
                .findFirst();
    }

    private static Model.Fact differences(Item other, String uri) {
        return new Model.Fact("新旧对照", "与《" + other.entry().title() + "》的差别", uri);
    }

    private List<Model.Fact> between(Item item) {
        List<Model.Fact> ways = new ArrayList<>();
        relations.result(item).ifPresent(result -> ways.add(way("公示结果", result)));
        relations.notices(item).forEach(notice -> ways.add(way("对应公示", notice)));
        return ways;
    }

    private static Model.Fact way(String label, Item item) {
        return new Model.Fact(label, item.entry().title(), item.address());
    }
}
