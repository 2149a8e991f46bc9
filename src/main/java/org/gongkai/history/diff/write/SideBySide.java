package org.gongkai.history.diff.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Turns a body with marks into a table of two columns: each article or section as it was, and as it is. */
public final class SideBySide {

    /** The beginning of an article of a rule. */
    private static final Pattern ARTICLE = Pattern.compile("^第[〇零一二三四五六七八九十百0-9]{1,6}条");

    /** Elements that show nothing once they have no words. */
    private static final String HOLLOW =
            "p, li, ul, ol, dl, dt, dd, table, tr, thead, tbody, blockquote, div, h1, h2, h3, h4, h5, h6";

    private static final String NEW = "versus-new";
    private static final String GONE = "versus-gone";

    private SideBySide() {}

    /**
     * Arranges a body, and numbers the rows in which something changed.
     *
     * @param body the newer body with its changes marked; its content is replaced
     * @return the number of those rows
     */
    public static int arrange(Element body) {
        Element table = new Element("table").addClass("versus");
        Element head = table.appendElement("thead").appendElement("tr");
        head.appendElement("th").attr("scope", "col").text("修订前");
        head.appendElement("th").attr("scope", "col").text("修订后");
        Element rows = table.appendElement("tbody");
        List<Element> changed = new ArrayList<>();
        for (List<Node> part : parts(body)) {
            Element now = column(part, "del:not(.moved-sentence), .removed, .moved-away");
            Element before = column(part, "ins:not(.moved-sentence), .added, .moved-here");
            before.select("[id]").removeAttr("id");
            if (!before.hasText() && !now.hasText()) {
                continue;
            }
            boolean differs = part.stream()
                    .anyMatch(node -> node instanceof Element element
                            && element.selectFirst("ins, del, .change-note, .moved, .split") != null);
            Element row = rows.appendElement("tr");
            if (!before.hasText()) {
                row.addClass(NEW);
            } else if (!now.hasText()) {
                row.addClass(GONE);
            }
            row.appendChild(cell(before, "修订前", "（新增）"));
            row.appendChild(cell(now, "修订后", "（删去）"));
            if (differs) {
                changed.add(row);
            }
        }
        for (int i = 0; i < changed.size(); i++) {
            Element first = changed.get(i).child(0).child(0);
            boolean isText = first.is("p, h1, h2, h3, h4, h5, h6");
            (isText ? first : changed.get(i).child(0)).prependChild(NumberedMarks.mark(i + 1, changed.size()));
        }
        body.empty();
        body.appendChild(table);
        return changed.size();
    }

    /** Says how many rows differ, and how: {@code 共3处：修改1处，新增2处}. */
    public static String count(String table, int places) {
        if (places == 0) {
            return "正文没有改动";
        }
        int fresh = rows(table, NEW);
        int gone = rows(table, GONE);
        int changed = places - fresh - gone;
        return "共" + places + "处："
                + Stream.of(part("修改", changed), part("新增", fresh), part("删去", gone))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("，"));
    }

    private static String part(String what, int number) {
        return number == 0 ? "" : what + number + "处";
    }

    private static int rows(String table, String name) {
        return table.split("<tr class=\"" + name + "\">", -1).length - 1;
    }

    /**
     * Divides a body before each uppermost heading and each article. Removed sections follow the one in which they
     * stand.
     */
    private static List<List<Node>> parts(Element body) {
        // AsciiDoc puts sections into boxes.
        body.select("div[class^=sect], #preamble").unwrap();
        String top = IntStream.rangeClosed(1, 6)
                .mapToObj(level -> "h" + level)
                .filter(name -> body.selectFirst("> " + name) != null)
                .findFirst()
                .orElse("h1");
        List<List<Node>> parts = new ArrayList<>();
        List<Node> current = new ArrayList<>();
        parts.add(current);
        Map<String, List<Node>> rewritten = new HashMap<>();
        List<List<Node>> removed = new ArrayList<>();
        boolean gone = false;
        for (Node node : List.copyOf(body.childNodes())) {
            if (!(node instanceof Element element)) {
                continue;
            }
            gone &= element.hasClass("removed");
            if (isRemovedHeading(element)) {
                gone = true;
                removed.add(new ArrayList<>());
            }
            if (gone) {
                removed.get(removed.size() - 1).add(element);
                continue;
            }
            String article = article(element);
            List<Node> former = element.hasClass("added") ? rewritten.remove(article) : null;
            boolean isOpening = current.size() == 1 && ((Element) current.get(0)).nameIs(top);
            if (former != null) {
                current = former;
            } else if (element.nameIs(top) || !article.isEmpty() && !isOpening) {
                if (element.nameIs(top)) {
                    parts.addAll(removed);
                    removed.clear();
                }
                current = new ArrayList<>();
                parts.add(current);
            }
            if (element.nameIs(top)) {
                rewritten.clear();
            } else if (!article.isEmpty() && element.hasClass("removed")) {
                rewritten.put(article, current);
            }
            current.add(element);
        }
        parts.addAll(removed);
        return parts;
    }

    /**
     * Returns the number of the article that begins with a block, its present one if it has two; empty if none does.
     */
    static String article(Element block) {
        return Stream.of("del", "ins")
                .map(hidden -> ARTICLE.matcher(words(block, hidden)))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElse("");
    }

    static boolean isRemovedHeading(Element block) {
        return block.hasClass("removed") && block.selectFirst("> strong > del") != null;
    }

    /** Returns the words of a block without the elements that a selector names, and without those of the marks. */
    static String words(Element block, String hidden) {
        Element copy = block.clone();
        copy.select(hidden + ", .vh, .change-no, .change-note").remove();
        return copy.text().strip();
    }

    private static Element column(List<Node> part, String hidden) {
        Element column = new Element("td");
        part.forEach(node -> column.appendChild(node.clone()));
        List<Element> emptied = new ArrayList<>();
        for (Element gone : column.select(hidden)) {
            emptied.add(gone.parent());
            gone.remove();
        }
        for (Element each : emptied) {
            for (Element up = each;
                    up != null
                            && up != column
                            && up.is(HOLLOW)
                            && words(up, ".none").isEmpty();
                    up = each) {
                each = up.parent();
                up.remove();
            }
        }
        return column;
    }

    private static Element cell(Element column, String label, String none) {
        if (!column.hasText()) {
            column.empty();
            column.appendElement("p").addClass("versus-none").text(none);
        }
        return column.attr("data-label", label);
    }
}
