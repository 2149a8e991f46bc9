package org.gongkai.check;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.source.EntryFormat;

/** Takes remarks, which readers of a page do not see, out of the lines of one body, from its first to its last. */
final class Remarks {

    private static final String OPEN = "<!--";
    private static final String CLOSE = "-->";

    private final boolean asciiDoc;
    private final boolean html;
    private final List<Prose> found = new ArrayList<>();
    private boolean open;

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

    /** A line without its remarks; {@link Prose#BLANKED} stands for each of their characters. */
    String take(int line, String text) {
        if (asciiDoc) {
            boolean remark = text.startsWith("//") && !text.startsWith("///");
            if (remark) {
                add(line, "  " + text.substring(2));
            }
            return remark ? blanks(text.length()) : text;
        }
        return open || text.contains(OPEN) ? takeMarked(line, text) : text;
    }

    private String takeMarked(int line, String text) {
        StringBuilder rest = new StringBuilder(text);
        StringBuilder remarks = new StringBuilder(" ".repeat(text.length()));
        String plain = withoutCode(text);
        int from = open ? 0 : plain.indexOf(OPEN);
        while (from >= 0) {
            int words = open ? from : from + OPEN.length();
            int close = text.indexOf(CLOSE, words);
            // Within a paragraph of Markdown, what is not closed is no remark; it is not looked for on further lines.
            open = close < 0 && (open || html || text.stripLeading().startsWith(OPEN));
            int wordsEnd = close < 0 ? text.length() : close;
            int end = close < 0 ? text.length() : close + CLOSE.length();
            remarks.replace(words, wordsEnd, text.substring(words, wordsEnd));
            rest.replace(from, end, blanks(end - from));
            from = close < 0 ? -1 : plain.indexOf(OPEN, end);
        }
        if (!remarks.toString().isBlank()) {
            add(line, remarks.toString());
        }
        return rest.toString();
    }

    private String withoutCode(String text) {
        if (html || text.indexOf('`') < 0) {
            return text;
        }
        return ProseReader.INLINE.matcher(text).replaceAll(code -> blanks(code.end() - code.start()));
    }

    private static String blanks(int count) {
        return String.valueOf(Prose.BLANKED).repeat(count);
    }
}
