package org.gongkai.check.prose;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.input.source.EntryFormat;

/** Takes remarks, which readers of a page do not see, out of the lines of one body, from its first to its last. */
final class Remarks {

    private static final String OPEN = "<!--";
    private static final String CLOSE = "-->";

    private final boolean asciiDoc;
    private final boolean html;
    private final List<Prose> found = new ArrayList<>();
    private boolean open;
    /** Offset in the body behind which no remark ends any more. */
    private int withoutClose = Integer.MAX_VALUE;

    Remarks(String ending, boolean asciiDoc) {
        this.asciiDoc = asciiDoc;
        this.html = EntryFormat.HTML.has(ending);
    }

    /** All that was taken out, the signs around it blank. */
    List<Prose> found() {
        return found;
    }

    /** Whether a remark goes on in the next line. */
    boolean isOpen() {
        return open;
    }

    /** Takes a whole line. */
    void add(int line, String text) {
        found.add(new Prose(line, text));
    }

    /**
     * A line without its remarks; {@link Prose#BLANKED} stands for each of their characters.
     *
     * @param body the text in which the line stands
     * @param next offset of the line after it
     */
    String take(int line, String text, String body, int next) {
        if (asciiDoc) {
            boolean remark = text.startsWith("//") && !text.startsWith("///");
            if (remark) {
                add(line, "  " + text.substring(2));
            }
            return remark ? blanks(text.length()) : text;
        }
        return open || text.contains(OPEN) ? takeMarked(line, text, body, next) : text;
    }

    private String takeMarked(int line, String text, String body, int next) {
        StringBuilder rest = new StringBuilder(text);
        StringBuilder remarks = new StringBuilder(" ".repeat(text.length()));
        String plain = withoutCode(text);
        int from = open ? 0 : plain.indexOf(OPEN);
        while (from >= 0) {
            int words = open ? from : from + OPEN.length();
            // The dashes of the shortest remarks, <!--> and <!--->, begin and end them.
            int close = text.indexOf(CLOSE, open ? from : from + 2);
            boolean isBlock = html || text.stripLeading().startsWith(OPEN);
            if (close < 0 && !open && !ends(body, next, isBlock)) {
                // What never ends is no remark: readers see it.
                break;
            }
            open = close < 0;
            int wordsEnd = open ? text.length() : Math.max(words, close);
            int end = open ? text.length() : close + CLOSE.length();
            remarks.replace(words, wordsEnd, text.substring(words, wordsEnd));
            rest.replace(from, end, blanks(end - from));
            from = open ? -1 : plain.indexOf(OPEN, end);
        }
        if (!remarks.toString().isBlank()) {
            add(line, remarks.toString());
        }
        return rest.toString();
    }

    /** Whether a remark ends on a further line, which within a paragraph is one of the same paragraph. */
    private boolean ends(String body, int next, boolean isBlock) {
        int close = next < withoutClose ? body.indexOf(CLOSE, next) : -1;
        withoutClose = close < 0 ? Math.min(next, withoutClose) : withoutClose;
        int paragraph = isBlock || next == 0 ? -1 : body.indexOf("\n\n", next - 1);
        return close >= 0 && (paragraph < 0 || close < paragraph);
    }

    private String withoutCode(String text) {
        return html ? text : CodeSpans.blanked(text);
    }

    private static String blanks(int count) {
        return String.valueOf(Prose.BLANKED).repeat(count);
    }
}
