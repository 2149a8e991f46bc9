package org.gongkai.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gongkai.site.Column;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.Tag;

/** Plans every page but those of entries: home, lists, feeds, site maps, redirects. */
final class PagePlan {

    private static final int LATEST = 10;
    private static final Model.Link HOME = new Model.Link("首页", "index.html");

    private final SiteModel model;
    private final Site site;
    private final Function<Item, String> summaries;
    private final ListPages lists;

    /**
     * @param summaries the beginning of an entry's body; asked for only when a page is rendered
     */
    PagePlan(SiteModel model, Function<Item, String> summaries) {
        this.model = model;
        this.site = model.site();
        this.summaries = summaries;
        this.lists = new ListPages(model, summaries);
    }

    /** Every page, in no order that matters: each has an address of its own. */
    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        pages.add(home());
        site.columns().forEach(column -> column(column, pages));
        site.years().forEach(year -> year(year, pages));
        pages.add(archive());
        site.tags().forEach(tag -> tag(tag, pages));
        pages.add(tagIndex());
        pages.add(simple("sitemap.html", "sitemap-html.ftl", "sitemap", "网站地图"));
        pages.add(notFound());
        site.items().forEach(item -> redirects(item, pages));
        FeedPlan feeds = new FeedPlan(model, summaries);
        pages.addAll(feeds.pages());
        pages.add(new SitemapPlan(model).page());
        return pages;
    }

    private Page home() {
        return new Page("index.html", "index.ftl", () -> {
            Map<String, Object> variables =
                    model.base(info("index.html", "home", site.config().name(), List.of(), null));
            variables.put(
                    "latest",
                    posts(site.items().subList(0, Math.min(LATEST, site.items().size()))));
            variables.put("notices", posts(site.openNotices()));
            variables.put("matrix", model.matrix());
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
                List.of(HOME, new Model.Link(column.name(), null)),
                model.columnMeta(column),
                feed(column));
        pages.addAll(lists.pages(
                all,
                new ListPages.Listing(
                        column.name(),
                        SiteModel.orNull(column.description()),
                        "这个栏目还没有公开的内容。",
                        yearChoices(column, 0),
                        List.of(),
                        null,
                        null),
                column.items()));
        for (Site.Year year : site.years()) {
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
                    List.of(
                            HOME,
                            new Model.Link(column.name(), column.address()),
                            new Model.Link(year.year() + "年", null)),
                    model.columnMeta(column),
                    feed(column));
            pages.addAll(lists.pages(
                    crossed,
                    new ListPages.Listing(
                            title,
                            null,
                            "",
                            yearChoices(column, year.year()),
                            columnChoices(year, column),
                            column.address(),
                            year.address()),
                    items));
        }
    }

    private static Model.Link feed(Column column) {
        return new Model.Link(column.name(), column.slug() + "/feed.xml");
    }

    private void year(Site.Year year, List<Page> pages) {
        String title = year.year() + "年";
        Model.PageInfo info = info(
                year.address(),
                "list",
                title,
                List.of(HOME, new Model.Link("往年", "years/index.html"), new Model.Link(title, null)),
                "years/index.html");
        List<Model.Choice> years = site.years().stream()
                .map(y ->
                        new Model.Choice(null, y.year(), y.address(), y.items().size(), y.year() == year.year()))
                .toList();
        pages.addAll(lists.pages(
                info,
                new ListPages.Listing(
                        title + "公开内容", null, "", years, columnChoices(year, null), "years/index.html", null),
                year.items()));
    }

    private void tag(Tag tag, List<Page> pages) {
        Model.PageInfo info = info(
                tag.address(),
                "list",
                "标签：" + tag.name(),
                List.of(HOME, new Model.Link("标签", "tags/index.html"), new Model.Link(tag.name(), null)),
                "tags/index.html");
        pages.addAll(lists.pages(
                info,
                new ListPages.Listing("标签：" + tag.name(), null, "", List.of(), List.of(), null, null),
                tag.items()));
    }

    private Page archive() {
        return new Page("years/index.html", "archive.ftl", () -> {
            Map<String, Object> variables = model.base(info(
                    "years/index.html",
                    "years",
                    "按年浏览",
                    List.of(HOME, new Model.Link("往年", null)),
                    "years/index.html"));
            variables.put("matrix", model.matrix());
            variables.put("years", model.info().years());
            return variables;
        });
    }

    private Page tagIndex() {
        return new Page("tags/index.html", "tags-index.ftl", () -> {
            int most =
                    site.tags().stream().mapToInt(t -> t.items().size()).max().orElse(1);
            Map<String, Object> variables = model.base(info(
                    "tags/index.html", "tags", "标签", List.of(HOME, new Model.Link("标签", null)), "tags/index.html"));
            variables.put(
                    "tags",
                    site.tags().stream()
                            .map(t -> new Model.TagInfo(
                                    t.name(),
                                    t.address(),
                                    t.items().size(),
                                    (4 * t.items().size() + most - 1) / most))
                            .toList());
            return variables;
        });
    }

    private Page simple(String address, String template, String type, String title) {
        return new Page(address, template, () -> {
            Map<String, Object> variables =
                    model.base(info(address, type, title, List.of(HOME, new Model.Link(title, null)), null));
            variables.put("pages", List.of());
            return variables;
        });
    }

    /**
     * The page for addresses that do not exist is shown under any of them, so relative links would lead nowhere; they are
     * given from the root of the host as far as that is known.
     */
    private Page notFound() {
        return new Page("404.html", "error404.ftl", () -> {
            Map<String, Object> variables = model.base(
                    info("404.html", "error404", "没有找到这个页面", List.of(HOME, new Model.Link("没有找到这个页面", null)), null));
            String base = site.config().baseUrl();
            if (!base.isEmpty()) {
                variables.put("root", base.replaceFirst("^https?://[^/]+", ""));
            }
            return variables;
        });
    }

    private void redirects(Item item, List<Page> pages) {
        for (String alias : item.entry().publication().aliases()) {
            pages.add(new Page(alias, "redirect.ftl", () -> {
                Map<String, Object> variables =
                        model.base(info(alias, "redirect", item.entry().title(), List.of(), null));
                variables.put("target", new Model.Link(item.entry().title(), item.address()));
                return variables;
            }));
        }
    }

    private Model.PageInfo info(String address, String type, String title, List<Model.Link> crumbs, String section) {
        return new Model.PageInfo(
                title,
                address,
                type,
                null,
                section,
                crumbs,
                model.siteMeta(),
                new Model.Link(site.config().name(), "feed.xml"));
    }

    private List<Model.Post> posts(List<Item> items) {
        return items.stream()
                .map(item -> model.post(item, summaries.apply(item)))
                .toList();
    }

    private List<Model.Choice> yearChoices(Column column, int current) {
        return site.years().stream()
                .filter(y -> !y.of(column).isEmpty())
                .map(y -> new Model.Choice(
                        null, y.year(), column.address(y.year()), y.of(column).size(), y.year() == current))
                .toList();
    }

    private List<Model.Choice> columnChoices(Site.Year year, Column current) {
        return site.columns().stream()
                .filter(c -> !year.of(c).isEmpty())
                .map(c -> new Model.Choice(
                        c.name(), null, c.address(year.year()), year.of(c).size(), c.equals(current)))
                .toList();
    }
}
