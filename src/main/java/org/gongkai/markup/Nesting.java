package org.gongkai.markup;

/** Finds, before anything is parsed, text nested so deep that a parser would need a stack or an age for it. */
final class Nesting {
    private static final int MOST_CONTAINERS = 60;
    private static final int MOST_BRACKETS = 200;
    /** The parser copies a paragraph at every mark in it, so that marks times length is what a paragraph costs. */
    private static final long DEAREST = 400_000_000L;

    private Nesting() {}

    /** Offset of the first mark too many, or -1. */
    static int tooDeepAt(String text) {
        int brackets = brackets(text);
        if (brackets >= 0) {
            return brackets;
        }
        int containers = containers(text);
        // Short texts cannot cost much.
        return containers >= 0 || text.length() < 10_000 ? containers : tooDearAt(text);
    }

    private static int tooDearAt(String text) {
        int start = 0;
        while (start < text.length()) {
            int blank = text.indexOf("\n\n", start);
            int end = blank < 0 ? text.length() : blank + 2;
            long marks = 0;
            for (int i = start; i < end; i++) {
                char c = text.charAt(i);
                marks += c < '~' && "`[]<&!\\*_".indexOf(c) >= 0 ? 1 : 0;
            }
            if (marks * (end - start) > DEAREST) {
                return start;
            }
            start = end;
        }
        return -1;
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
                // Brackets never reach beyond a paragraph.
                depth = 0;
                i = text.indexOf('[', i) - 1;
                if (i < 0) {
                    return -1;
                }
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
