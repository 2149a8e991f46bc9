package org.gongkai.portal.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.gongkai.portal.collect.PublishedFigures;
import org.gongkai.portal.page.DisclosureTables.Kind;
import org.gongkai.portal.page.PortalModel.Cell;
import org.gongkai.portal.page.PortalModel.Row;
import org.gongkai.portal.page.PortalModel.Section;
import org.gongkai.portal.page.PortalModel.Table;
import org.gongkai.render.model.Model.Link;

/**
 * The tables of what has a last day: terms, and what is expected. A list that is too long is left to the units below.
 */
record DeadlineTables(LocalDate asOf) {

    /** The days ahead for which terms are listed. */
    private static final int TERMS_WITHIN = 365;

    /** The days ahead for which what is expected is counted. */
    private static final int DUE_WITHIN = 30;

    private static final int LONGEST = 300;

    private static final Function<PublishedFigures, Stream<String>> TERM_ENDS =
            figures -> figures.terms().stream().map(PublishedFigures.Term::ends);

    private static final Function<PublishedFigures, Stream<String>> EXPECTED =
            figures -> figures.expected().stream().map(PublishedFigures.Expected::due);

    /** The terms that end within a year; all of them if none does. */
    Section terms(Unit unit) {
        boolean isSoon = unit.branches().stream()
                .flatMap(it -> TERM_ENDS.apply(it.figures()))
                .anyMatch(last -> days(last) <= TERMS_WITHIN);
        List<Row> rows = rows(
                unit,
                PublishedFigures::terms,
                PublishedFigures.Term::ends,
                (branch, term) -> new Row(
                        new Link(
                                branch.listed().name(),
                                DisclosureTables.href(branch, PublishedFigures.register("organisation"))),
                        List.of(Cell.plain(term.body()), Cell.plain(term.ends()), left(days(term.ends())))),
                days -> !isSoon || days <= TERMS_WITHIN);
        boolean isTooLong = unit.isGroup() && rows.size() > LONGEST;
        Table counts = counts(unit, Kind.TERMS, List.of("单位", "已经届满", "一年以内届满"), TERM_ENDS, TERMS_WITHIN);
        return DisclosureTables.section(
                isSoon ? "一年以内届满" : "任期（一年以内没有届满的）",
                List.of(isTooLong ? counts : new Table(List.of("单位", "机构", "届满", "天数"), rows)),
                DisclosureTables.sentences(
                        isTooLong ? "共 " + rows.size() + " 项，逐项的清单见各单位的页。" : "", unknown(unit, Kind.TERMS)),
                none(unit, Kind.TERMS, "没有一年以内届满的任期"));
    }

    /** Says that there is nothing, of the units only of which that is known. */
    private String none(Unit unit, Kind kind, String nothing) {
        String unknown = unknown(unit, kind);
        return kind.told(unit, asOf) == 0
                ? unknown + "。"
                : unknown.isEmpty() ? nothing + "。" : "提供数据的" + nothing + "；" + unknown + "。";
    }

    private String unknown(Unit unit, Kind kind) {
        return DisclosureTables.unknown(unit, kind.told(unit, asOf));
    }

    private static Cell left(long days) {
        return new Cell(days < 0 ? "已过 " + -days + " 天" : "还有 " + days + " 天", null, days < 0 ? "missing" : "");
    }

    Section late(Unit unit) {
        List<Table> tables = new ArrayList<>();
        if (unit.isGroup()) {
            tables.add(counts(unit, Kind.LATE, List.of("单位", "已逾期", DUE_WITHIN + "天内到期"), EXPECTED, DUE_WITHIN));
        }
        List<Row> rows = rows(
                unit,
                PublishedFigures::expected,
                PublishedFigures.Expected::due,
                (branch, expected) -> new Row(
                        new Link(branch.listed().name(), null),
                        List.of(
                                Cell.plain(expected.what()),
                                Cell.plain(expected.due()),
                                Cell.plain(-days(expected.due()) + " 天"),
                                new Cell(
                                        expected.name(),
                                        DisclosureTables.href(branch, PublishedFigures.register(expected.register())),
                                        ""))),
                days -> days < 0);
        boolean isTooLong = unit.isGroup() && rows.size() > LONGEST;
        tables.add(new Table(List.of("单位", "事项", "期限", "逾期", "台账"), isTooLong ? List.of() : rows));
        boolean hasGaps = unit.branches().stream()
                .allMatch(it -> it.figures().gaps() || it.figures().expected().isEmpty());
        String note = rows.isEmpty()
                ? none(unit, Kind.LATE, "没有逾期的事项")
                : DisclosureTables.sentences(
                        "所列事项的期限已过，网站上没有办理记录" + (hasGaps ? "。" : "；网站发布以前的逾期情况没有提供。")
                                + (isTooLong ? "逾期的共 " + rows.size() + " 项，逐项的清单见各单位的页。" : ""),
                        unknown(unit, Kind.LATE));
        return DisclosureTables.section("已经逾期的，和" + DUE_WITHIN + "天内到期的", tables, note, note);
    }

    /** The rows of what has a last day that is listed, the earliest first. */
    private <T> List<Row> rows(
            Unit unit,
            Function<PublishedFigures, List<T>> listed,
            Function<T, String> last,
            BiFunction<UnitSite, T, Row> row,
            LongPredicate isListed) {
        return unit.branches().stream()
                .flatMap(branch -> listed.apply(branch.figures()).stream()
                        .filter(one -> isListed.test(days(last.apply(one))))
                        .map(one -> Map.entry(last.apply(one), row.apply(branch, one))))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private long days(String last) {
        return ChronoUnit.DAYS.between(asOf, LocalDate.parse(last));
    }

    /** How many last days have passed, and how many come within some days. */
    private Table counts(
            Unit unit, Kind kind, List<String> heads, Function<PublishedFigures, Stream<String>> lastDays, int within) {
        return new Table(
                heads,
                unit.rows().stream()
                        .map(row -> new Row(
                                DisclosureTables.head(row, kind),
                                List.of(
                                        count(row, kind, lastDays, days -> days < 0, "", "missing"),
                                        count(row, kind, lastDays, days -> days >= 0 && days <= within, "", ""))))
                        .toList());
    }

    /** How much is overdue, or when the first term of a unit ends; of a group, how many have ended. */
    Cell passed(Unit unit, Kind kind) {
        List<String> ends = unit.branches().stream()
                .flatMap(branch -> TERM_ENDS.apply(branch.figures()).max(String::compareTo).stream())
                .sorted()
                .toList();
        if (kind == Kind.LATE || ends.isEmpty()) {
            return count(unit, kind, EXPECTED, days -> days < 0, "项", "missing");
        }
        String first = ends.get(0);
        if (days(first) < 0) {
            return unit.isGroup()
                    ? count(unit, kind, TERM_ENDS, days -> days < 0, "个已届满", "missing")
                    : new Cell(first + " 已届满", unit.address(), "missing");
        }
        String unknown = unknown(unit, kind);
        return Cell.plain((unit.isGroup() ? "最早" : "") + "至" + first + (unknown.isEmpty() ? "" : "，" + unknown));
    }

    private Cell count(
            Unit unit,
            Kind kind,
            Function<PublishedFigures, Stream<String>> lastDays,
            LongPredicate isCounted,
            String counted,
            String tone) {
        long count = unit.branches().stream()
                .flatMap(branch -> lastDays.apply(branch.figures()))
                .mapToLong(this::days)
                .filter(isCounted)
                .count();
        String unknown = unknown(unit, kind);
        if (kind.told(unit, asOf) == 0) {
            return Cell.unknown(unknown);
        }
        return new Cell(
                count + counted + (unknown.isEmpty() ? "" : "，" + unknown),
                count == 0 ? null : unit.isGroup() ? kind.address(unit) : unit.address(),
                count > 0 ? tone : "");
    }
}
