package org.gongkai.portal.page;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.portal.collect.CollectedEntry;
import org.gongkai.portal.page.DisclosureTables.Kind;
import org.gongkai.portal.page.PortalModel.Cell;
import org.gongkai.portal.page.PortalModel.PortalPage;
import org.gongkai.portal.page.PortalModel.Row;
import org.gongkai.portal.page.PortalModel.Section;
import org.gongkai.portal.page.PortalModel.Table;
import org.gongkai.render.model.Model.Link;
import org.gongkai.text.MoneyText;

/** The pages of all units: the home page, a page for each unit and, for each that groups others, its tables. */
public record PortalPages(Unit root, PortalFrame frame, Overview overview, DisclosureTables tables, List<Kind> kinds) {

    private static final Link UNITS = new Link("各单位", PortalFrame.UNITS);

    /** So many units in all have a row each on one page; of more, only those that group others have. */
    private static final int MOST_UNITS = 300;

    /** So many units in all have a row each on the home page; of more, only those at the top have. */
    private static final int MOST_UNITS_AT_HOME = 60;

    private static final String NO_SITE = "尚无网站";

    /** @param isInternal whether readers see what is late and missing */
    public PortalPages(Unit root, PortalFrame frame, Overview overview, boolean isInternal) {
        this(
                root,
                frame,
                overview,
                new DisclosureTables(root, overview.asOf),
                isInternal ? List.of(Kind.values()) : List.of(Kind.COVERAGE, Kind.DUES, Kind.TERMS));
    }

    /** Returns all pages. */
    public List<PortalPage> pages() {
        List<PortalPage> pages = new ArrayList<>();
        add(root, List.of(), pages);
        pages.add(tree());
        return pages;
    }

    private void add(Unit unit, List<Link> way, List<PortalPage> pages) {
        pages.add(unit(unit, way));
        List<Link> below = new ArrayList<>(way);
        below.add(unit == root ? UNITS : new Link(unit.name(), unit.address()));
        if (unit.isGroup()) {
            for (Kind kind : kinds) {
                pages.add(table(unit, kind, unit == root ? List.of() : below));
            }
        }
        unit.below().forEach(child -> add(child, below, pages));
    }

    private PortalPage unit(Unit unit, List<Link> way) {
        List<Section> sections = new ArrayList<>(
                List.of(entries("正在公示", overview.notices(unit)), entries("最新公开", overview.newest(unit))));
        if (unit.isGroup()) {
            List<Unit> all = unit.all();
            boolean isShort = unit == root && all.size() <= MOST_UNITS_AT_HOME + 1;
            sections.add(units(
                    unit == root ? "各单位情况" : "下属单位情况", isShort ? all.subList(1, all.size()) : unit.rows(), kinds));
        } else {
            kinds.forEach(kind -> tables.sections(kind, unit).stream()
                    .filter(section -> !section.tables().isEmpty())
                    .map(section -> section.headed(kind.title() + "（" + section.heading() + "）"))
                    .forEach(sections::add));
        }
        Map<String, Object> variables = PortalFrame.variables(unit.name(), sections);
        variables.put("entries", unit.entries());
        variables.put("notes", notes(unit));
        variables.put("unread", !unit.isGroup() && !state(unit).isEmpty());
        variables.put("website", website(unit).orElse(null));
        return frame.page(unit.address(), unit == root ? "home" : "list", unit.name(), way, variables);
    }

    private static Optional<String> website(Unit unit) {
        return unit.own()
                .filter(branch -> branch.collected().isPresent())
                .map(branch -> PortalFrame.href(branch.base() + "index.html"));
    }

    private Section entries(String heading, List<CollectedEntry> entries) {
        return Section.of(heading, entries.stream().map(frame::line).toList());
    }

    /** What readers must know of sites that could not be read, or of which there is nothing. */
    private static List<String> notes(Unit unit) {
        return unit.branches().stream()
                .flatMap(branch -> branch.failure().stream()
                        .map(why -> branch.listed().name() + "：这一次没有读到（" + why + "），"
                                + branch.collected()
                                        .map(it -> "用的是核验过的 " + it.day() + " 发布的内容。")
                                        .orElse("以前也没有读到过。")))
                .toList();
    }

    private Section units(String heading, List<Unit> units, List<Kind> stated) {
        List<String> columns = new ArrayList<>(List.of("单位", "公开", "最近公开"));
        stated.forEach(kind -> columns.add(tables.stateHead(kind)));
        if (stated.isEmpty()) {
            columns.add("网站");
        }
        return Section.of(
                heading,
                new Table(columns, units.stream().map(unit -> row(unit, stated)).toList()));
    }

    /** Why there is less of a unit than there should be; empty if there is not. */
    private static String state(Unit unit) {
        List<UnitSite> branches = unit.branches();
        long unread = branches.stream().filter(it -> it.failure().isPresent()).count();
        long none = branches.stream()
                .filter(it -> it.failure().isEmpty() && it.collected().isEmpty())
                .count();
        String state = unread > 0 ? unread + "个没有读到" : none > 0 ? none + "个没有可看的内容" : "";
        return unit.isGroup() ? state : state.replaceFirst("^\\d+个", "");
    }

    private Row row(Unit unit, List<Kind> stated) {
        List<UnitSite> branches = unit.branches();
        String last = branches.stream()
                .flatMap(branch ->
                        Stream.ofNullable(overview.days.get(branch.listed().code())))
                .max(String::compareTo)
                .orElse("—");
        String state = branches.isEmpty() ? "—" : state(unit);
        // Of what there is nothing, 0 would say that it was looked through.
        String all = unit.entries() == 0 && !state.isEmpty()
                ? state
                : MoneyText.grouped(unit.entries() + "篇") + (state.isEmpty() ? "" : "，" + state);
        List<Cell> cells = new ArrayList<>(
                List.of(new Cell(all, null, state.endsWith("没有读到") ? "missing" : ""), Cell.plain(last)));
        stated.forEach(kind -> cells.add(tables.state(kind, unit)));
        if (stated.isEmpty()) {
            cells.add(website(unit)
                    .map(uri -> new Cell("打开网站", uri, ""))
                    .orElse(Cell.plain(
                            branches.isEmpty()
                                    ? NO_SITE
                                    : unit.isGroup() ? "下面有" + branches.size() + "个网站" : state(unit))));
        } else if (branches.isEmpty()) {
            cells.replaceAll(cell -> Cell.unknown(NO_SITE));
        }
        return new Row(
                new Link(unit.name(), unit.address()),
                cells,
                overview.above.get(unit.code()).size(),
                tables.dues().owed(unit));
    }

    private PortalPage table(Unit unit, Kind kind, List<Link> way) {
        String title = unit == root ? kind.title() : unit.name() + "：" + kind.title();
        return frame.page(
                kind.address(unit), "list", title, way, PortalFrame.variables(title, tables.sections(kind, unit)));
    }

    /** All units, each with those below it; of many, only those that group others. Their pages tell what they did. */
    private PortalPage tree() {
        List<Unit> all = root.all().subList(1, root.all().size());
        boolean isLong = all.size() >= MOST_UNITS && root.below().stream().anyMatch(Unit::isGroup);
        Section section = units(
                null, all.stream().filter(unit -> !isLong || unit.isGroup()).toList(), List.of());
        Map<String, Object> variables = PortalFrame.variables(UNITS.title(), List.of(section));
        variables.put("notes", isLong ? List.of("单位很多，这里只列下面还有单位的；其余见它们的上级单位的页。") : List.of());
        return frame.page(PortalFrame.UNITS, "list", UNITS.title(), List.of(), variables);
    }

    /** Collects what the page of each unit shows of entries, while these pass by oldest first. */
    public static final class Overview {

        private static final int NEWEST = 30;

        private final LocalDate asOf;
        /** By the code of a site: its unit and those above it. */
        private final Map<String, List<String>> above = new HashMap<>();

        /** By the code of a site: the day of its newest entry. */
        private final Map<String, String> days = new HashMap<>();

        private final Map<String, Deque<CollectedEntry>> newest = new HashMap<>();
        private final Map<String, Deque<CollectedEntry>> notices = new HashMap<>();

        public Overview(Unit root, LocalDate asOf) {
            this.asOf = asOf;
            addAll(root, List.of());
        }

        private void addAll(Unit unit, List<String> way) {
            List<String> codes = new ArrayList<>(way);
            codes.add(unit.code());
            above.put(unit.code(), codes);
            unit.below().forEach(child -> addAll(child, codes));
        }

        public void add(CollectedEntry entry) {
            boolean isOpen =
                    entry.notice().filter(notice -> notice.isOpen(asOf)).isPresent();
            days.put(entry.site(), entry.day());
            for (String code : above.get(entry.site())) {
                Deque<CollectedEntry> last =
                        (isOpen ? notices : newest).computeIfAbsent(code, it -> new ArrayDeque<>());
                last.addFirst(entry);
                if (!isOpen && last.size() > NEWEST) {
                    last.removeLast();
                }
            }
        }

        /** The newest entries of a unit besides those whose 公示 is open, newest first. */
        List<CollectedEntry> newest(Unit unit) {
            return List.copyOf(newest.getOrDefault(unit.code(), new ArrayDeque<>()));
        }

        /** The entries of a unit whose 公示 is open, newest first. */
        List<CollectedEntry> notices(Unit unit) {
            return List.copyOf(notices.getOrDefault(unit.code(), new ArrayDeque<>()));
        }
    }
}
