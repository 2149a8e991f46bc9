package org.gongkai.check.prose;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.check.prose.ProseReader.CodeSpans;
import org.gongkai.input.source.EntryFormat;

/** Separates comments, which pages do not display, from the lines of one body, read in order. */
final class CommentExtractor {

    private static final String OPEN = "<!--";
    private static final String CLOSE = "-->";

    private final boolean asciiDoc;
    private final boolean html;
    private final List<Prose> found = new ArrayList<>();
    private boolean open;
    /** The offset in the body after which no comment ends. */
    private int withoutClose = Integer.MAX_VALUE;

    CommentExtractor(String ending, boolean asciiDoc) {
        this.asciiDoc = asciiDoc;
        this.html = EntryFormat.HTML.has(ending);
    }

    /** Returns the comments, with blanks for their delimiters. */
    List<Prose> found() {
        return found;
    }

    /** Returns true if a comment continues on the next line. */
    boolean isOpen() {
        return open;
    }

    /** Adds a whole line as a comment. */
    void add(int line, String text) {
        found.add(new Prose(line, text));
    }

    /**
     * Returns a line in which {@link Prose#BLANKED} replaces each character of a comment.
     *
     * @param body the text that contains the line
     * @param next the offset of the next line
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
        String plain = html ? text : CodeSpans.blanked(text);
        int from = open ? 0 : plain.indexOf(OPEN);
        while (from >= 0) {
            int words = open ? from : from + OPEN.length();
            // The dashes of {@code <!-->} and {@code <!--->} both begin and end the comment.
            int close = text.indexOf(CLOSE, open ? from : from + 2);
            boolean isBlock = html || text.stripLeading().startsWith(OPEN);
            if (close < 0 && !open && !ends(body, next, isBlock)) {
                // An unterminated comment is displayed as text.
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

    /** Returns true if a comment ends on a later line, which for an inline comment must be in the same paragraph. */
    private boolean ends(String body, int next, boolean isBlock) {
        int close = next < withoutClose ? body.indexOf(CLOSE, next) : -1;
        withoutClose = close < 0 ? Math.min(next, withoutClose) : withoutClose;
        int paragraph = isBlock || next == 0 ? -1 : body.indexOf("\n\n", next - 1);
        return close >= 0 && (paragraph < 0 || close < paragraph);
    }

    private static String blanks(int count) {
        return String.valueOf(Prose.BLANKED).repeat(count);
    }
}
