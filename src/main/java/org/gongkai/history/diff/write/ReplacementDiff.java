package org.gongkai.history.diff.write;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Turns a body with marks into a table of two columns: each article or section as it was, and as it is. */
public final class ReplacementDiff {

    /** Elements that show nothing once they have no words. */
    private static final String HOLLOW =
            "p, li, ul, ol, dl, dt, dd, table, tr, thead, tbody, blockquote, div, h1, h2, h3, h4, h5, h6";

    private static final String NUMBER = "change-no";
    private static final String NEW = "versus-new";
    private static final String GONE = "versus-gone";

    private ReplacementDiff() {}

    /**
     * Arranges a body, and numbers the rows in which something changed.
     *
     * @param body the newer body with its changes marked; its content is replaced
     * @return the number of those rows
     */
    public static int arrange(Element body) {
        Element table = new Element("table").addClass("versus");
        Element head = table.appendElement("thead").appendElement("tr");
        head.appendElement("th").attr("scope", "col").addClass(NUMBER).text("序号");
        head.appendElement("th").attr("scope", "col").text("修订前");
        head.appendElement("th").attr("scope", "col").text("修订后");
        Element rows = table.appendElement("tbody");
        int changed = 0;
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
            Element number = row.appendElement("th").attr("scope", "row").addClass(NUMBER);
            boolean isNew = !before.hasText();
            boolean isGone = !now.hasText();
            if (differs) {
                changed++;
                row.attr("id", "change-" + changed);
                number.text(Integer.toString(changed)).attr("data-kind", isNew ? "新增" : isGone ? "删去" : "修改");
            }
            if (isNew || isGone) {
                row.addClass(isNew ? NEW : GONE);
            }
            now.select(":is(h1, h2, h3, h4, h5, h6):has(ins)").addClass("added");
            before.select(":is(h1, h2, h3, h4, h5, h6):has(del)").addClass("removed");
            row.appendChild(before.attr("data-label", "修订前"));
            row.appendChild(now.attr("data-label", "修订后"));
        }
        body.empty();
        body.appendChild(table);
        return changed;
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
        return table.split(" class=\"" + name + "\">", -1).length - 1;
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
}
