package org.gongkai.publish.release.takedown;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * The numbers on a page that its lines tell: how many stand below a heading or in a table, how many of a kind, sums and
 * shares. What the lines do not tell as it is written is left alone, unless it counted a row of a register that went.
 */
final class PageNumbers {

    /** Not those of lines that are elsewhere, nor of the classes that there are. */
    private static final Pattern COUNT = Pattern.compile("(?<!其余|目录有)(?<!\\d)\\d+(?=[篇条处类])");

    private static final Pattern ROWS = Pattern.compile("（\\d+条）");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?%?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String HEADINGS = "h2, h3";
    private static final String CLASS = "details.class";
    private static final String NONE = "；本年没有公开的：";
    private static final String GONE = "taken-down-rows";

    private final Element page;
    private final Map<Element, Integer> years = new LinkedHashMap<>();
    /** The classes of the catalogue with the newest entry of each. */
    private final Map<Element, Element> classes = new LinkedHashMap<>();

    private final Map<Element, Supplier<String>> told = new LinkedHashMap<>();
    private final Map<TextNode, Map<String, Scope>> counted = new LinkedHashMap<>();

    /** What a number counts: lines, or classes, in some elements, as many as there were. */
    private record Scope(List<Element> parts, boolean isOfClasses) {
        int size() {
            String lines = isOfClasses ? CLASS : "li:has(a):not(nav *), li:has(.change-done), tbody tr:has(td)";
            return parts.stream().mapToInt(part -> part.select(lines).size()).sum();
        }
    }

    /** @param document the page, which has not lost a line yet */
    PageNumbers(Document document) {
        page = Optional.ofNullable(document.getElementById("main")).orElse(document.body());
        page.select("section[id]").forEach(year -> years.put(year, records(year)));
        page.select(CLASS).forEach(one -> classes.put(one, one.select("li").last()));
        for (Element of : page.select("*:not(.prose *):matchesOwn(" + COUNT.pattern() + ")")) {
            of.textNodes().forEach(text -> COUNT.matcher(text.getWholeText())
                    .results()
                    .forEach(number -> scope(
                                    of, number.group(), text.getWholeText().startsWith("类", number.end()))
                            .ifPresent(scope -> counted.computeIfAbsent(text, any -> new LinkedHashMap<>())
                                    .put(number.group(), scope))));
        }
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

    private static int records(Element year) {
        return year.select("tr:has(td):not(.chart *)").size();
    }

    /** What has as many lines as a number says: what stands below a heading, or one of the elements around it. */
    private static Optional<Scope> scope(Element of, String number, boolean isOfClasses) {
        List<Element> below = of.is(HEADINGS)
                ? of.nextElementSiblings().stream()
                        .takeWhile(next -> !next.is(HEADINGS))
                        .toList()
                : List.of();
        return Stream.concat(Stream.of(below), of.parents().stream().map(List::of))
                .map(parts -> new Scope(parts, isOfClasses))
                .filter(scope -> String.valueOf(scope.size()).equals(number))
                .findFirst();
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

    /** Counts again, after lines were removed; what is left at nothing goes, and so does what counted more than rows. */
    void recount() {
        classes.forEach(this::recount);
        counted.forEach((text, numbers) -> {
            Element of = (Element) text.parent();
            text.text(COUNT.matcher(text.getWholeText())
                    .replaceAll(number -> numbers.containsKey(number.group())
                            ? String.valueOf(numbers.get(number.group()).size())
                            : number.group()));
            if (numbers.values().stream().allMatch(scope -> scope.size() == 0)) {
                remove(of, numbers.values().iterator().next());
            }
        });
        told.forEach((number, value) -> {
            Element place = number.is("dd") && number.childrenSize() > 0 ? number.child(0) : number;
            place.text(value.get());
            if (number.is("dd") && value.get().equals("0")) {
                number.parent().remove();
            }
        });
        years.entrySet().removeIf(year -> records(year.getKey()) == year.getValue());
        if (!years.isEmpty() && removeStale() && page.getElementsByClass(GONE).isEmpty()) {
            page.prependElement("p").addClass(GONE).addClass("strip").text("本页有记录已经撤下，算进了它的合计和图表也去掉了。");
        }
    }

    /** A class without entries is named where those are that had none. */
    private void recount(Element one, Element newest) {
        Element name = one.selectFirst("summary");
        if (newest.parent() == null) {
            name.textNodes().forEach(text -> text.text(text.getWholeText().replaceFirst("，最近.*", "")));
        }
        if (one.select("li").isEmpty()) {
            Element year = one.closest("section");
            one.remove();
            year.select("*:matchesOwn(目录有)").forEach(of -> of.textNodes().forEach(text -> {
                String said = text.getWholeText();
                text.text(said.replaceFirst("。\\s*$", said.contains(NONE) ? "、" : NONE)
                        + name.text().replaceFirst("：.*", "。"));
            }));
        }
    }

    /** Removes a number that has come to nothing with what it is the heading of. */
    private static void remove(Element of, Scope scope) {
        Element above = of.previousElementSibling();
        if (of.is(HEADINGS)) {
            scope.parts().forEach(Element::remove);
            of.remove();
            boolean isBare = above != null
                    && above.is("h2")
                    && (above.nextElementSibling() == null
                            || !above.nextElementSibling().is("h3, ul, div, details"));
            if (isBare) {
                above.remove();
            }
        } else if (of.closest("summary") != null) {
            of.closest("details").remove();
        } else if (of.is("th")) {
            of.closest("tbody").remove();
        }
    }

    /** Charts, and sums that the rows do not tell, cannot be made again without their source. */
    private boolean removeStale() {
        List<Element> stale = new ArrayList<>(page.select(".chart:not(section[id] *)"));
        years.keySet().forEach(year -> year.select(".chart, .totals > div, tfoot td").stream()
                .filter(one -> !told.containsKey(one.is("div.chart, td") ? one : one.selectFirst("dd")))
                .filter(one -> one.is(".chart") || NUMBER.matcher(one.text()).find())
                .forEach(stale::add));
        for (Element one : stale) {
            Element heading = one.previousElementSibling();
            if (one.is("td")) {
                one.text("");
            } else {
                one.remove();
            }
            if (heading != null
                    && heading.is("h2")
                    && heading.nextElementSibling() != null
                    && !heading.nextElementSibling().is(".chart")) {
                heading.remove();
            }
        }
        return !stale.isEmpty();
    }
}
