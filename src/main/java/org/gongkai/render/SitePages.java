package org.gongkai.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.render.feed.FeedPages;
import org.gongkai.render.list.LinkedEntries;
import org.gongkai.render.list.ListPages;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Editions;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.text.DateText;

/**
 * Plans every page but those of entries and the XML site map: home, lists, site map, feeds, redirects, changes.
 *
 * @param ways ways on from entries
 * @param summaries first sentences of an entry; called only when a page is rendered
 * @param photographs the address of the first photograph of an entry; called likewise
 * @param previous entries by their previous addresses
 */
record SitePages(
        SiteModel model,
        LinkedEntries ways,
        Function<Item, String> summaries,
        Function<Item, Optional<String>> photographs,
        PublicHistory history,
        Map<String, Item> previous) {

    private static final int LATEST = 14;
    private static final String EDITIONS = Editions.FOLDER + "index.html";
    private static final String GONE = "本条已撤回";

    /**
     * Returns every page that shows nothing of versions, in the order of the site map; addresses are unique.
     *
     * @param ofParts the pages of features
     * @param ofYears links of the page of a year to pages of features
     * @param ofHome return what features show on the home page
     * @param listed links of the site map to pages of features
     */
    List<Page> pages(
            List<Page> ofParts,
            Map<Integer, List<Model.Link>> ofYears,
            List<Supplier<Map<String, Object>>> ofHome,
            List<Model.Fact> listed) {
        List<Page> pages = new ArrayList<>();
        pages.add(home(ofHome));
        ListPages lists = new ListPages(model, ways, summaries, ofYears);
        pages.addAll(lists.pages());
        pages.addAll(ofParts);
        pages.add(lists.archive());
        pages.add(lists.tagIndex());
        pages.add(siteMap(listed));
        pages.add(notFound());
        if (!model.editions().others().isEmpty() && model.editions().index().equals(EDITIONS)) {
            pages.add(editions());
            pages.add(new EditionChanges(model, history.histories(), ways, previous).page());
        }
        site().items().forEach(item -> redirects(item, item.entry().title(), pages));
        site().unpublished().withdrawn().forEach(gone -> redirects(gone.item(), GONE, pages));
        previous.forEach((address, item) -> pages.add(redirect(
                address,
                item,
                site().byPath().containsKey(item.entry().path()) ? item.entry().title() : GONE)));
        pages.addAll(new FeedPages(model, summaries).pages());
        return pages;
    }

    /** Returns the notices at the addresses of withdrawn entries; their day may be known from the history only. */
    List<Page> withdrawn() {
        return site().unpublished().withdrawn().stream().map(this::gone).toList();
    }

    private Page home(List<Supplier<Map<String, Object>>> ofParts) {
        return new Page(Model.Link.HOME.uri(), "index.ftl", () -> {
            Map<String, Object> variables = model.base(
                    model.page(Model.Link.HOME.uri(), "home", site().config().name(), List.of(), null));
            List<Item> counted = site().counted(site().items());
            variables.put("latest", posts(counted.subList(0, Math.min(LATEST, counted.size()))));
            variables.put("notices", posts(site().openNotices()));
            variables.put("matrix", model.matrix());
            counted.stream()
                    .filter(item -> photographs.apply(item).isPresent())
                    .findFirst()
                    .ifPresent(item -> {
                        variables.put("pictured", posts(List.of(item)).get(0));
                        variables.put("photograph", photographs.apply(item).orElseThrow());
                    });
            ofParts.forEach(part -> variables.putAll(part.get()));
            return variables;
        });
    }

    private Page editions() {
        return new Page(EDITIONS, "editions.ftl", () -> {
            Map<String, Object> variables = new Model.Link("年度存档", EDITIONS).page(model, "editions", EDITIONS);
            List<Model.EditionRow> rows = new ArrayList<>();
            model.editions()
                    .others()
                    .forEach(edition -> rows.add(
                            0,
                            new Model.EditionRow(
                                    edition.name(),
                                    edition.folder() + "index.html",
                                    DateText.chinese(LocalDate.parse(edition.day())),
                                    edition.pages().size())));
            variables.put("rows", rows);
            return variables;
        });
    }

    private Page siteMap(List<Model.Fact> listed) {
        return new Page(Model.Link.SITE_MAP.uri(), "sitemap-html.ftl", () -> {
            Map<String, Object> variables = Model.Link.SITE_MAP.page(model, "sitemap", null);
            variables.put("pages", listed);
            return variables;
        });
    }

    /**
     * The page for missing addresses is served at any of them, where relative links would be wrong; its links
     * start at the root of the host if that is known.
     */
    private Page notFound() {
        return new Page("404.html", "error404.ftl", () -> {
                    Map<String, Object> variables =
                            new Model.Link("没有找到这个页面", "404.html").page(model, "error404", null);
                    String base = site().config().baseUrl();
                    if (!base.isEmpty()) {
                        variables.put("root", base.replaceFirst("^https?://[^/]+", ""));
                    }
                    return variables;
                })
                .unlisted();
    }

    private void redirects(Item item, String title, List<Page> pages) {
        for (String alias : item.entry().publication().aliases()) {
            pages.add(redirect(alias, item, title));
        }
    }

    private Page redirect(String from, Item item, String title) {
        return Page.redirect(model, from, new Model.Link(title, item.address()));
    }

    /**
     * The notice at the address of a withdrawn entry; without its title, which may be the reason for the
     * withdrawal.
     */
    private Page gone(Site.Withdrawn gone) {
        Item item = gone.item();
        Entry entry = item.entry();
        boolean expired = gone.reason() == Site.HiddenReason.EXPIRED;
        String title = expired ? "本条已过失效日期" : GONE;
        return new Page(item.address(), "withdrawn.ftl", () -> {
                    Model.Name column = model.column(entry.column());
                    Model.Link own = new Model.Link(title, item.address());
                    Map<String, Object> variables = column == null
                            ? own.page(model, "gone", null)
                            : own.page(model, "gone", column.uri(), new Model.Link(column.name(), column.uri()));
                    variables.put(
                            "gone",
                            new Model.Gone(
                                    expired ? "失效" : "撤回",
                                    column,
                                    SiteModel.orNull(entry.publication().number()),
                                    DateText.chinese(entry.dates().day()),
                                    gone.day()
                                            .or(() -> history.histories()
                                                    .of(entry.path())
                                                    .withdrawn())
                                            .map(DateText::chinese)
                                            .orElse(null),
                                    SiteModel.orNull(entry.text(CommonField.WITHDRAWN_WHY))));
                    return variables;
                })
                .unlisted();
    }

    private List<Model.Post> posts(List<Item> items) {
        return items.stream()
                .map(item -> model.post(item, summaries.apply(item), ways.inLists(item)))
                .toList();
    }

    private Site site() {
        return model.site();
    }
}
