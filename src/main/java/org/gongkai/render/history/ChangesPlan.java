package org.gongkai.render.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.history.versions.Version;
import org.gongkai.history.versions.Versions;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.DateText;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.render.feed.FeedPlan;
import org.gongkai.render.list.ListPages;
import org.gongkai.render.model.HistoryAddresses;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/** Plans the list of all changes, newest first by day: what was added, changed, withdrawn. */
public final class ChangesPlan {

    /** Changes on a page. */
    private static final int PAGE_SIZE = 60;

    private final SiteModel model;
    private final Site site;
    private final PublicHistory history;
    private final Function<Item, Map<Integer, String>> amounts;

    /**
     * @param amounts sizes of the changes of an entry, by the number of the version; called when a page is
     *     rendered
     */
    public ChangesPlan(SiteModel model, PublicHistory history, Function<Item, Map<Integer, String>> amounts) {
        this.model = model;
        this.site = model.site();
        this.history = history;
        this.amounts = amounts;
    }

    private enum What {
        ADDED("新增", "good"),
        CHANGED("修改", "warn"),
        WITHDRAWN("撤回", "gone"),
        RESTORED("恢复", "good"),
        EXPIRED("失效", "gone");

        private final String label;
        private final String tone;

        What(String label, String tone) {
            this.label = label;
            this.tone = tone;
        }
    }

    /** A change; {@code version} is null if no version made it. */
    private record Change(LocalDate day, What what, Item item, Version version) {

        /** Newest first; changes of one day by the address of their entry. */
        static final Comparator<Change> ORDER = Comparator.comparing(Change::day)
                .reversed()
                .thenComparing(change -> change.item().address())
                .thenComparing(change ->
                        change.version() == null ? 0 : -change.version().number())
                .thenComparing(Change::what);
    }

    public List<Page> pages() {
        List<Change> changes = changes();
        int count = Math.max(1, (changes.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        List<Page> pages = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            int page = number;
            String address = ListPages.address(HistoryAddresses.CHANGES, number);
            pages.add(new Page(address, "changes.ftl", () -> variables(changes, address, page, count)));
        }
        pages.add(new Page("changes/feed.xml", "feed.ftl", () -> feed(changes)));
        return pages;
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (Item item : site.items()) {
            Versions versions = history.histories().of(item.entry().path());
            boolean hasHistory = item.entry().history() != Kind.History.NONE;
            if (versions.all().isEmpty()) {
                Entry.Dates dates = item.entry().dates();
                changes.add(new Change(dates.published().toLocalDate(), What.ADDED, item, null));
                if (hasHistory && dates.changed().isAfter(dates.published().toLocalDate())) {
                    changes.add(new Change(dates.changed(), What.CHANGED, item, null));
                }
            }
            for (Version version : versions.all()) {
                if (version.number() == 1) {
                    changes.add(new Change(version.day(), What.ADDED, item, version));
                } else if (hasHistory) {
                    changes.add(new Change(version.day(), What.CHANGED, item, version));
                }
            }
            if (hasHistory) {
                versions.pauses().forEach(pause -> {
                    changes.add(new Change(pause.day(), What.WITHDRAWN, item, null));
                    pause.back().ifPresent(day -> changes.add(new Change(day, What.RESTORED, item, null)));
                });
            }
        }
        for (Site.Withdrawn gone : site.withdrawn()) {
            day(gone)
                    .ifPresent(day -> changes.add(new Change(
                            day,
                            gone.reason() == Site.HiddenReason.EXPIRED ? What.EXPIRED : What.WITHDRAWN,
                            gone.item(),
                            null)));
        }
        changes.sort(Change.ORDER);
        return changes;
    }

    private Optional<LocalDate> day(Site.Withdrawn gone) {
        return gone.day()
                .or(() -> history.histories().of(gone.item().entry().path()).withdrawn());
    }

    private Map<String, Object> variables(List<Change> changes, String address, int page, int count) {
        String title = page == 1 ? "更新记录" : "更新记录（第" + page + "页）";
        Map<String, Object> variables = model.base(new Model.PageInfo(
                title,
                address,
                "changes",
                null,
                HistoryAddresses.CHANGES,
                List.of(
                        new Model.Link("首页", "index.html"),
                        new Model.Link("更新记录", page == 1 ? null : HistoryAddresses.CHANGES)),
                model.siteMeta(),
                new Model.Link("更新记录", "changes/feed.xml")));
        List<Change> here = changes.subList((page - 1) * PAGE_SIZE, Math.min(changes.size(), page * PAGE_SIZE));
        Map<LocalDate, List<Model.ChangeRow>> days = new LinkedHashMap<>();
        here.forEach(change ->
                days.computeIfAbsent(change.day(), day -> new ArrayList<>()).add(row(change)));
        variables.put("total", changes.size());
        variables.put(
                "days",
                days.entrySet().stream()
                        .map(day -> new Model.ChangeDay(
                                day.getKey().toString(), DateText.chinese(day.getKey()), day.getValue()))
                        .toList());
        variables.put(
                "beginsText",
                history.histories().cutOff().map(DateText::chinese).orElse(null));
        variables.put("pager", ListPages.pager(HistoryAddresses.CHANGES, page, count));
        return variables;
    }

    private Model.ChangeRow row(Change change) {
        Item item = change.item();
        boolean gone = !site.byPath().containsKey(item.entry().path());
        Version version = change.version();
        String amount = version == null ? null : amounts.apply(item).get(version.number());
        return new Model.ChangeRow(
                change.what().label,
                change.what().tone,
                gone ? null : item.entry().title(),
                item.address(),
                model.column(item.entry().categories().get(0)),
                amount,
                version == null || change.what() == What.ADDED || gone || isWithheld(item, amount)
                        ? null
                        : history.purpose(version).orElse(null),
                amount == null ? null : HistoryAddresses.version(item, version.number()));
    }

    /** Returns whether a change involves a withheld version; its purpose is then withheld, too. */
    private static boolean isWithheld(Item item, String amount) {
        return amount == null && item.entry().history() == Kind.History.FULL;
    }

    private Map<String, Object> feed(List<Change> changes) {
        List<Change> latest = changes.stream()
                .filter(change ->
                        site.byPath().containsKey(change.item().entry().path()))
                .limit(FeedPlan.LATEST)
                .toList();
        FeedPlan feeds = new FeedPlan(model, item -> "");
        return feeds.variables(
                "changes/feed.xml",
                HistoryAddresses.CHANGES,
                site.config().name() + " · 更新记录",
                latest.stream()
                        .map(change -> {
                            Model.ChangeRow row = row(change);
                            String target = row.diffUri() == null ? row.uri() : row.diffUri();
                            return feeds.entry(
                                    "changes/feed.xml",
                                    change.item(),
                                    row.what() + "：" + row.title(),
                                    target + "#" + change.what().name().toLowerCase(Locale.ROOT) + "-" + change.day(),
                                    target,
                                    change.day(),
                                    row.amount() == null ? row.what() : row.amount());
                        })
                        .toList());
    }
}
