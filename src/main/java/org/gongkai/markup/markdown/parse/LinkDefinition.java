package org.gongkai.markup.markdown.parse;

/**
 * A link reference definition as in CommonMark 0.31.2 §4.7, by offsets in the text that contains it. Anything that
 * deviates from that form, such as {@code [附件]: 名单 一份}, is text.
 *
 * @param labelEnd after the closing bracket of the label
 * @param titleFrom start of its title; equal to {@code titleTo} when it has none
 * @param end after its last line
 */
record LinkDefinition(int labelEnd, int from, int to, int titleFrom, int titleTo, int end) {
    private static final int LONGEST_LABEL = 999;

    /** Returns the definition at an offset, after at most three spaces; {@code null} if there is none. */
    static LinkDefinition at(CharSequence text, int offset) {
        int start = offset;
        while (start < text.length() && start - offset < 3 && text.charAt(start) == ' ') {
            start++;
        }
        int label = label(text, start);
        if (label < 0 || label >= text.length() || text.charAt(label) != ':') {
            return null;
        }
        int from = LinkSyntax.blanks(text, label + 1);
        int to = LinkSyntax.destination(text, from);
        if (to <= from) {
            return null;
        }
        int titleFrom = LinkSyntax.blanks(text, to);
        int titleTo = titleFrom > to ? LinkSyntax.title(text, titleFrom) : -1;
        int end = titleTo < 0 ? -1 : lineEnd(text, titleTo);
        if (end >= 0) {
            return new LinkDefinition(label, from, to, titleFrom, titleTo, end);
        }
        end = lineEnd(text, to);
        return end < 0 ? null : new LinkDefinition(label, from, to, to, to, end);
    }

    private static int label(CharSequence text, int from) {
        if (from >= text.length() || text.charAt(from) != '[') {
            return -1;
        }
        boolean isBlank = true;
        for (int i = from + 1; i < text.length() && i - from <= LONGEST_LABEL; i++) {
            char c = text.charAt(i);
            if (c == ']') {
                return isBlank ? -1 : i + 1;
            }
            if (c == '[') {
                return -1;
            }
            isBlank &= c <= ' ';
            i += c == '\\' ? 1 : 0;
        }
        return -1;
    }

    /** Returns the offset after the end of the line if only white space precedes it, otherwise -1. */
    private static int lineEnd(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at == text.length() ? at : text.charAt(at) == '\n' ? at + 1 : -1;
    }
}
