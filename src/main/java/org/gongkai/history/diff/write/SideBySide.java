package org.gongkai.history.diff.write;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Turns a body with marks into a table of two columns: each article or section as it was, and as it is. */
public final class SideBySide {

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
        for (List<Element> part : parts(body)) {
            Element now = column(part, "del, .removed, .moved-away");
            Element before = column(part, "ins, .added, .moved-here");
            before.select("[id]").removeAttr("id");
            if (!before.hasText() && !now.hasText()) {
                continue;
            }
            boolean differs = part.stream()
                    .anyMatch(element -> element.selectFirst("ins, del, .change-note, .moved, .split") != null);
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
            (isText ? first : changed.get(i).child(0)).prependChild(mark(i + 1, changed.size()));
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

    /** The sections of a body; a heading of articles stands beside the first of them. */
    private static List<List<Element>> parts(Element body) {
        List<List<Element>> parts = new ArrayList<>();
        boolean isOpen = false;
        for (MarkedSection section : MarkedSection.of(body)) {
            if (!isOpen || section.kind() != MarkedSection.Kind.ARTICLE) {
                parts.add(new ArrayList<>());
            }
            parts.get(parts.size() - 1).addAll(section.elements());
            isOpen = section.kind() == MarkedSection.Kind.HEADED
                    && section.elements().size() == 1;
        }
        return parts;
    }

    private static Element column(List<Element> part, String hidden) {
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
                            && MarkedSection.words(up, ".none").isEmpty();
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

    /** The number of a place, a link to the next one; the last leads back to the list of places. */
    private static Element mark(int number, int places) {
        Element mark = new Element("span").addClass("change-no");
        mark.appendElement("span").addClass("change-at").attr("id", "change-" + number);
        mark.appendElement("a")
                .attr("href", "#change" + (number < places ? "-" + (number + 1) : "s"))
                .attr("aria-label", "第" + number + "处改动，到" + (number < places ? "下一处" : "各处改动"))
                .text(Integer.toString(number));
        return mark;
    }
}
