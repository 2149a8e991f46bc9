package org.gongkai.markup.count;

import java.util.List;

/**
 * Finds counts in a text: two braces on each side, in one line, with a colon or one of our words between them; and those that
 * lack a brace on each side, which is a mistake.
 */
final class CountBraces {

    /** Words that are meant as a count even if what follows them is not right. */
    private static final List<String> WORDS = List.of("计数", "合计");
    /** Longer texts between braces are something else. */
    private static final int LONGEST = 300;

    private CountBraces() {}

    /**
     * A count.
     *
     * @param start offset of its first character, or of the backslash before it
     * @param end offset after its last character
     * @param isEscaped whether a backslash before it says that it is text
     */
    record Found(int start, int end, boolean isEscaped) {}

    static boolean mayOccur(String text) {
        return text.indexOf('{') >= 0 || text.indexOf('｛') >= 0;
    }

    /** Returns the next count at or after an offset; null if there is none. */
    static Found next(String text, int from) {
        for (int at = brace(text, from); at >= 0; at = brace(text, at + 1)) {
            boolean isPair = isOpen(text, at + 1);
            boolean isMore = isPair && isOpen(text, at + 2) || at > from && isOpen(text, at - 1);
            int end =
                    isPair && !isOpen(text, at + 2) ? end(text, at + 2, true) : isMore ? -1 : end(text, at + 1, false);
            if (end >= 0) {
                int backslash = at;
                while (backslash > from && text.charAt(backslash - 1) == '\\') {
                    backslash--;
                }
                boolean isEscaped = (at - backslash) % 2 == 1;
                return new Found(isEscaped ? at - 1 : at, end, isEscaped);
            }
        }
        return null;
    }

    private static int brace(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (isOpen(text, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isOpen(String text, int at) {
        return at < text.length() && (text.charAt(at) == '{' || text.charAt(at) == '｛');
    }

    private static boolean isClose(String text, int at) {
        return at < text.length() && (text.charAt(at) == '}' || text.charAt(at) == '｝');
    }

    /** Returns the end of a count whose content begins at an offset, behind two braces or one; -1 if it is none. */
    private static int end(String text, int from, boolean isPair) {
        boolean hasColon = false;
        int limit = Math.min(text.length(), from + LONGEST);
        int at = from;
        for (; at < limit && text.charAt(at) != '\n' && !isOpen(text, at) && !isClose(text, at); at++) {
            hasColon |= text.charAt(at) == ':' || text.charAt(at) == '：';
        }
        int word = from;
        while (word < at && Character.isWhitespace(text.charAt(word))) {
            word++;
        }
        int start = word;
        boolean isOurs = WORDS.stream().anyMatch(ours -> text.startsWith(ours, start));
        if (!isPair) {
            return isOurs && hasColon && isClose(text, at) ? at + 1 : -1;
        }
        if (isClose(text, at) && isClose(text, at + 1)) {
            return hasColon || isOurs ? at + 2 : -1;
        }
        // Without its end, the word alone is reported.
        return isOurs ? word + WORDS.get(0).length() : -1;
    }
}
