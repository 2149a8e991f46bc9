package org.gongkai.markup.markdown.write;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.Escaping;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.text.Characters;
import org.gongkai.text.PrefilteredPattern;

/** Writes the text of a paragraph: unescaped, without indents, with lines joined between Han characters. */
final class InlineText {
    /** Half of a pair of {@code **}, but no hidden name. */
    private static final PrefilteredPattern HALF =
            new PrefilteredPattern("(?<![*\\\\\\p{IsHan}\\p{Alnum}])\\*\\*(?! ?同志) ?(?=[\\p{IsHan}“《（])");

    private final MarkdownPage page;
    private final StringBuilder plain = new StringBuilder();
    private int limit = Integer.MAX_VALUE;
    private char last;
    private boolean atLineStart;

    InlineText(MarkdownPage page) {
        this.page = page;
    }

    /** Starts a block whose text is written up to an offset. */
    void begin(int upTo) {
        limit = upTo;
        last = 0;
        atLineStart = true;
        plain.setLength(0);
    }

    int limit() {
        return limit;
    }

    /** Plain text of the block. */
    String plain() {
        return plain.toString().strip();
    }

    /** Writes a range of the source. */
    void text(int start, int end) {
        int from = start;
        int to = Math.min(end, limit);
        while (atLineStart && from < to && Characters.isIndent(page.source.charAt(from))) {
            from++;
        }
        if (from >= to) {
            return;
        }
        HALF.results(page.source, from, to)
                .forEach(half -> page.mark(half.start(), "“**”在这里不是标记，网页上照样显示", "加粗的字前后各写一个 **，和字之间不空格；不加粗的，请删去"));
        boolean literal = true;
        for (int i = from; i < to && literal; i++) {
            char c = page.source.charAt(i);
            literal = c != '\\' && c != '&';
        }
        if (!literal) {
            put(Escaping.unescapeString(page.source.substring(from, to)));
            return;
        }
        HtmlEscape.text(page.out, page.source, from, to);
        plain.append(page.source, from, to);
        last = page.source.charAt(to - 1);
        atLineStart = false;
    }

    void put(String text) {
        if (!text.isEmpty()) {
            HtmlEscape.text(page.out, text);
            plain.append(text);
            last = text.charAt(text.length() - 1);
            atLineStart = false;
        }
    }

    void softBreak(Node node) {
        Node next = node.getNext();
        while (next != null && next.getFirstChild() != null && !(next instanceof Image)) {
            next = next.getFirstChild();
        }
        char first = 0;
        if (next instanceof Text || next instanceof Code) {
            int at = next.getStartOffset();
            while (at < next.getEndOffset()
                    && (Characters.isIndent(page.source.charAt(at)) || page.source.charAt(at) == '`')) {
                at++;
            }
            first = at < next.getEndOffset() ? page.source.charAt(at) : 0;
        }
        atLineStart = true;
        if (!Characters.join(last, first)) {
            page.out.append('\n');
            plain.append(' ');
        }
    }

    void hardBreak() {
        page.out.append("<br>\n");
        plain.append(' ');
        atLineStart = true;
    }

    /** Notes that something other than text was written. */
    void interrupted() {
        last = 0;
        atLineStart = false;
    }
}
