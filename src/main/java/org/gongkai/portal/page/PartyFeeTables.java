package org.gongkai.portal.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** For each site the periods that are over of which it does not tell, the earliest first; no section if all do. */
    List<Section> missing(Unit unit) {
        Map<Integer, Map<String, String>> periods = new TreeMap<>();
        years.forEach(year -> periods.put(year, periods(unit, year)));
        List<Row> rows = new ArrayList<>();
        for (Unit site : unit.sites()) {
            List<String> silent = new ArrayList<>();
            periods.forEach((year, names) -> {
                List<String> untold = names.keySet().stream()
                        .filter(period -> amount(site, period, year).tone().equals("unknown"))
                        .map(names::get)
                        .toList();
                if (!untold.isEmpty()) {
                    silent.add(year + "年" + (untold.equals(QUARTERS) ? "四个季度" : String.join("、", untold)));
                }
            });
            if (!silent.isEmpty()) {
                rows.add(new Row(new Link(site.name(), site.address()), List.of(Cell.plain(String.join("，", silent)))));
            }
        }
        Table all = DeadlineTables.first(List.of("单位", "未提供数据的期间"), rows);
        return rows.isEmpty() && !periods(root, years.get(0)).isEmpty()
                ? List.of()
                : List.of(DisclosureTables.section(
                        "党费",
                        List.of(all),
                        DisclosureTables.sentences(DeadlineTables.rest(rows), ""),
                        DisclosureTables.unknown(unit, 0) + "。"));
    }

    /** The quarters of a year in their order, whatever characters they are written in. */
    private static String order(String period) {
        return period.replace("第一", "1").replace("第二", "2").replace("第三", "3").replace("第四", "4");
    }

    /** The amount paid and, if it is short, that due. */
    Cell amount(Unit unit, String period, int year) {
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
        String text = MoneyText.grouped(paid.toPlainString() + (isShort ? "（应交" + due.toPlainString() + "）" : ""))
                .replace(".00", "");
        String address = unit.isGroup()
                ? Kind.DUES.address(unit)
                : DisclosureTables.href(
                        unit.own().orElseThrow(), all.get(0).evidence().orElse(PublishedFigures.register("dues")));
        return DisclosureTables.told(unit, all.size(), new Cell(text, address, isShort ? "missing" : ""));
    }

    private boolean isOver(String period) {
        return Period.parse(period, asOf.getYear())
                .filter(it -> !it.to().isBefore(asOf))
                .isEmpty();
    }
}
