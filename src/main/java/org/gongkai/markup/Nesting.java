package org.gongkai.markup;

/** Finds, before anything is parsed, text nested so deep that a parser would need a stack or an age for it. */
final class Nesting {
    private static final int MOST_CONTAINERS = 60;
    private static final int MOST_BRACKETS = 500;

    private Nesting() {}

    /** Offset of the first mark too many, or -1. */
    static int tooDeepAt(String text) {
        int containers = 0;
        int brackets = 0;
        boolean atStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '~') {
                atStart = false;
                continue;
            }
            if (c == '\n') {
                atStart = true;
                containers = 0;
                // Brackets never reach beyond a paragraph.
                brackets = i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 0 : brackets;
            } else if (c == '[') {
                brackets++;
                atStart = false;
            } else if (c == ']') {
                brackets = Math.max(0, brackets - 1);
                atStart = false;
            } else if (atStart) {
                boolean isMark = c == '>'
                        || ((c == '-' || c == '+' || c == '*') && isBlankAt(text, i + 1))
                        || ((c == '.' || c == ')') && isBlankAt(text, i + 1));
                containers += isMark ? 1 : 0;
                atStart = isMark || c == ' ' || c == '\t' || (c >= '0' && c <= '9');
            }
            if (containers > MOST_CONTAINERS || brackets > MOST_BRACKETS) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isBlankAt(String text, int i) {
        return i >= text.length() || text.charAt(i) <= ' ';
    }
}
