package org.gongkai.publish.release.takedown;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The numbers on the page of a register that its rows tell: how many there are, how many of a kind, sums and shares.
 * What the rows do not tell as it is written is left alone, and so are charts.
 */
final class RegisterNumbers {

    private static final Pattern ROWS = Pattern.compile("（\\d+条）");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?%?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Element page;
    private final Map<Element, Supplier<String>> told = new LinkedHashMap<>();

    /** @param page the main part of the page, which has not lost a row yet */
    RegisterNumbers(Element page) {
        this.page = page;
        page.select("caption, th[scope=rowgroup]")
                .forEach(name -> told.put(name, () -> ROWS.matcher(name.text())
                        .replaceFirst("（"
                                + rows(name.is("th") ? name.closest("tbody") : name.closest("table"))
                                        .size() + "条）")));
        for (Element chip : page.select(".totals > div")) {
            Element rows = chip.closest("section");
            told.put(
                    chip.selectFirst("dd"),
                    () -> String.valueOf(rows(rows).stream()
                            .filter(row -> row.closest("[id$=-rows]") != null
                                    && isOf(row, chip.selectFirst("dt").text()))
                            .count()));
        }
        for (Element sum : page.select("tfoot td")) {
            told.put(sum, () -> sum.text().endsWith("%") ? share(sum) : sum(sum).toPlainString());
        }
        told.entrySet()
                .removeIf(number ->
                        !number.getValue().get().equals(number.getKey().text()));
    }

    private static List<Element> rows(Element of) {
        return of.select("tr:has(td)").stream()
                .filter(row -> row.closest("tfoot") == null)
                .toList();
    }

    /** Whether a row, or the heading above it, says what a number counts. */
    private static boolean isOf(Element row, String label) {
        Element heading = row.closest("tbody").selectFirst("th[scope=rowgroup]");
        return row.select("td").eachText().contains(label)
                || heading != null
                        && ROWS.matcher(heading.text()).replaceFirst("").endsWith(label);
    }

    /** The sum of the numbers above a cell. */
    private static BigDecimal sum(Element cell) {
        return rows(cell.closest("table")).stream()
                .map(row -> row.child(cell.elementSiblingIndex()).text())
                .filter(text -> NUMBER.matcher(text).matches() && !text.endsWith("%"))
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What share one of the two cells before a cell is of the other. */
    private static String share(Element cell) {
        Element part = cell.previousElementSibling();
        BigDecimal whole = sum(part.previousElementSibling());
        return whole.signum() == 0 ? "" : sum(part).multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP) + "%";
    }

    /** Counts again, after rows were removed; what is left at nothing goes. */
    void recount() {
        told.forEach((number, value) -> {
            Element place = number.is("dd") && number.childrenSize() > 0 ? number.child(0) : number;
            place.text(value.get());
            if (number.is("dd") && value.get().equals("0")) {
                number.parent().remove();
            }
        });
    }

    /** What on the page is still as it was before, in words; empty if nothing is. */
    String stale() {
        boolean isNumber = page.select(".totals dd, tfoot td").stream()
                .anyMatch(number -> !told.containsKey(number)
                        && NUMBER.matcher(number.text()).find());
        boolean isChart = !page.select(".chart").isEmpty();
        return isNumber ? "合计、次数和图表" : isChart ? "图表" : "";
    }
}
