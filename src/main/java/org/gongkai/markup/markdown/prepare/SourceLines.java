package org.gongkai.markup.markdown.prepare;

import org.gongkai.text.Characters;
import org.gongkai.text.OfficialNumbering;

/** The lines of a text with their kinds in Markdown. */
final class SourceLines {
    /** Nothing but blanks. */
    static final byte BLANK = 0;
    /** A line of a paragraph at the margin. */
    static final byte TEXT = 1;
    /** The first line of a list item at the margin. */
    static final byte ITEM = 2;
    /** Markup of another kind: heading, quote, table, code, HTML, definition, deeper line of a list. */
    static final byte OTHER = 3;

    final String text;
    private final int[] starts;
    private final int[] ends;
    private final byte[] kinds;
    private int count;
    private boolean hasWideBlank;
    /** Offset of the next pipe, so that the text is searched once. */
    private int bar = -1;

    SourceLines(String text) {
        this.text = text;
        int lines = 1 + (int) text.chars().filter(c -> c == '\n').count();
        this.starts = new int[lines];
        this.ends = new int[lines];
        this.kinds = new byte[lines];
        int fence = 0;
        boolean inHtml = false;
        boolean inItem = false;
        for (int at = 0; at < text.length(); ) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            int start = at;
            while (start < end && Characters.isIndent(text.charAt(start))) {
                start++;
            }
            byte kind = kind(at, start, end, inItem);
            int mark = fenceMark(start, end);
            if (fence != 0) {
                kind = OTHER;
                fence = mark == fence ? 0 : fence;
            } else if (mark != 0) {
                kind = OTHER;
                fence = mark;
            } else if (kind == BLANK) {
                inHtml = false;
                hasWideBlank |= isWide(at, start);
            } else if (inHtml || text.charAt(start) == '<') {
                inHtml = true;
                kind = OTHER;
            }
            inItem = kind == ITEM || (inItem && (kind != TEXT || !isBlank(count - 1)));
            add(start, end, kind);
            at = end + 1;
        }
    }

    int count() {
        return count;
    }

    byte kind(int line) {
        return line < 0 || line >= count ? BLANK : kinds[line];
    }

    boolean isBlank(int line) {
        return kind(line) == BLANK;
    }

    /** Offset of the first character after the indent. */
    int start(int line) {
        return starts[line];
    }

    int end(int line) {
        return ends[line];
    }

    /** Whether some blank line contains white space that Markdown treats as text, such as full-width spaces. */
    boolean hasWideBlank() {
        return hasWideBlank;
    }

    /** Whether a blank line contains white space that Markdown treats as text. */
    boolean isWide(int line) {
        return isWide(line == 0 ? 0 : ends[line - 1] + 1, ends[line]);
    }

    private boolean isWide(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) > ' ') {
                return true;
            }
        }
        return false;
    }

    private void add(int start, int end, byte kind) {
        starts[count] = start;
        ends[count] = end;
        kinds[count++] = kind;
    }

    private byte kind(int lineStart, int start, int end, boolean inItem) {
        if (start == end) {
            return BLANK;
        }
        int spaces = 0;
        while (lineStart + spaces < start && text.charAt(lineStart + spaces) == ' ') {
            spaces++;
        }
        boolean deep = spaces > 3 || (lineStart + spaces < start && text.charAt(lineStart + spaces) == '\t');
        if (deep || (inItem && spaces > 0)) {
            return OTHER;
        }
        // A mark after full-width spaces is text.
        return lineStart + spaces < start ? TEXT : kindByMark(start, end);
    }

    private byte kindByMark(int start, int end) {
        char first = text.charAt(start);
        switch (first) {
            case '#', '>', '|', '=', ':', '<' -> {
                return OTHER;
            }
            case '[' -> {
                return text.substring(start, end).contains("]:") ? OTHER : TEXT;
            }
            case '-', '+', '*' -> {
                boolean item = start + 1 == end || text.charAt(start + 1) == ' ' || text.charAt(start + 1) == '\t';
                return item ? ITEM : isRule(start, end) ? OTHER : TEXT;
            }
            default -> {
                int number = OfficialNumbering.digits(text, start, end);
                boolean item = number > start
                        && number - start < 10
                        && number + 1 < end
                        && (text.charAt(number) == '.' || text.charAt(number) == ')')
                        && text.charAt(number + 1) == ' ';
                if (item) {
                    return ITEM;
                }
                if (bar < start) {
                    bar = text.indexOf('|', start);
                    bar = bar < 0 ? text.length() : bar;
                }
                return bar < end ? OTHER : TEXT;
            }
        }
    }

    private boolean isRule(int start, int end) {
        for (int i = start; i < end; i++) {
            if ("-*_ |:".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private int fenceMark(int start, int end) {
        boolean fence = text.startsWith("```", start) || text.startsWith("~~~", start);
        return fence && start + 3 <= end ? text.charAt(start) : 0;
    }
}
