package org.gongkai.history.diff.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/**
 * Numbers the marked places of a text in the order of reading. A place is whatever is marked without unmarked text in
 * between, so that a replacement is one place. Before each stands its number, a link to the next place; the last leads
 * back to the list of places.
 */
public final class NumberedMarks {

    /** The id of the list of places. */
    public static final String LIST = "changes";

    private static final String INLINE = "ins, del, a, .change-note";
    private static final String MARKED = "ins, del, .change-note, .added, .removed, .moved, .moved-away, .moved-here";
    private static final Set<String> ATOMS = Set.of("img", "input", "svg", "hr");

    private NumberedMarks() {}

    /** Returns the id of a place. */
    public static String id(int number) {
        return "change-" + number;
    }

    /** Returns the link target after a place: the next one, or the list of places after the last. */
    public static String next(int number, int places) {
        return "#" + (number < places ? id(number + 1) : LIST);
    }

    /**
     * Numbers the places of a body with marks.
     *
     * @param before the number of places that precede the body
     * @return the number of places, those before the body included
     */
    public static int number(Element body, int before) {
        List<Node> starts = starts(body);
        int places = before + starts.size();
        if (!starts.isEmpty()) {
            // A typed anchor that looks like a place would take its readers.
            body.select("[id^=change]").removeAttr("id");
        }
        for (int i = 0; i < starts.size(); i++) {
            int number = before + i + 1;
            outermost(starts.get(i)).before(mark(number, places));
        }
        return places;
    }

    /** Returns the first word or picture of each place. */
    private static List<Node> starts(Element body) {
        List<Node> starts = new ArrayList<>();
        boolean[] inside = new boolean[1];
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text && !text.isBlank()
                            || node instanceof Element atom && ATOMS.contains(atom.normalName())) {
                        boolean marked = node.parentElement().closest(MARKED) != null;
                        boolean begins = marked && !inside[0] || beginsSplit(node);
                        inside[0] = marked;
                        if (begins) {
                            starts.add(node);
                        }
                    }
                },
                body);
        return starts;
    }

    /** A paragraph that was split from the one before has no marked word, but its beginning is a place. */
    private static boolean beginsSplit(Node leaf) {
        return leaf.parent() instanceof Element paragraph && paragraph.hasClass("split") && leaf.siblingIndex() == 0;
    }

    /** Returns the mark or link around a word; links must not be nested. */
    private static Node outermost(Node leaf) {
        Node outermost = leaf;
        for (Element each = leaf.parentElement(); each != null; each = each.parent()) {
            outermost = each.is(INLINE) ? each : outermost;
        }
        return outermost;
    }

    static Element mark(int number, int places) {
        Element mark = new Element("span").addClass("change-no");
        mark.appendElement("span").addClass("change-at").attr("id", id(number));
        mark.appendElement("a")
                .attr("href", next(number, places))
                .attr("aria-label", "第" + number + "处改动，到" + (number < places ? "下一处" : "各处改动"))
                .text(Integer.toString(number));
        return mark;
    }
}
