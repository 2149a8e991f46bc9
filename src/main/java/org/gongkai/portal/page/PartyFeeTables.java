package org.gongkai.portal.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.portal.collect.PublishedFigures;
import org.gongkai.portal.page.DisclosureTables.Kind;
import org.gongkai.portal.page.PortalModel.Cell;
import org.gongkai.portal.page.PortalModel.Section;
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

    /** The same tables of the last two years with a row for each site. */
    List<Section> bySite(Unit unit) {
        Unit flat = new Unit(unit.code(), unit.name(), Optional.empty(), unit.sites());
        return years.stream().limit(2).map(year -> of(flat, year)).toList();
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
        // A period that is none of the calendar is one that is told.
        LocalDate end = Period.parse(period, asOf.getYear()).map(Period::to).orElse(asOf.minusDays(1));
        if (all.isEmpty() && !end.isBefore(asOf)) {
            return Cell.plain("未到期");
        }
        long told = all.size()
                + DisclosureTables.newer(unit, end, it -> it.dues(year, period).isEmpty());
        if (all.isEmpty()) {
            return DisclosureTables.untold(unit, told);
        }
        BigDecimal due = all.stream().map(PublishedFigures.Dues::due).reduce(BigDecimal.valueOf(0, 2), BigDecimal::add);
        BigDecimal paid =
                all.stream().map(PublishedFigures.Dues::paid).reduce(BigDecimal.valueOf(0, 2), BigDecimal::add);
        boolean isShort = paid.compareTo(due) < 0;
        String text = MoneyText.grouped(paid.toPlainString() + (isShort ? "（应交" + due.toPlainString() + "）" : ""))
                .replace(".00", "");
        return DisclosureTables.told(unit, told, new Cell(text, evidence(unit, all.get(0)), isShort ? "missing" : ""));
    }

    /** The periods of which any site of a unit still says that not all was paid, each leading to what says so. */
    List<Link> owed(Unit unit) {
        Map<String, Link> owed = new TreeMap<>(Comparator.comparing(PartyFeeTables::order));
        unit.branches().forEach(branch -> branch.figures().dues().stream()
                .filter(dues -> dues.paid().compareTo(dues.due()) < 0)
                .forEach(dues -> owed.put(dues.period(), new Link(dues.period(), evidence(unit, dues)))));
        return List.copyOf(owed.values());
    }

    private static String evidence(Unit unit, PublishedFigures.Dues dues) {
        return unit.isGroup()
                ? Kind.DUES.address(unit)
                : DisclosureTables.href(
                        unit.own().orElseThrow(), dues.evidence().orElse(PublishedFigures.register("dues")));
    }
}
