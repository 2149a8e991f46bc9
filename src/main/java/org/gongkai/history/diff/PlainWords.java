package org.gongkai.history.diff;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The text of HTML that is relevant for comparing words. */
public final class PlainWords {
    private PlainWords() {}

    /** Returns the text of nodes without white space; images and check boxes are represented by their content. */
    public static String text(List<? extends Node> nodes) {
        StringBuilder text = new StringBuilder();
        for (Node node : nodes) {
            node.filter((each, depth) -> append(text, each));
        }
        return text.toString();
    }

    /** Returns the text of the first cell of a row, or an empty string if it is only a number. */
    public static String firstWords(Element row) {
        Element cell = row.firstElementChild();
        String text = cell == null ? "" : text(List.of(cell));
        return text.chars().allMatch(c -> c < 0x3000 && !Character.isLetter(c)) ? "" : text;
    }

    /** Returns the number of letters (including Han) and digits, the unit in which changes are counted. */
    public static int count(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                count++;
            }
            i += Character.charCount(c);
        }
        return count;
    }

    static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u3000' || Character.isWhitespace(c);
    }

    private static NodeFilter.FilterResult append(StringBuilder text, Node node) {
        if (node instanceof TextNode words) {
            String typed = words.getWholeText();
            for (int i = 0; i < typed.length(); i++) {
                if (!isBlank(typed.charAt(i))) {
                    text.append(typed.charAt(i));
                }
            }
        } else if (node instanceof Element element) {
            if (MarkUnits.isFootnote(element)) {
                return NodeFilter.FilterResult.SKIP_ENTIRELY;
            }
            if (element.normalName().equals("img")) {
                text.append(element.attr("alt")).append('\0').append(element.attr("src"));
            } else if (element.normalName().equals("input")) {
                text.append(element.hasAttr("checked") ? '☑' : '☐');
            }
        }
        return NodeFilter.FilterResult.CONTINUE;
    }
}
