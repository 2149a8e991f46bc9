package org.gongkai.portal.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.portal.collect.PublishedFigures;
import org.gongkai.portal.page.PortalModel.Cell;
import org.gongkai.portal.page.PortalModel.Row;
import org.gongkai.portal.page.PortalModel.Section;
import org.gongkai.portal.page.PortalModel.Table;
import org.gongkai.render.model.Model.Link;
import org.gongkai.text.MoneyText;

/**
 * The tables of a unit: one row for each unit right below it, the number of a site linked to its evidence and that of a
 * group to the same table of the group.
 */
record DisclosureTables(
        Unit root, LocalDate asOf, List<Integer> itemYears, PartyFeeTables dues, DeadlineTables deadlines) {

    /** What there is a table of. */
    enum Kind {
        COVERAGE("coverage.html", "党务公开目录"),
        DUES("dues.html", "党费交纳情况"),
        TERMS("terms.html", "任期"),
        LATE("late.html", "缺报和逾期");

        private final String file;
        private final String title;

        Kind(String file, String title) {
            this.file = file;
            this.title = title;
        }

        String title() {
            return title;
        }

        String address(Unit unit) {
            return unit.folder() + file;
        }
    }

    DisclosureTables(Unit root, LocalDate asOf) {
        this(
                root,
                asOf,
                years(root, asOf, figures -> figures.items().stream().map(PublishedFigures.Item::year)),
                new PartyFeeTables(root, asOf, years(root, asOf, figures -> figures.dues().stream()
                        .map(PublishedFigures.Dues::year))),
                new DeadlineTables(asOf));
    }

    /** All years from the last with figures to the first, none between them left out; this year if there are none. */
    private static List<Integer> years(Unit root, LocalDate asOf, Function<PublishedFigures, Stream<Integer>> years) {
        IntSummaryStatistics told = root.branches().stream()
                .flatMap(branch -> years.apply(branch.figures()))
                .mapToInt(Integer::intValue)
                .filter(year -> year <= asOf.getYear())
                .summaryStatistics();
        int last = told.getCount() == 0 ? asOf.getYear() : told.getMax();
        return Stream.iterate(last, year -> year >= Math.min(last, told.getMin()), year -> year - 1)
                .toList();
    }

    /** Returns tables with what stands around them: one for each year, or one for all. */
    List<Section> sections(Kind kind, Unit unit) {
        return switch (kind) {
            case COVERAGE ->
                itemYears.stream().map(year -> coverage(unit, year)).toList();
            case DUES -> dues.years().stream().map(year -> dues.of(unit, year)).toList();
            case TERMS -> List.of(deadlines.terms(unit));
            case LATE -> deadlines.late(unit, dues.bySite(unit));
        };
    }

    /** How many below a unit do not tell something, for want of a site too, in words: what is not known is never 0. */
    static String unknown(Unit unit, long told) {
        int all = unit.sites().size();
        String some = unit.isGroup() ? all + "个支部" + (told == 0 ? "都" : "中" + (all - told) + "个") : "";
        return told == all ? "" : some + "未提供数据";
    }

    /** Joins sentences that may be empty, of which the last may lack its full stop; null if there are none. */
    static String sentences(String first, String last) {
        String all = first + (last.isEmpty() ? "" : last + "。");
        return all.isEmpty() ? null : all;
    }

    static Section section(String heading, List<Table> tables, String note, String empty) {
        List<Table> filled =
                tables.stream().filter(table -> !table.rows().isEmpty()).toList();
        return new Section(heading, List.of(), filled, filled.isEmpty() ? null : note, empty);
    }

    /** What the state of units is called in a table with a column for each kind. */
    String stateHead(Kind kind) {
        return switch (kind) {
            case COVERAGE -> itemYears.get(0) + "年公开目录";
            case DUES -> dues.latestQuarter() + "党费（元）";
            case TERMS -> "任期";
            case LATE -> "已逾期";
        };
    }

    /** The state of a unit, on the last year or quarter that any unit tells of. */
    Cell state(Kind kind, Unit unit) {
        return switch (kind) {
            case COVERAGE -> covered(unit, itemYears.get(0));
            case DUES -> dues.amount(unit, dues.latestQuarter(), dues.years().get(0));
            case TERMS, LATE -> deadlines.passed(unit, kind);
        };
    }

    /** For how many items of the catalogue something was published; of a group, the sum of its sites. */
    private Cell covered(Unit unit, int year) {
        List<List<PublishedFigures.Item>> told = unit.branches().stream()
                .map(branch -> branch.items(year))
                .filter(items -> !items.isEmpty())
                .toList();
        int all = told.stream().mapToInt(List::size).sum();
        long done = told.stream()
                .flatMap(List::stream)
                .filter(it -> it.published() > 0)
                .count();
        String address = unit.isGroup() ? Kind.COVERAGE.address(unit) : unit.address();
        return told(unit, told.size(), new Cell(done == 0 ? "目录各项都没有内容" : done + "/" + all + "项", address, ""));
    }

    /** How many sites of a unit of those of which there is nothing tell only of what came after a day. */
    static long newer(Unit unit, LocalDate day, Predicate<UnitSite> isUntold) {
        return unit.branches().stream()
                .filter(isUntold)
                .filter(branch -> branch.figures().began().compareTo(day.toString()) > 0)
                .count();
    }

    /** A cell of a unit of which nothing is told, where so many of its sites are newer than that. */
    static Cell untold(Unit unit, long newer) {
        String unknown = unknown(unit, newer);
        return unknown.isEmpty() ? new Cell("最早记录以前", null, "early") : Cell.unknown(unknown);
    }

    /** A cell that so many sites of a unit told, and how many of them did not. */
    static Cell told(Unit unit, long told, Cell cell) {
        String unknown = unknown(unit, told);
        return told == 0
                ? Cell.unknown(unknown)
                : new Cell(cell.text() + (unknown.isEmpty() ? "" : "，" + unknown), cell.uri(), cell.tone());
    }

    private Section coverage(Unit unit, int year) {
        Map<String, String> names = new LinkedHashMap<>();
        unit.branches()
                .forEach(branch -> branch.items(year).forEach(item -> names.putIfAbsent(item.item(), item.name())));
        return yearly(
                unit,
                Kind.COVERAGE,
                year,
                names,
                (row, item) -> covered(row, item, year),
                unit.isGroup() ? "单位：篇，只统计标明了目录项的内容，没有的为“—”。" : null);
    }

    /**
     * The table of a year, with a row for each unit right below a unit; of sums, one for all of them.
     *
     * @param columns the heads of the other columns by what they are about; without any there are no rows
     * @param cell what stands in the row of a unit in such a column
     */
    static <C> Section yearly(
            Unit unit, Kind kind, int year, Map<C, String> columns, BiFunction<Unit, C, Cell> cell, String note) {
        BiFunction<Unit, Link, Row> row = (of, head) -> new Row(
                head,
                columns.keySet().stream().map(column -> cell.apply(of, column)).toList());
        Stream<Row> sums = kind == Kind.DUES && unit.rows().size() > 1
                ? Stream.of(row.apply(unit, new Link("合计", null)))
                : Stream.empty();
        List<Row> rows = Stream.concat(unit.rows().stream().map(it -> row.apply(it, head(it, kind))), sums)
                .filter(it -> !columns.isEmpty())
                .toList();
        List<String> heads = new ArrayList<>(List.of("单位"));
        heads.addAll(columns.values());
        return section(year + "年", List.of(new Table(heads, rows)), note, unknown(unit, 0) + "。");
    }

    private Cell covered(Unit unit, String item, int year) {
        long newer = newer(
                unit, LocalDate.of(year, 12, 31), branch -> branch.items(year).isEmpty());
        List<PublishedFigures.Item> all = unit.branches().stream()
                .flatMap(branch -> branch.items(year).stream())
                .filter(it -> it.item().equals(item))
                .toList();
        if (all.isEmpty()) {
            return untold(unit, newer);
        }
        if (!unit.isGroup()) {
            return published(unit.own().orElseThrow(), all.get(0));
        }
        long none = all.stream().filter(it -> it.published() == 0).count();
        int sum = all.stream().mapToInt(PublishedFigures.Item::published).sum();
        String text = MoneyText.grouped(sum + "篇") + (none == 0 || sum == 0 ? "" : "，" + none + "个支部没有");
        return told(unit, all.size() + newer, new Cell(text, Kind.COVERAGE.address(unit), ""));
    }

    private static Cell published(UnitSite branch, PublishedFigures.Item item) {
        String evidence = item.evidence().size() == 1 ? item.evidence().get(0) : PublishedFigures.register("catalogue");
        return new Cell(MoneyText.grouped(item.published() + "篇"), href(branch, evidence), "");
    }

    static String href(UnitSite branch, String address) {
        return PortalFrame.href(branch.base() + address);
    }

    /** A row of a site leads to its page, that of a group to the same table of the group. */
    static Link head(Unit row, Kind kind) {
        return new Link(row.name(), row.isGroup() ? kind.address(row) : row.address());
    }
}
