package org.gongkai.portal.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongFunction;
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
 * The tables of what has a last day: terms, and what is expected. The rest of a long list is left to the units below.
 */
record DeadlineTables(LocalDate asOf) {

    /** The days ahead for which terms are listed. */
    private static final int TERMS_WITHIN = 365;

    /** The days ahead for which what is expected is listed. */
    private static final int DUE_WITHIN = 60;

    private static final int LONGEST = 300;

    private static final List<String> EXPECTED_COLUMNS = List.of("单位", "事项", "期限", "天数", "台账");

    private static final Function<PublishedFigures, Stream<String>> TERM_ENDS =
            figures -> figures.terms().stream().map(PublishedFigures.Term::ends);

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
        return DisclosureTables.section(
                isSoon ? "一年以内届满" : "一年以后届满",
                List.of(first(List.of("单位", "机构", "届满", "天数"), rows)),
                DisclosureTables.sentences(rest(rows), unknown(unit, Kind.TERMS)),
                none(unit, Kind.TERMS, "没有一年以内届满的任期"));
    }

    static Table first(List<String> columns, List<Row> rows) {
        return new Table(columns, rows.subList(0, Math.min(rows.size(), LONGEST)));
    }

    static String rest(List<Row> rows) {
        return rows.size() > LONGEST ? "共" + rows.size() + "项，这里只列" + LONGEST + "项，其余见各单位的页。" : "";
    }

    /** Says that there is nothing, of the units only of which that is known. */
    private String none(Unit unit, Kind kind, String nothing) {
        String unknown = unknown(unit, kind);
        return told(unit, kind) == 0
                ? unknown.replace("未提供数据", "没有列出" + nothing.substring(2)) + "，有没有，从这里看不出来。"
                : unknown.isEmpty() ? nothing + "。" : "提供数据的" + nothing + "；" + unknown + "。";
    }

    /** How many sites of a unit publish it: what was listed in advance is overdue also where gaps are not published. */
    private long told(Unit unit, Kind kind) {
        return unit.branches().stream()
                .map(UnitSite::figures)
                .filter(it -> kind == Kind.TERMS
                        ? !it.terms().isEmpty()
                        : it.gaps() || it.expected().stream().anyMatch(one -> days(one.due()) < 0))
                .count();
    }

    private String unknown(Unit unit, Kind kind) {
        return DisclosureTables.unknown(unit, told(unit, kind));
    }

    private static Cell left(long days) {
        return new Cell(days < 0 ? "已过 " + -days + " 天" : "还有 " + days + " 天", null, days < 0 ? "missing" : "");
    }

    /** What is overdue; for a group also what is not told at all, and what is due soon. */
    List<Section> late(Unit unit, List<Section> missing) {
        List<Row> late = expected(unit, days -> days < 0, days -> Cell.plain(-days + "天"));
        List<Row> soon = expected(unit, days -> days >= 0 && days <= DUE_WITHIN, DeadlineTables::left);
        boolean hasGaps = unit.branches().stream()
                .allMatch(it -> it.figures().gaps() || it.figures().expected().isEmpty());
        Section overdue = DisclosureTables.section(
                late.isEmpty() ? null : "已逾期",
                List.of(first(EXPECTED_COLUMNS, late)),
                DisclosureTables.sentences(
                        "所列事项的期限已过，网站上没有办理记录" + (hasGaps ? "。" : "；网站发布以前的逾期情况没有提供。") + rest(late),
                        unknown(unit, Kind.LATE)),
                none(unit, Kind.LATE, "没有逾期的事项"));
        List<Section> all = new ArrayList<>();
        if (unit.isGroup()) {
            all.addAll(missing);
            if (!soon.isEmpty()) {
                all.add(Section.of(DUE_WITHIN + "天内到期", first(EXPECTED_COLUMNS, soon)));
            }
        }
        // What nobody tells of is no answer to come first.
        all.add(told(unit, Kind.LATE) == 0 ? all.size() : 0, overdue);
        return all;
    }

    private List<Row> expected(Unit unit, LongPredicate isListed, LongFunction<Cell> left) {
        return rows(
                unit,
                PublishedFigures::expected,
                PublishedFigures.Expected::due,
                (branch, expected) -> {
                    String entry = expected.entry()
                            .map(it -> DisclosureTables.href(branch, it))
                            .orElse(null);
                    String register = DisclosureTables.href(branch, PublishedFigures.register(expected.register()));
                    return new Row(
                            new Link(branch.listed().name(), null),
                            List.of(
                                    new Cell(expected.what(), entry, ""),
                                    Cell.plain(expected.due()),
                                    left.apply(days(expected.due())),
                                    new Cell("", register, "")));
                },
                isListed);
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

    /** How much is overdue, or when the first term of a unit ends; of a group, how many have ended. */
    Cell passed(Unit unit, Kind kind) {
        List<String> ends = unit.branches().stream()
                .flatMap(branch -> TERM_ENDS.apply(branch.figures()).max(String::compareTo).stream())
                .sorted()
                .toList();
        if (kind == Kind.LATE || ends.isEmpty()) {
            return count(unit, kind, it -> it.expected().stream().map(PublishedFigures.Expected::due), "项");
        }
        String first = ends.get(0);
        if (days(first) < 0) {
            return unit.isGroup()
                    ? count(unit, kind, TERM_ENDS, "个已届满")
                    : new Cell(first + " 已届满", unit.address(), "missing");
        }
        return DisclosureTables.told(unit, told(unit, kind), Cell.plain((unit.isGroup() ? "最早" : "") + "至" + first));
    }

    private Cell count(Unit unit, Kind kind, Function<PublishedFigures, Stream<String>> lastDays, String counted) {
        long count = unit.branches().stream()
                .flatMap(branch -> lastDays.apply(branch.figures()))
                .filter(last -> days(last) < 0)
                .count();
        String address = count == 0 ? null : unit.isGroup() ? kind.address(unit) : unit.address();
        return DisclosureTables.told(
                unit, told(unit, kind), new Cell(count + counted, address, count > 0 ? "missing" : ""));
    }
}
