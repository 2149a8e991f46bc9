package org.gongkai.markup.count;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gongkai.markup.BodyPositions;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;

/**
 * The counts of a text, each replaced by a mark. A mark that an author typed is replaced, too, so that it stays what it
 * is; one that a character reference makes repeats an answer of the same body, which is safe.
 */
final class CountMarks {

    private static final char OPEN = '\ue010';
    private static final char CLOSE = '\ue011';
    /** Fills marks up; like the text that they replace, it counts as Chinese and is no part of a word. */
    private static final char FILL = '\u2fe0';

    private static final char FIRST_DIGIT = '\ue100';
    private static final int BASE = 4096;
    private static final int SHORTEST = 4;

    private final Markup original;
    private final String text;
    private final List<Count> counts;

    private CountMarks(Markup original, String text, List<Count> counts) {
        this.original = original;
        this.text = text;
        this.counts = List.copyOf(counts);
    }

    /**
     * A count.
     *
     * @param typed its text
     * @param shown the text that is shown as it is; empty if the answer is shown
     * @param line line of the file, from 1
     * @param column column, from 1
     */
    private record Count(String typed, String shown, int line, int column) {}

    /** A mark in a text, up to an offset. */
    record Mark(int index, int end) {}

    /** Replaces the counts of a text. */
    static CountMarks of(Markup markup) {
        String typed = markup.text();
        if (!CountBraces.mayOccur(typed) && typed.indexOf(OPEN) < 0) {
            return new CountMarks(markup, typed, List.of());
        }
        BodyPositions positions = markup.positions();
        List<Count> counts = new ArrayList<>();
        StringBuilder text = new StringBuilder(typed.length());
        int from = 0;
        CountBraces.Found found = CountBraces.next(typed, 0);
        int forged = typed.indexOf(OPEN);
        while ((found != null || forged >= 0) && counts.size() < BASE * BASE) {
            boolean isForged = found == null || forged >= 0 && forged < found.start();
            int start = isForged ? forged : found.start();
            int end = isForged ? forged + 1 : found.end();
            String part = typed.substring(start, end);
            String shown = isForged ? part : found.isEscaped() ? part.substring(1) : "";
            counts.add(new Count(part, shown, positions.line(start), positions.column(start)));
            text.append(typed, from, start).append(mark(counts.size() - 1, part.codePointCount(0, part.length())));
            from = end;
            found = found != null && found.start() < end ? CountBraces.next(typed, end) : found;
            forged = forged >= 0 && forged < end ? typed.indexOf(OPEN, end) : forged;
        }
        return new CountMarks(markup, text.append(typed, from, typed.length()).toString(), counts);
    }

    private static String mark(int index, int length) {
        return ""
                + OPEN
                + (char) (FIRST_DIGIT + index / BASE)
                + (char) (FIRST_DIGIT + index % BASE)
                + String.valueOf(FILL).repeat(Math.max(0, length - SHORTEST))
                + CLOSE;
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** The text with marks. */
    Markup markup() {
        return new Markup(original.path(), text, original.firstLine());
    }

    /** Returns the offset of the next character that may begin a mark; -1 if there is none. */
    static int next(String text, int from) {
        return text.indexOf(OPEN, from);
    }

    /** Returns the mark at an offset; null if there is none. */
    Mark at(String text, int offset) {
        int close = offset + SHORTEST - 1;
        while (close < text.length() && text.charAt(close) == FILL) {
            close++;
        }
        if (close >= text.length() || text.charAt(close) != CLOSE) {
            return null;
        }
        int high = text.charAt(offset + 1) - FIRST_DIGIT;
        int low = text.charAt(offset + 2) - FIRST_DIGIT;
        boolean isIndex = high >= 0 && high < BASE && low >= 0 && low < BASE;
        return isIndex && high * BASE + low < counts.size() ? new Mark(high * BASE + low, close + 1) : null;
    }

    /** What was typed. */
    String typed(Mark mark) {
        return counts.get(mark.index()).typed();
    }

    /** Asks for the answer of a count; text that is shown as it is, is its own answer. */
    LinkResolver.Target answer(Mark mark, LinkResolver links) {
        Count count = counts.get(mark.index());
        if (!count.shown().isEmpty()) {
            return new LinkResolver.Target("", count.shown());
        }
        LinkResolver.Target target =
                links.resolve(LinkResolver.Kind.COUNT, count.typed(), count.line(), count.column());
        return target.label().isEmpty() ? new LinkResolver.Target("", count.typed()) : target;
    }

    /** Returns a text with every mark replaced by what was typed. */
    String typed(String marked) {
        return replaced(marked, this::typed);
    }

    /** Returns a plain text with every mark replaced. */
    String replaced(String marked, Function<Mark, String> by) {
        int at = next(marked, 0);
        if (at < 0) {
            return marked;
        }
        StringBuilder out = new StringBuilder(marked.length());
        int from = 0;
        for (; at >= 0; at = next(marked, Math.max(from, at + 1))) {
            Mark mark = at(marked, at);
            if (mark != null) {
                out.append(marked, from, at).append(by.apply(mark));
                from = mark.end();
            }
        }
        return out.append(marked, from, marked.length()).toString();
    }

    /**
     * Finds counts in a text: two braces on each side, in one line, with a colon or one of our words between them; and those that
     * lack a brace on each side, which is a mistake.
     */
    static final class CountBraces {

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
                int end = isPair && !isOpen(text, at + 2)
                        ? end(text, at + 2, true)
                        : isMore ? -1 : end(text, at + 1, false);
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
}
