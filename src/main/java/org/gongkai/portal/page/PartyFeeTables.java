package org.gongkai.portal.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.portal.collect.PublishedFigures;
import org.gongkai.portal.page.DisclosureTables.Kind;
import org.gongkai.portal.page.PortalModel.Cell;
import org.gongkai.portal.page.PortalModel.Section;
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

    /** What a unit paid in that quarter. */
    Cell latest(Unit unit) {
        return amount(unit, latestQuarter(), years.get(0));
    }

    Section of(Unit unit, int year) {
        Map<String, String> periods = new TreeMap<>(Comparator.comparing(PartyFeeTables::order));
        unit.branches().forEach(branch -> branch.figures().dues().stream()
                .filter(dues -> dues.year() == year)
                .forEach(
                        dues -> periods.putIfAbsent(dues.period(), dues.period().replace(year + "年", ""))));
        if (!periods.isEmpty()) {
            QUARTERS.forEach(quarter -> periods.putIfAbsent(year + "年" + quarter, quarter));
        }
        return DisclosureTables.yearly(
                unit, Kind.DUES, year, periods, (row, period) -> amount(row, period, year), "单位：元。红底为未交足，下行为应交数。");
    }

    /** The quarters of a year in their order, whatever characters they are written in. */
    private static String order(String period) {
        return period.replace("第一", "1").replace("第二", "2").replace("第三", "3").replace("第四", "4");
    }

    /** The amount paid and, if it is short, that due. */
    private Cell amount(Unit unit, String period, int year) {
        List<PublishedFigures.Dues> all = new ArrayList<>();
        Optional<String> evidence = Optional.empty();
        for (UnitSite branch : unit.branches()) {
            Optional<PublishedFigures.Dues> dues = branch.dues(year, period);
            dues.ifPresent(all::add);
            evidence = dues.map(
                    it -> DisclosureTables.href(branch, it.evidence().orElse(PublishedFigures.register("dues"))));
        }
        if (all.isEmpty()) {
            return isOver(period) ? Cell.unknown(DisclosureTables.unknown(unit, 0)) : Cell.plain("未到期");
        }
        BigDecimal due = all.stream().map(PublishedFigures.Dues::due).reduce(BigDecimal.valueOf(0, 2), BigDecimal::add);
        BigDecimal paid =
                all.stream().map(PublishedFigures.Dues::paid).reduce(BigDecimal.valueOf(0, 2), BigDecimal::add);
        boolean isShort = paid.compareTo(due) < 0;
        String unknown = DisclosureTables.unknown(unit, all.size());
        String text = paid.toPlainString() + (isShort ? "（应交" + due.toPlainString() + "）" : "");
        return new Cell(
                MoneyText.grouped(text) + (unknown.isEmpty() ? "" : "，" + unknown),
                unit.isGroup() ? Kind.DUES.address(unit) : evidence.orElse(null),
                isShort ? "missing" : "");
    }

    private boolean isOver(String period) {
        return Period.parse(period, asOf.getYear())
                .filter(it -> !it.to().isBefore(asOf))
                .isEmpty();
    }
}
