package org.gongkai.markup.markdown.write;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.markup.html.HtmlElements;

/**
 * What stands in braces at the end of a text: the id of a heading or a paragraph, {@code {#id}}, or the number of
 * columns and rows of a cell, {@code {colspan=2}}. Braces with anything else in them are text.
 *
 * @param textEnd where the text before it ends
 * @param id the id; empty if it has none
 * @param spans the attributes of a cell, each with its value
 */
record AttributeBlock(int textEnd, String id, List<String> spans) {

    private static final AttributeBlock NONE = new AttributeBlock(Integer.MAX_VALUE, "", List.of());
    private static final Pattern ID = Pattern.compile("\\s\\{(#[^{}\\s]++)\\}$");
    private static final Pattern SPANS =
            Pattern.compile("(?:^|\\s)\\{((?:col|row)span=\\d{1,3}(?: (?:col|row)span=\\d{1,3})?)\\}$");

    /** Finds the id at the end of a range of text. */
    static AttributeBlock ofText(String text, int from, int to) {
        Matcher id = found(ID, text, from, to);
        return id != null && HtmlElements.isAllowed("heading", "id", id.group(1).substring(1))
                ? new AttributeBlock(
                        textEnd(text, from, id.start()), id.group(1).substring(1), List.of())
                : NONE;
    }

    /** Finds the spans at the end of the text of a cell. */
    static AttributeBlock ofCell(String text, int from, int to) {
        Matcher spans = found(SPANS, text, from, to);
        return spans == null
                ? NONE
                : new AttributeBlock(
                        textEnd(text, from, spans.start()),
                        "",
                        List.of(spans.group(1).split(" ")));
    }

    private static Matcher found(Pattern pattern, String text, int from, int to) {
        boolean isLikely = to - from > 2 && text.charAt(to - 1) == '}';
        Matcher found =
                isLikely ? pattern.matcher(text).region(Math.max(from, text.lastIndexOf('{', to - 1) - 1), to) : null;
        return found != null && found.find() ? found : null;
    }

    private static int textEnd(String text, int from, int block) {
        int end = block;
        while (end > from && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return end;
    }

    /** Returns whether there is none. */
    boolean isNone() {
        return this == NONE;
    }

    /** Returns how many columns or rows a cell spans, by the name of the attribute. */
    int number(String name) {
        return spans.stream()
                .filter(span -> span.startsWith(name + "="))
                .findFirst()
                .map(span -> Math.max(1, Integer.parseInt(span.substring(name.length() + 1))))
                .orElse(1);
    }

    /** Writes the spans. */
    void write(StringBuilder out) {
        for (String span : spans) {
            HtmlEscape.attribute(out, span.substring(0, span.indexOf('=')), span.substring(span.indexOf('=') + 1));
        }
    }
}
