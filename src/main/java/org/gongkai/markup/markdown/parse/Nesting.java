package org.gongkai.markup.markdown.parse;

/** Finds, before parsing, text that would need too deep a stack or too long a time. */
public final class Nesting {
    private static final int MOST_CONTAINERS = 60;
    private static final int MOST_BRACKETS = 200;
    /**
     * Bound on delimiters times length of a paragraph, its worst cost. No known text reaches this cost; the bound is a
     * safeguard.
     */
    private static final long MAX_COST = 20_000_000_000L;

    private Nesting() {}

    /** Returns the offset at which a text exceeds a limit, or -1. */
    public static int tooDeepAt(String text) {
        int brackets = brackets(text);
        if (brackets >= 0) {
            return brackets;
        }
        int containers = containers(text);
        // Short texts are cheap.
        return containers >= 0 || text.length() < 10_000 ? containers : tooExpensiveAt(text);
    }

    private static int tooExpensiveAt(String text) {
        int start = 0;
        while (start < text.length()) {
            int blank = text.indexOf("\n\n", start);
            int end = blank < 0 ? text.length() : blank + 2;
            // Rows of tables are parsed separately.
            int expensive = isTable(text, start, end) ? -1 : tooExpensiveAt(text, start, end);
            if (expensive >= 0) {
                return expensive;
            }
            start = end;
        }
        return -1;
    }

    private static int tooExpensiveAt(String text, int start, int end) {
        long marks = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            marks += c < '~' && "`[]<&!\\*_".indexOf(c) >= 0 ? 1 : 0;
        }
        return marks * (end - start) > MAX_COST ? start : -1;
    }

    /** Whether a block is a table without an expensive row. */
    private static boolean isTable(String text, int start, int end) {
        int second = text.indexOf('\n', start) + 1;
        int third = second <= 0 ? -1 : text.indexOf('\n', second);
        if (third < 0 || third >= end || !text.startsWith("|", start)) {
            return false;
        }
        for (int i = second; i < third; i++) {
            if ("|-: \t".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        for (int row = start; row < end; ) {
            int newline = text.indexOf('\n', row);
            int next = newline < 0 || newline >= end ? end : newline + 1;
            if (tooExpensiveAt(text, row, next) >= 0 || (text.charAt(row) != '|' && text.charAt(row) != '\n')) {
                return false;
            }
            row = next;
        }
        return true;
    }

    private static int brackets(String text) {
        int depth = 0;
        int from = text.indexOf('[');
        for (int i = from; i >= 0 && i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth = Math.max(0, depth - 1);
            } else if (c == '\n' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                // Brackets do not extend beyond a paragraph.
                depth = 0;
                i = text.indexOf('[', i) - 1;
                if (i < 0) {
                    return -1;
                }
            }
            if (c == '\n' && i + 1 < text.length() && text.charAt(i + 1) == '|') {
                // Nor beyond a row of a table.
                depth = 0;
            }
            if (depth > MOST_BRACKETS) {
                return i;
            }
        }
        return -1;
    }

    private static int containers(String text) {
        for (int start = 0; start < text.length(); start = text.indexOf('\n', start) + 1) {
            int depth = 0;
            for (int i = start; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean isMark = c == '>' || ("-+*.)".indexOf(c) >= 0 && isBlankAt(text, i + 1));
                depth += isMark ? 1 : 0;
                if (depth > MOST_CONTAINERS) {
                    return i;
                }
                if (!isMark && c != ' ' && c != '\t' && (c < '0' || c > '9')) {
                    break;
                }
            }
            if (text.indexOf('\n', start) < 0) {
                break;
            }
        }
        return -1;
    }

    private static boolean isBlankAt(String text, int i) {
        return i >= text.length() || text.charAt(i) <= ' ';
    }
}
