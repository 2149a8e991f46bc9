package org.gongkai.publish.release.takedown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.text.MoneyText;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * The numbers on a page that its lines tell: how many stand below a heading, in a table or in what is to be opened.
 * Charts and sums of registers that counted a row that went cannot be made again without their source, and go too.
 */
final class PageNumbers {

    /** Not those of lines that are elsewhere, nor of the classes that there are. */
    private static final Pattern COUNT = Pattern.compile("(?<!其余)(?<![\\d,])\\d[\\d,]*(?=[篇条处类]|个单位)");
    /** What somebody wrote, and numbers of entries in lists, which {@link Mentions} counts. */
    private static final String MENTIONED =
            ".prose *, .total, .more, .site-line *, .tiles *, .map *, .years *, .matters *";

    private static final String HEADINGS = "h2, h3";
    private static final String CLASS = ".classes tr:has(li)";
    private static final String ROWS = "tbody tr:has(td):not(.chart *, .classes *)";
    private static final String GONE = "taken-down-rows";

    private final Element page;
    private final Map<Element, Integer> years = new LinkedHashMap<>();
    /** The classes of the catalogue with the entries that each lists. */
    private final Map<Element, List<Element>> classes = new LinkedHashMap<>();

    private final Map<TextNode, Map<String, Scope>> counted = new LinkedHashMap<>();

    /** What a number counts: lines, or classes, in some elements, as many as there were. */
    private record Scope(List<Element> parts, boolean isOfClasses) {
        int size() {
            String lines = isOfClasses ? CLASS : "li:has(a, .change-done):not(nav *, .line-alike), " + ROWS;
            return parts.stream().mapToInt(part -> part.select(lines).size()).sum();
        }

        String number() {
            return MoneyText.grouped(String.valueOf(size()));
        }
    }

    /** @param document the page, which has not lost a line yet */
    PageNumbers(Document document) {
        page = Optional.ofNullable(document.getElementById("main")).orElse(document.body());
        page.select("section[id]").forEach(year -> years.put(year, rows(year)));
        page.select(CLASS).forEach(one -> classes.put(one, List.copyOf(one.select("li"))));
        for (Element of : page.select("*:not(" + MENTIONED + "):matchesOwn(" + COUNT.pattern() + ")")) {
            of.textNodes().forEach(text -> COUNT.matcher(text.getWholeText())
                    .results()
                    .forEach(number -> scope(
                                    of, number.group(), text.getWholeText().startsWith("类", number.end()))
                            .ifPresent(scope -> counted.computeIfAbsent(text, any -> new LinkedHashMap<>())
                                    .put(number.group(), scope))));
        }
    }

    private static int rows(Element year) {
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
                .filter(scope -> scope.number().equals(number))
                .findFirst();
    }

    /** Counts again, after lines were removed; what is left at nothing goes. */
    void recount() {
        classes.forEach(PageNumbers::recount);
        counted.forEach((text, numbers) -> {
            text.text(COUNT.matcher(text.getWholeText())
                    .replaceAll(number -> numbers.containsKey(number.group())
                            ? numbers.get(number.group()).number()
                            : number.group()));
            if (numbers.values().stream().allMatch(scope -> scope.size() == 0)) {
                remove(text.parent());
            }
        });
        years.entrySet().removeIf(year -> rows(year.getKey()) == year.getValue());
        years.keySet().forEach(year -> {
            year.select(".chart, .totals, .totals-sum, tfoot").remove();
            year.select("summary").forEach(of -> of.text(of.text().replaceFirst("^\\D+和(?=\\d)", "")));
        });
        if (!years.isEmpty()) {
            page.select("h2:has(+ .chart), .chart:not(section[id] *)").remove();
            if (page.getElementsByClass(GONE).isEmpty()) {
                page.prependElement("p").addClass(GONE).addClass("strip").text("本页有记录已经撤下，算进了它的合计和图表也去掉了。");
            }
        }
    }

    /** The row of a class tells how many entries it has left, which may be more than it lists. */
    private static void recount(Element one, List<Element> before) {
        int gone = before.size() - one.select("li").size();
        if (gone == 0) {
            return;
        }
        Element number = one.selectFirst(".num");
        int left = MentionRemoval.number(number.text()) - gone;
        if (left == 0) {
            one.select("td, details").remove();
            one.appendElement("td").attr("colspan", "3").addClass("none").text("已经撤下");
            return;
        }
        number.text(MoneyText.grouped(left + "篇"));
        one.selectFirst("summary").text("全部" + number.text());
        // Of the others the day is not known here.
        if (before.get(before.size() - 1).parent() == null) {
            one.select(".date, .newest").forEach(Element::empty);
        }
    }

    /** Removes a number that has come to nothing with what it is the heading of, and a bare heading above. */
    private static void remove(Element of) {
        Element above = of.previousElementSibling();
        if (of.is(HEADINGS)) {
            of.nextElementSiblings().stream()
                    .takeWhile(next -> !next.is(HEADINGS + ", nav, p"))
                    .toList()
                    .forEach(Element::remove);
            of.remove();
        } else if (of.is("th") || of.closest(".line-alike") != null) {
            of.closest("tbody, .line-alike").remove();
        } else if (of.closest("summary") != null) {
            of.closest("details").remove();
        }
        if (above != null && above.is("h2:not(:has(+ h3, + ul, + div, + details))")) {
            above.remove();
        }
    }
}
