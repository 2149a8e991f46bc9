package org.gongkai.publish.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * An entry in the order of an official paper (GB/T 9704, 7.3): text, names of the annexes, signature, the annexes
 * themselves.
 */
final class OfficialPaperArranger {

    /**
     * A heading that begins an annex: its label, and its title unless that is a heading of its own. Without a number or
     * a mark behind it, 附件 begins another word, as in 附件下载.
     */
    private static final Pattern ANNEX =
            Pattern.compile("(附件)(?:\\s*([0-9]{1,2}|[一二三四五六七八九十]{1,3})|(?=[\\s：:．.、　]|$))[\\s：:．.、　]*(.*)");

    private static final String HEADINGS = "h2, h3, h4, h5, h6";

    private OfficialPaperArranger() {}

    /** Returns an entry that the template of papers has rendered, its annexes behind the signature. */
    static Document arranged(byte[] rendered) throws IOException {
        Document paper = PrintableSite.parse(rendered);
        if (paper.selectFirst("article") == null) {
            // A template of the site's own may do without.
            List<Node> all = List.copyOf(paper.body().childNodes());
            Element article = paper.body().appendElement("article");
            all.forEach(article::appendChild);
        }
        Element text = paper.selectFirst(".prose");
        Element names = paper.selectFirst(".annexes");
        if (text != null && names != null) {
            List<Element> annexes = annexes(text);
            List<String> titles = annexes.stream()
                    .map(annex -> annex.selectFirst(".annex-title"))
                    .map(title -> title == null ? "" : title.text())
                    .toList();
            Element last = paper.selectFirst(".imprint");
            annexes.forEach(annex -> {
                if (last == null) {
                    paper.selectFirst("article").appendChild(annex);
                } else {
                    last.before(annex);
                }
            });
            name(names, titles, text);
        }
        paper.select("table").forEach(TableColumns::fit);
        return paper;
    }

    /** Takes the annexes out of a text. */
    private static List<Element> annexes(Element text) {
        List<Element> annexes = new ArrayList<>();
        for (Element heading : text.select(HEADINGS)) {
            Matcher words = ANNEX.matcher(heading.text());
            if (words.matches() && heading.root() == text.root() && heading.closest(".prose") == text) {
                annexes.add(annex(heading, words));
            }
        }
        for (int i = 0; annexes.size() > 1 && i < annexes.size(); i++) {
            Element label = annexes.get(i).selectFirst(".annex-label");
            label.text(label.text().equals("附件") ? "附件" + (i + 1) : label.text());
        }
        return annexes;
    }

    /** Takes a heading, and what follows it up to the next annex, out of its text. */
    private static Element annex(Element heading, Matcher words) {
        Element annex = new Element("section").addClass("annex").addClass("prose");
        annex.appendElement("p")
                .addClass("annex-label")
                .text(words.group(1) + (words.group(2) == null ? "" : words.group(2)));
        Element section = heading.parent().is(".sect1, .sect2") ? heading.parent() : null;
        Node next = heading.nextSibling();
        List<Node> taken = new ArrayList<>();
        while (next != null && !(next instanceof Element element && begins(element))) {
            taken.add(next);
            next = next.nextSibling();
        }
        String title = words.group(3).strip();
        if (title.isEmpty()) {
            title = taken.stream()
                    .filter(Element.class::isInstance)
                    .map(Element.class::cast)
                    .findFirst()
                    .filter(first -> first.is(HEADINGS))
                    .map(first -> {
                        taken.remove(first);
                        return first.text();
                    })
                    .orElse("");
        }
        if (!title.isEmpty()) {
            annex.appendElement("h2").addClass("annex-title").text(title);
        }
        taken.forEach(annex::appendChild);
        if (section == null) {
            heading.remove();
        } else {
            section.remove();
        }
        return annex;
    }

    private static boolean begins(Element element) {
        return element.is(HEADINGS) && ANNEX.matcher(element.text()).matches();
    }

    /** Names the annexes below the text, those within it first; not if the text does so itself. */
    private static void name(Element names, List<String> titles, Element text) {
        Element list = names.selectFirst("ol");
        for (int i = titles.size() - 1; i >= 0; i--) {
            list.prependElement("li").text(titles.get(i));
        }
        List<Element> all = list.select("li");
        boolean named = text.select("p").stream().anyMatch(line -> line.text().matches("附件[：:].*"));
        if (all.isEmpty() || named) {
            names.remove();
            return;
        }
        for (int i = 0; i < all.size(); i++) {
            String title = all.get(i).text();
            all.get(i).empty();
            if (all.size() > 1) {
                all.get(i).appendElement("span").text((i + 1) + "．");
            }
            all.get(i).appendElement("span").addClass("annex-name").text(title);
        }
    }

    /** Keeps the cells of narrow columns in one line each, so that no date, name or number is divided. */
    static final class TableColumns {

        /** The width of a sheet of text in characters of tables. */
        private static final double SHEET = 36;

        /** What the lines and margins of a column take. */
        private static final double FRAME = .8;

        /** What a column needs whose cells have several lines. */
        private static final double LEAST = 6;

        private static final String ONE_LINE = "short";

        private TableColumns() {}

        /**
         * Marks the cells of the columns of a table that fit beside the others without a break, the narrowest first.
         */
        static void fit(Element table) {
            table.select("." + ONE_LINE).removeClass(ONE_LINE);
            List<List<Element>> rows = new ArrayList<>();
            for (Element row : table.select("tr")) {
                rows.add(row.select("> td, > th"));
            }
            int columns = rows.stream().mapToInt(List::size).max().orElse(0);
            if (columns == 0 || rows.stream().anyMatch(row -> row.size() != columns)) {
                return;
            }
            List<Integer> narrowest = IntStream.range(0, columns)
                    .boxed()
                    .sorted(Comparator.comparingDouble(column -> width(rows, column)))
                    .toList();
            double taken = 0;
            for (int i = 0; i < columns; i++) {
                taken += width(rows, narrowest.get(i)) + FRAME;
                if (taken + (columns - i - 1) * LEAST > SHEET) {
                    return;
                }
                int column = narrowest.get(i);
                rows.forEach(row -> row.get(column).addClass(ONE_LINE));
            }
        }

        /** The width of the widest cell of a column in characters; of its parts, if it has several. */
        private static double width(List<List<Element>> rows, int column) {
            return rows.stream()
                    .mapToDouble(row -> row.get(column).select("br, p + p, li").isEmpty()
                            ? row.get(column)
                                    .text()
                                    .chars()
                                    .mapToDouble(c -> c < 0x2000 ? .55 : 1)
                                    .sum()
                            : SHEET)
                    .max()
                    .orElse(0);
        }
    }
}
