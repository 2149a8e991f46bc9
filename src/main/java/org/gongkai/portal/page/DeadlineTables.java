package org.gongkai.portal.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
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

    /** The days ahead for which what is expected is listed. */
    private static final int DUE_WITHIN = 60;

    private static final int LONGEST = 300;

    private static final List<String> EXPECTED_COLUMNS = List.of("单位", "事项", "期限", "天数", "台账");

    /** All terms, those that end first before others. */
    Section terms(Unit unit) {
        List<Row> rows = rows(unit, branch -> branch.figures().terms().stream()
                .map(term -> new Row(
                        new Link(
                                branch.listed().name(),
                                DisclosureTables.href(branch, PublishedFigures.register("organisation"))),
                        List.of(Cell.plain(term.body()), Cell.plain(term.ends()), left(days(term.ends()))))));
        return DisclosureTables.section(
                "届满日期",
                List.of(first(List.of("单位", "机构", "届满", "天数"), rows)),
                DisclosureTables.sentences(rest(rows), unknown(unit, Kind.TERMS)),
                none(unit, Kind.TERMS, "没有任期"));
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

    /** What a site does not list as overdue it may still tell of. */
    private String unknown(Unit unit, Kind kind) {
        String unknown = DisclosureTables.unknown(unit, told(unit, kind));
        return kind == Kind.LATE ? unknown.replace("未提供数据", "没有列出逾期的事项") : unknown;
    }

    private static Cell left(long days) {
        return new Cell(days < 0 ? "已过 " + -days + " 天" : "还有 " + days + " 天", null, days < 0 ? "missing" : "");
    }

    /** What is overdue; for a group also the dues, as a page names those that are not told, and what is due soon. */
    List<Section> late(Unit unit, List<Section> dues) {
        List<Row> late = expected(unit, "late");
        List<Row> soon = expected(unit, "");
        List<Row> ended = expected(unit, "notice");
        Section overdue = DisclosureTables.section(
                late.isEmpty() ? null : "已逾期",
                List.of(first(EXPECTED_COLUMNS, late)),
                DisclosureTables.sentences("所列事项的期限已过，网站上没有办理记录；没有列到的，不等于没有逾期。" + rest(late), unknown(unit, Kind.LATE)),
                none(unit, Kind.LATE, "没有逾期的事项"));
        List<Section> all = new ArrayList<>();
        if (!ended.isEmpty()) {
            all.add(Section.of("公示已结束，结果未公布", first(EXPECTED_COLUMNS, ended)));
        }
        if (unit.isGroup()) {
            all.addAll(dues);
            if (!soon.isEmpty()) {
                all.add(Section.of(DUE_WITHIN + "天内到期", first(EXPECTED_COLUMNS, soon)));
            }
        }
        // What nobody tells of is no answer to come first.
        all.add(told(unit, Kind.LATE) == 0 ? all.size() : 0, overdue);
        return all;
    }

    /** What is late, or due soon, or is the result of a 公示 that has ended, by the tone of its days. */
    private List<Row> expected(Unit unit, String tone) {
        return rows(unit, branch -> branch.figures().expected().stream()
                .filter(one -> state(one).tone().equals(tone))
                .map(one -> {
                    String register = DisclosureTables.href(branch, PublishedFigures.register(one.register()));
                    String entry = one.entry()
                            .map(it -> DisclosureTables.href(branch, it))
                            .orElse(null);
                    return new Row(
                            new Link(branch.listed().name(), null),
                            List.of(
                                    new Cell(one.what(), entry, ""),
                                    Cell.plain(one.due()),
                                    state(one),
                                    new Cell("", register, "")));
                }));
    }

    private Cell state(PublishedFigures.Expected one) {
        long days = days(one.due());
        String passed = one.isNotice() ? "notice" : "late";
        return days < 0
                ? new Cell(-days + "天", null, passed)
                : new Cell("还有 " + days + " 天", null, days > DUE_WITHIN ? "later" : "");
    }

    /** The rows of all sites by the day in their second cell, the earliest first. */
    private static List<Row> rows(Unit unit, Function<UnitSite, Stream<Row>> rows) {
        return unit.branches().stream()
                .flatMap(rows)
                .sorted(Comparator.comparing(row -> row.cells().get(1).text()))
                .toList();
    }

    private long days(String last) {
        return ChronoUnit.DAYS.between(asOf, LocalDate.parse(last));
    }

    /** How much is overdue, or when the first term of a unit ends; of a group, how many have ended. */
    Cell passed(Unit unit, Kind kind) {
        List<String> ends = unit.branches().stream()
                .flatMap(branch ->
                        branch.figures().terms().stream()
                                .map(PublishedFigures.Term::ends)
                                .max(String::compareTo)
                                .stream())
                .sorted()
                .toList();
        boolean isLate = kind == Kind.LATE;
        long late = expected(unit, "late").size();
        long ended = expected(unit, "notice").size();
        long over = ends.stream().filter(day -> days(day) < 0).count();
        String first = ends.isEmpty() ? "" : ends.get(0);
        String terms =
                over == 0 ? (unit.isGroup() ? "最早至" : "至") + first : unit.isGroup() ? over + "个已届满" : first + " 已届满";
        // That nothing else is overdue is known only of who tells of all that is.
        boolean isTold =
                late > 0 || unit.branches().stream().anyMatch(it -> it.figures().gaps());
        String passed =
                (isTold ? late + "项" : "") + (isTold && ended > 0 ? "，" : "") + (ended == 0 ? "" : ended + "个公示结果未公布");
        String text = isLate ? passed : terms;
        String address = unit.isGroup() ? kind.address(unit) : unit.address();
        Cell cell = DisclosureTables.told(
                unit,
                told(unit, kind),
                (isLate ? late + ended : over) == 0 ? Cell.plain(text) : new Cell(text, address, "missing"));
        // A site that lists days to come tells something.
        boolean isListed = isLate && !expected(unit, "").isEmpty();
        return isListed ? new Cell(cell.text().replace("未提供数据", "没有列出"), cell.uri(), cell.tone()) : cell;
    }
}
