package org.gongkai.render.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.Site.Column;
import org.gongkai.site.Site.Tag;

/** Plans the lists: by column, by year, by both, by tag. */
public record ListPages(SiteModel model, Site site, Pagination lists, Map<Integer, List<Model.Link>> months) {

    /**
     * @param summaries first sentences of an entry; called only when a page is rendered
     * @param months the pages of the months of each year that has any
     */
    public ListPages(
            SiteModel model,
            LinkedEntries ways,
            Function<Item, String> summaries,
            Map<Integer, List<Model.Link>> months) {
        this(model, model.site(), new Pagination(model, ways, summaries), months);
    }

    /** Every page of every list. */
    public List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        site.groups().columns().forEach(column -> column(column, pages));
        site.groups().years().forEach(year -> year(year, pages));
        site.groups().tags().forEach(tag -> tag(tag, pages));
        return pages;
    }

    /** The page of all years. */
    public Page archive() {
        return new Page(Model.Link.YEARS.uri(), "archive.ftl", () -> {
            Map<String, Object> variables = Model.Link.YEARS.page(model, "years", Model.Link.YEARS.uri());
            variables.put("matrix", model.matrix());
            variables.put("years", model.info().years());
            variables.put(
                    "newest",
                    site.groups().years().stream()
                            .flatMap(year -> site.counted(year.items()).stream().limit(1))
                            .map(item -> model.post(item, null, List.of()))
                            .toList());
            return variables;
        });
    }

    public Page tagIndex() {
        return new Page(Model.Link.TAGS.uri(), "tags-index.ftl", () -> {
            Map<Tag, Integer> counts = new LinkedHashMap<>();
            site.groups()
                    .tags()
                    .forEach(tag -> counts.put(tag, site.counted(tag.items()).size()));
            Map<String, Object> variables = Model.Link.TAGS.page(model, "tags", Model.Link.TAGS.uri());
            variables.put(
                    "tags",
                    counts.entrySet().stream()
                            .filter(tag -> tag.getValue() > 0)
                            .map(tag -> new Model.TagInfo(
                                    tag.getKey().name(), tag.getKey().address(), tag.getValue()))
                            .toList());
            return variables;
        });
    }

    private void column(Column column, List<Page> pages) {
        Model.PageInfo all = new Model.PageInfo(
                column.name(),
                column.address(),
                "list",
                SiteModel.orNull(column.description()),
                column.address(),
                Model.Link.way(column.name()),
                model.columnMeta(column),
                feed(column));
        pages.addAll(lists.pages(
                all,
                new Pagination.Listing(
                        column.name(),
                        SiteModel.orNull(column.description()),
                        "这个栏目还没有公开的内容。",
                        yearChoices(column, 0),
                        List.of(),
                        List.of(),
                        null,
                        null),
                column.items()));
        for (Site.Year year : site.groups().years()) {
            List<Item> items = year.of(column);
            if (items.isEmpty()) {
                continue;
            }
            String title = year.year() + "年" + column.name();
            Model.PageInfo crossed = new Model.PageInfo(
                    title,
                    column.address(year.year()),
                    "list",
                    null,
                    column.address(),
                    Model.Link.way(year.year() + "年", new Model.Link(column.name(), column.address())),
                    model.columnMeta(column),
                    feed(column));
            pages.addAll(lists.pages(
                    crossed,
                    new Pagination.Listing(
                            title,
                            null,
                            "",
                            yearChoices(column, year.year()),
                            List.of(),
                            column.counted() ? columnChoices(year, column) : List.of(),
                            column.address(),
                            year.address()),
                    items));
        }
    }

    private static Model.Link feed(Column column) {
        return new Model.Link(column.name(), column.slug() + "/feed.xml");
    }

    private void year(Site.Year year, List<Page> pages) {
        List<Item> items = site.counted(year.items());
        if (items.isEmpty()) {
            return;
        }
        String title = year.year() + "年";
        Model.PageInfo info = model.page(
                year.address(), "list", title, Model.Link.way(title, Model.Link.YEARS), Model.Link.YEARS.uri());
        List<Model.Choice> years = model.info().years().stream()
                .map(y -> new Model.Choice(null, y.year(), y.uri(), y.count(), y.year() == year.year()))
                .toList();
        pages.addAll(lists.pages(
                info,
                new Pagination.Listing(
                        title + "公开内容",
                        null,
                        "",
                        years,
                        months.getOrDefault(year.year(), List.of()),
                        columnChoices(year, null),
                        Model.Link.YEARS.uri(),
                        null),
                items));
    }

    private void tag(Tag tag, List<Page> pages) {
        List<Item> counted = site.counted(tag.items());
        Model.PageInfo info = model.page(
                tag.address(),
                "list",
                "标签：" + tag.name(),
                Model.Link.way(tag.name(), Model.Link.TAGS),
                Model.Link.TAGS.uri());
        pages.addAll(lists.pages(
                info,
                new Pagination.Listing("标签：" + tag.name(), null, "", List.of(), List.of(), List.of(), null, null),
                // Addresses stay, even those of tags that only help pages have.
                counted.isEmpty() ? tag.items() : counted));
    }

    private List<Model.Choice> yearChoices(Column column, int current) {
        return site.groups().years().stream()
                .filter(y -> !y.of(column).isEmpty())
                .map(y -> new Model.Choice(
                        null, y.year(), column.address(y.year()), y.of(column).size(), y.year() == current))
                .toList();
    }

    private List<Model.Choice> columnChoices(Site.Year year, Column current) {
        return site.groups().columns().stream()
                .filter(c -> c.counted() && !year.of(c).isEmpty())
                .map(c -> new Model.Choice(
                        c.name(), null, c.address(year.year()), year.of(c).size(), c.equals(current)))
                .toList();
    }
}
