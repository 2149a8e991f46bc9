package org.gongkai.render.feed;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gongkai.input.entry.Entry;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.Site.Column;
import org.gongkai.site.address.AddressPaths;

/** Plans the Atom feeds (RFC 4287): one of everything and one a column. */
public record FeedPages(SiteModel model, Function<Item, String> summaries) {

    /** An Atom feed. */
    public record Feed(
            String title, String id, String selfUri, String alternateUri, String updated, List<FeedEntry> entries) {}

    public record FeedEntry(
            String title,
            String id,
            String href,
            String published,
            String updated,
            String category,
            String summary,
            String author) {}

    public static final int LATEST = 20;

    public List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        pages.add(feed(
                Model.Link.FEED.uri(), Model.Link.HOME.uri(), site().config().name(), site().items()));
        for (Column column : site().groups().columns()) {
            pages.add(feed(
                    column.slug() + "/feed.xml",
                    column.address(),
                    site().config().name() + " · " + column.name(),
                    column.items()));
        }
        return pages;
    }

    private Page feed(String address, String alternate, String title, List<Item> items) {
        return new Page(address, "feed.ftl", () -> {
                    List<Item> latest = items.subList(0, Math.min(LATEST, items.size()));
                    return variables(
                            address,
                            alternate,
                            title,
                            latest.stream().map(item -> entry(address, item)).toList());
                })
                .unlisted();
    }

    /**
     * The variables of a feed.
     *
     * @param alternate address of the page that shows the same
     */
    public Map<String, Object> variables(String address, String alternate, String title, List<FeedEntry> entries) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("root", AddressPaths.root(address));
        variables.put("site", model.info());
        String base = site().config().baseUrl();
        variables.put(
                "feed",
                new Feed(
                        title,
                        id(address),
                        base.isEmpty() ? null : base + address,
                        base.isEmpty() ? AddressPaths.relative(address, alternate) : base + alternate,
                        entries.stream()
                                .map(FeedEntry::updated)
                                .max(String::compareTo)
                                .orElse(stamp(site().asOf().atStartOfDay(zone()).toOffsetDateTime())),
                        entries));
        return variables;
    }

    private FeedEntry entry(String feed, Item item) {
        Entry entry = item.entry();
        return new FeedEntry(
                entry.title(),
                id(item.address()),
                href(feed, item.address()),
                stamp(entry.dates().published().atZone(zone()).toOffsetDateTime()),
                updated(entry),
                entry.column(),
                summaries.apply(item),
                author(entry));
    }

    /**
     * Returns a feed entry for a change of an entry of the site.
     *
     * @param what a unique address, for its identifier
     * @param target address of the page that shows it
     * @param day when it happened
     */
    public FeedEntry entry(
            String feed, Item item, String title, String what, String target, LocalDate day, String summary) {
        String stamp = stamp(day.atStartOfDay(zone()).toOffsetDateTime());
        return new FeedEntry(
                title,
                id(what),
                href(feed, target),
                stamp,
                stamp,
                item.entry().column(),
                summary,
                author(item.entry()));
    }

    private String href(String feed, String target) {
        String base = site().config().baseUrl();
        return base.isEmpty() ? AddressPaths.relative(feed, target) : base + target;
    }

    private String author(Entry entry) {
        return entry.publication().publisher().isEmpty()
                ? site().config().name()
                : entry.publication().publisher();
    }

    /** Returns an identifier that does not depend on the host, unless only the host identifies the site. */
    private String id(String address) {
        String code = site().config().branch().code();
        String base = site().config().baseUrl();
        if (code.matches("[A-Za-z0-9-]+")) {
            return "urn:x-gongkai:" + code + ":" + address;
        }
        return base.isEmpty() ? "urn:x-gongkai:" + address : base + address;
    }

    private String updated(Entry entry) {
        return entry.dates().changed().equals(entry.dates().day())
                ? stamp(entry.dates().published().atZone(zone()).toOffsetDateTime())
                : stamp(entry.dates().changed().atStartOfDay(zone()).toOffsetDateTime());
    }

    private ZoneId zone() {
        return site().config().zone();
    }

    private static String stamp(OffsetDateTime time) {
        return time.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private Site site() {
        return model.site();
    }
}
