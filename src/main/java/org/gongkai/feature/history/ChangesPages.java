package org.gongkai.feature.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gongkai.feature.history.Comparisons.VersionChange;
import org.gongkai.feature.history.GroupedChanges.Group;
import org.gongkai.feature.history.GroupedChanges.What;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.history.versions.Versions.Version;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.render.feed.FeedPages;
import org.gongkai.render.list.Pagination;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.Site.Column;
import org.gongkai.text.DateText;

/**
 * Plans the list of all changes and that of each column: by day, newest first, one row for each entry. What was newly
 * published stands at the date of the paper, that of the newest month before all else, so that no page divides it.
 */
final class ChangesPages {

    /** Rows on a page but the first, which takes up to half as many more or fewer. */
    private static final int PAGE_SIZE = 60;

    /** Maximum number of papers that come to the site late without a line about them. */
    private static final int FEW = 4;

    private static final String TITLE = "更新记录";

    private final SiteModel model;
    private final Site site;
    private final PublicHistory history;
    private final Function<Item, Map<Integer, VersionChange>> sizes;
    /** Rows by the key of their group; each stands in the list of all changes and in that of its column. */
    private final Map<String, Optional<VersionModel.Row>> rows = new ConcurrentHashMap<>();

    /**
     * @param sizes sizes of the changes of an entry, by the number of the version; called when a page is rendered
     */
    ChangesPages(SiteModel model, PublicHistory history, Function<Item, Map<Integer, VersionChange>> sizes) {
        this.model = model;
        this.site = model.site();
        this.history = history;
        this.sizes = sizes;
    }

    List<Page> pages() {
        List<Column> uncounted = site.groups().columns().stream()
                .filter(column -> !column.counted())
                .toList();
        List<String> left = uncounted.stream().map(Column::name).toList();
        List<Group> groups = GroupedChanges.of(site, history.histories()).stream()
                .filter(group ->
                        !left.containsAll(group.item().entry().listing().categories()))
                .toList();
        List<Column> columns = site.groups().columns().stream()
                .filter(column -> column.counted() && !column.items().isEmpty())
                .toList();
        LocalDate began =
                groups.isEmpty() ? site.asOf() : groups.get(groups.size() - 1).day();
        List<Page> pages = new ArrayList<>(pages(HistoryAddresses.CHANGES, null, columns, groups, began));
        columns.forEach(column -> pages.addAll(pages(
                HistoryAddresses.changes(column),
                column,
                columns,
                groups.stream()
                        .filter(group ->
                                group.item().entry().listing().categories().contains(column.name()))
                        .toList(),
                began)));
        uncounted.stream().map(this::former).forEach(pages::add);
        pages.add(new Page(HistoryAddresses.FEED, "feed.ftl", () -> feed(groups)).unlisted());
        return pages;
    }

    /** @param began the day before which nothing was put online; the column is null for the list of all changes */
    private List<Page> pages(String first, Column column, List<Column> columns, List<Group> made, LocalDate began) {
        List<Group> groups = made.stream()
                .map(Group::listed)
                .sorted(Comparator.comparing(Group::day).reversed())
                .collect(Collectors.toCollection(ArrayList::new));
        LocalDate month = groups.isEmpty() ? null : month(groups.get(0));
        Predicate<Group> fresh =
                group -> group.what() == What.ADDED && month(group).equals(month);
        // More might not all find room on the first page.
        boolean whole = groups.stream().filter(fresh).count() <= PAGE_SIZE / 2;
        groups.sort(Comparator.comparing(group -> !whole || !fresh.test(group)));
        int newest = sizeOfFirst(groups.size());
        int count = 1 + (groups.size() - newest) / PAGE_SIZE;
        List<Page> pages = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            int page = number;
            int end = newest + (page - 1) * PAGE_SIZE;
            List<Group> here = groups.subList(page == 1 ? 0 : end - PAGE_SIZE, end);
            Page changes = new Page(Pagination.address(first, page), "changes.ftl", () -> {
                Map<String, Object> variables = model.base(info(first, column, page));
                variables.put("columns", choices(columns, column));
                variables.put("allUri", HistoryAddresses.CHANGES);
                variables.put("whole", whole && page == 1);
                LocalDate until = page == 1 ? LocalDate.MAX : month(groups.get(end - PAGE_SIZE - 1));
                LocalDate from = page == count ? LocalDate.MIN : month(here.get(here.size() - 1));
                variables.put("days", days(here, column == null ? interventions(from, until) : Map.of()));
                variables.put(
                        "late",
                        new TreeMap<>(page > 1 ? Map.of() : GroupedChanges.putOnline(made))
                                .entrySet().stream()
                                        .filter(put -> put.getValue() > FEW)
                                        .map(put -> DateText.chinese(put.getKey())
                                                + (put.getKey().equals(began) ? "建站时带上" : "补充公开了")
                                                + "以前的文件" + put.getValue() + "篇")
                                        .toList());
                variables.put(
                        "beginsText",
                        history.histories().cutOff().map(DateText::chinese).orElse(null));
                variables.put("pager", Pagination.pager(first, page, count));
                return variables;
            });
            pages.add(number > 1 ? changes.unlisted() : column == null ? changes : changes.of(column.items()));
        }
        return pages;
    }

    private static LocalDate month(Group group) {
        return group.day().withDayOfMonth(1);
    }

    /**
     * What commands did to the published site in the months that begin on a page, newest first. A reason that mentions
     * hidden content is left out.
     */
    private Map<LocalDate, List<VersionModel.InterventionRow>> interventions(LocalDate from, LocalDate until) {
        Map<LocalDate, List<VersionModel.InterventionRow>> rows = new HashMap<>();
        model.editions().interventions().stream()
                .filter(done -> !done.day().isBefore(from) && done.day().isBefore(until))
                .forEach(done -> rows.computeIfAbsent(done.day(), day -> new ArrayList<>())
                        .add(
                                0,
                                new VersionModel.InterventionRow(
                                        done.kind().text(),
                                        history.disclosed(done.reason()).orElse(null))));
        return rows;
    }

    /** Leads on from the list of a column whose changes are no longer listed: addresses stay. */
    private Page former(Column column) {
        return Page.redirect(model, HistoryAddresses.changes(column), new Model.Link(TITLE, HistoryAddresses.CHANGES));
    }

    /**
     * Pages are counted off from the oldest row: one row more changes the first page, and the others once in a while.
     */
    private static int sizeOfFirst(int rows) {
        int rest = rows % PAGE_SIZE;
        return rows >= PAGE_SIZE && rest < PAGE_SIZE / 2 ? rest + PAGE_SIZE : rest;
    }

    private Model.PageInfo info(String first, Column column, int page) {
        String title = column == null ? TITLE : TITLE + "：" + column.name();
        List<Model.Link> crumbs = new ArrayList<>(List.of(
                Model.Link.HOME, new Model.Link(TITLE, column == null && page == 1 ? null : HistoryAddresses.CHANGES)));
        if (column != null) {
            crumbs.add(new Model.Link(column.name(), page == 1 ? null : first));
        }
        return new Model.PageInfo(
                page == 1 ? title : title + "（第" + page + "页）",
                Pagination.address(first, page),
                "changes",
                null,
                HistoryAddresses.CHANGES,
                crumbs,
                model.siteMeta(),
                new Model.Link(TITLE, HistoryAddresses.FEED));
    }

    private static List<VersionModel.Choice> choices(List<Column> columns, Column current) {
        return columns.stream()
                .map(column -> new VersionModel.Choice(
                        column.name(), HistoryAddresses.changes(column), column.equals(current)))
                .toList();
    }

    private List<VersionModel.Day> days(
            List<Group> groups, Map<LocalDate, List<VersionModel.InterventionRow>> interventions) {
        Map<LocalDate, List<VersionModel.Row>> days = new TreeMap<>(Comparator.reverseOrder());
        interventions.keySet().forEach(day -> days.put(day, new ArrayList<>()));
        groups.forEach(group -> row(group).ifPresent(row -> days.computeIfAbsent(group.day(), day -> new ArrayList<>())
                .add(row)));
        return days.entrySet().stream()
                .map(day -> new VersionModel.Day(
                        day.getKey().toString(),
                        DateText.chinese(day.getKey()),
                        day.getValue(),
                        interventions.getOrDefault(day.getKey(), List.of())))
                .toList();
    }

    private Optional<VersionModel.Row> row(Group group) {
        Optional<VersionModel.Row> known = rows.get(group.key());
        return known != null ? known : rows.computeIfAbsent(group.key(), key -> newRow(group));
    }

    /** Returns the row of a group; empty if its versions changed no word. */
    private Optional<VersionModel.Row> newRow(Group group) {
        Item item = group.item();
        boolean gone = isGone(item);
        Map<Integer, VersionChange> known = sizes.apply(item);
        List<Version> worded = group.versions().stream()
                .filter(version -> {
                    VersionChange change = known.get(version.number());
                    return change == null || change.worded();
                })
                .toList();
        if (worded.isEmpty() && !group.versions().isEmpty()) {
            return Optional.empty();
        }
        List<VersionModel.Step> steps = gone
                ? List.of()
                : worded.stream()
                        .map(version -> step(item, version, known.get(version.number())))
                        .filter(step -> step.changed() != null || step.purpose() != null)
                        .toList();
        return Optional.of(new VersionModel.Row(
                group.what().label(),
                Math.max(1, worded.size()),
                gone ? null : item.entry().title(),
                item.address(),
                model.column(item.entry().column()),
                steps,
                gone || group.versions().isEmpty() ? null : HistoryAddresses.list(item)));
    }

    private VersionModel.Step step(Item item, Version version, VersionChange change) {
        boolean first = version.number() == 1;
        return new VersionModel.Step(
                change == null ? null : change.words(),
                change != null && change.corrects(),
                first || isWithheld(item, change)
                        ? null
                        : history.purpose(version).orElse(null),
                change == null || item.entry().history() != Kind.History.FULL
                        ? null
                        : HistoryAddresses.version(item, version.number()));
    }

    private boolean isGone(Item item) {
        return !site.byPath().containsKey(item.entry().path());
    }

    /** Returns whether a change involves a withheld version; its purpose is then withheld, too. */
    private static boolean isWithheld(Item item, VersionChange change) {
        return change == null ? item.entry().history() == Kind.History.FULL : change.skipped() > 0;
    }

    private Map<String, Object> feed(List<Group> groups) {
        FeedPages feeds = new FeedPages(model, item -> "");
        List<FeedPages.FeedEntry> entries = groups.stream()
                .filter(group -> !isGone(group.item()))
                .flatMap(group -> row(group).map(row -> entry(feeds, group, row)).stream())
                .limit(FeedPages.LATEST)
                .toList();
        return feeds.variables(
                HistoryAddresses.FEED, HistoryAddresses.CHANGES, site.config().name() + " · " + TITLE, entries);
    }

    private static FeedPages.FeedEntry entry(FeedPages feeds, Group group, VersionModel.Row row) {
        What what = group.what();
        String target = row.steps().isEmpty() || row.steps().get(0).diffUri() == null
                ? row.uri()
                : row.steps().get(0).diffUri();
        return feeds.entry(
                HistoryAddresses.FEED,
                group.item(),
                row.what() + "：" + row.title(),
                target + "#" + what.name().toLowerCase(Locale.ROOT) + "-" + group.day(),
                target,
                group.day(),
                row.steps().stream()
                        .map(VersionModel.Step::changed)
                        .filter(changed -> changed != null)
                        .findFirst()
                        .orElse(row.what()));
    }
}
