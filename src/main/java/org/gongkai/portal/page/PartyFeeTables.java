package org.gongkai.portal.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkai.portal.collect.PublishedFigures;
import org.gongkai.portal.page.DisclosureTables.Kind;
import org.gongkai.portal.page.PortalModel.Cell;
import org.gongkai.portal.page.PortalModel.Row;
import org.gongkai.portal.page.PortalModel.Section;
import org.gongkai.portal.page.PortalModel.Table;
import org.gongkai.render.model.Model.Link;
import org.gongkai.text.MoneyText;
import org.gongkai.text.Period;

/**
 * The tables of the dues that were paid in each quarter.
 *
 * @param root the unit of all sites
 * @param years the years with a table, the last one first
 */
record PartyFeeTables(Unit root, LocalDate asOf, List<Integer> years) {

    /** So many units that do not tell of a period are named. */
    private static final int MOST_NAMES = 5;

    private static final List<String> QUARTERS = List.of("第一季度", "第二季度", "第三季度", "第四季度");

    /** The last quarter that any site tells of. */
    String latestQuarter() {
        return root.branches().stream()
                .flatMap(branch -> branch.figures().dues().stream())
                .filter(dues -> dues.year() == years.get(0))
                .map(PublishedFigures.Dues::period)
                .max(Comparator.comparing(PartyFeeTables::order))
                .orElse(years.get(0) + "年" + QUARTERS.get(0));
    }

    /** What a unit paid in that quarter. */
    Cell latest(Unit unit) {
        return amount(unit, latestQuarter(), years.get(0));
    }

    Section of(Unit unit, int year) {
        return DisclosureTables.yearly(
                unit, Kind.DUES, year, periods(unit, year), (row, period) -> amount(row, period, year), "实交金额，单位：元。");
    }

    /** The names of the periods of a year: all quarters if any unit tells of dues, and what else a unit tells of. */
    private Map<String, String> periods(Unit unit, int year) {
        Map<String, String> periods = new TreeMap<>(Comparator.comparing(PartyFeeTables::order));
        unit.branches().forEach(branch -> branch.figures().dues().stream()
                .filter(dues -> dues.year() == year)
                .forEach(
                        dues -> periods.putIfAbsent(dues.period(), dues.period().replace(year + "年", ""))));
        if (root.branches().stream().anyMatch(branch -> !branch.figures().dues().isEmpty())) {
            QUARTERS.forEach(quarter -> periods.putIfAbsent(year + "年" + quarter, quarter));
        }
        return periods;
    }

    /** For each period that is over the units that do not tell of it; no section if all do. */
    List<Section> missing(Unit unit) {
        List<Row> rows = new ArrayList<>();
        for (int year : years) {
            for (String period : periods(unit, year).keySet()) {
                List<Unit> units = unit.sites().stream()
                        .filter(site -> amount(site, period, year).tone().equals("unknown"))
                        .toList();
                String more = units.size() > MOST_NAMES ? "等" + units.size() + "个单位" : "";
                String names =
                        units.stream().limit(MOST_NAMES).map(Unit::name).collect(Collectors.joining("、", "", more));
                String address = units.size() == 1 ? units.get(0).address() : Kind.DUES.address(unit);
                if (!units.isEmpty()) {
                    rows.add(new Row(new Link(period, null), List.of(new Cell(names, address, ""))));
                }
            }
        }
        Table all = new Table(List.of("期间", "未提供数据的单位"), rows);
        return rows.isEmpty() && !periods(root, years.get(0)).isEmpty()
                ? List.of()
                : List.of(DisclosureTables.section("党费", List.of(all), null, DisclosureTables.unknown(unit, 0) + "。"));
    }

    /** The quarters of a year in their order, whatever characters they are written in. */
    private static String order(String period) {
        return period.replace("第一", "1").replace("第二", "2").replace("第三", "3").replace("第四", "4");
    }

    /** The amount paid and, if it is short, that due. */
    private Cell amount(Unit unit, String period, int year) {
        List<PublishedFigures.Dues> all = unit.branches().stream()
                .flatMap(branch -> branch.dues(year, period).stream())
                .toList();
        if (all.isEmpty()) {
            return isOver(period) ? Cell.unknown(DisclosureTables.unknown(unit, 0)) : Cell.plain("未到期");
        }
        BigDecimal due = all.stream().map(PublishedFigures.Dues::due).reduce(BigDecimal.valueOf(0, 2), BigDecimal::add);
        BigDecimal paid =
                all.stream().map(PublishedFigures.Dues::paid).reduce(BigDecimal.valueOf(0, 2), BigDecimal::add);
        boolean isShort = paid.compareTo(due) < 0;
        String text = paid.toPlainString() + (isShort ? "（应交" + due.toPlainString() + "）" : "");
        String address = unit.isGroup()
                ? Kind.DUES.address(unit)
                : DisclosureTables.href(
                        unit.own().orElseThrow(), all.get(0).evidence().orElse(PublishedFigures.register("dues")));
        return DisclosureTables.told(
                unit, all.size(), new Cell(MoneyText.grouped(text), address, isShort ? "missing" : ""));
    }

    private boolean isOver(String period) {
        return Period.parse(period, asOf.getYear())
                .filter(it -> !it.to().isBefore(asOf))
                .isEmpty();
    }
}
