package org.gongkai.markup.markdown.parse;

/** Finds, before parsing, text that would need too deep a stack. */
public final class Nesting {
    private static final int MOST_CONTAINERS = 60;
    private static final int MOST_BRACKETS = 200;

    private Nesting() {}

    /** Returns the offset at which a text exceeds a limit, or -1. */
    public static int tooDeepAt(String text) {
        int brackets = brackets(text);
        return brackets >= 0 ? brackets : containers(text);
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
