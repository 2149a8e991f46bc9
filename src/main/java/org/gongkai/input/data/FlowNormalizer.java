package org.gongkai.input.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.text.Characters;

/** Skips quoted texts and flow collections, across lines if necessary, and normalizes the marks in them. */
final class FlowNormalizer {

    private static final String OPENING = "{[｛［";
    private static final String CLOSING = "}]｝］";

    private final Deque<Character> brackets = new ArrayDeque<>();
    private char quote;
    /** Whether the next text has not begun. */
    private boolean start;
    /** Whether the previous character ended a quoted text. */
    private boolean afterQuote;
    /** Whether a key of a mapping is in progress or expected. */
    private boolean name;

    /** Returns true if the value continues on the next line. */
    boolean isOpen() {
        return quote != 0 || !brackets.isEmpty();
    }

    /** Normalizes a line from an index to the end of the value that begins there. */
    void fold(StringBuilder line, int from) {
        if (!isOpen()) {
            start = true;
            name = false;
            if (from < line.length() && OPENING.indexOf(line.charAt(from)) >= 0) {
                new WideMarks(line).replace(from);
            }
        }
        int at = from;
        do {
            at = quote == 0 ? next(line, at) : behindQuoted(line, at);
        } while (at < line.length() && isOpen());
    }

    private int behindQuoted(StringBuilder line, int from) {
        int end = quotedEnd(line, from, quote);
        afterQuote |= end >= 0;
        quote = end < 0 ? quote : 0;
        return end < 0 ? line.length() : end;
    }

    /** Returns the index after the mark that ends a quoted text, or -1 if the text continues on the next line. */
    private static int quotedEnd(StringBuilder line, int from, char quote) {
        for (int at = from; at < line.length(); at++) {
            char c = line.charAt(at);
            boolean doubled = c == '\'' && quote == c && at + 1 < line.length() && line.charAt(at + 1) == c;
            if (doubled || c == '\\' && quote == '"') {
                at++;
            } else if (c == quote) {
                return at + 1;
            }
        }
        return -1;
    }

    private int next(StringBuilder line, int at) {
        if (at >= line.length()) {
            return at;
        }
        char c = line.charAt(at);
        if (Characters.isIndent(c)) {
            return start ? NormalizedYaml.plainBlanks(line, at) : at + 1;
        }
        if (c == '#' && (at == 0 || Characters.isIndent(line.charAt(at - 1)))) {
            return line.length();
        }
        if (start && (c == '"' || c == '\'')) {
            quote = c;
            start = false;
            return at + 1;
        }
        boolean isColon = c == ':'
                && (afterQuote || NormalizedYaml.isBlankBehind(line, at) || ",[]{}".indexOf(line.charAt(at + 1)) >= 0);
        if (name && !start && (c == '：' || isColon)) {
            name = false;
            start = true;
            return c == '：' ? NormalizedYaml.plainColon(line, at) : NormalizedYaml.plainBlanks(line, at + 1);
        }
        afterQuote = false;
        bracket(c);
        return at + 1;
    }

    private void bracket(char c) {
        if (start && (c == '[' || c == '{')) {
            brackets.push(c);
            name = c == '{';
        } else if (!brackets.isEmpty() && (c == ']' || c == '}')) {
            brackets.pop();
            start = false;
            name = false;
        } else if (!brackets.isEmpty() && c == ',') {
            start = true;
            name = brackets.peek() == '{';
        } else {
            // A colon without a space after it is part of the text.
            name &= c != ':';
            start = false;
        }
    }

    /**
     * Replaces full-width brackets and commas of a flow collection that fits in one line: {@code ｛起：1，止：2｝}. What may
     * be text stays: quoted texts, numbers, brackets within a text, full-width commas beside half-width ones, in a
     * mapping those that no name follows, and in a list those between half-width brackets.
     */
    private static final class WideMarks {

        private final StringBuilder line;
        private final Deque<Collection> open = new ArrayDeque<>();
        /** The replacements by index; applied only if the collection is complete. */
        private final Map<Integer, Character> changes = new TreeMap<>();
        /** Whether the next item or value has not begun. */
        private boolean start = true;
        /** The number of brackets that are open within a text. */
        private int inText;

        WideMarks(StringBuilder line) {
            this.line = line;
        }

        /** A collection that is not closed yet. */
        private static final class Collection {
            private final boolean mapping;
            private final boolean wide;
            private final List<Integer> wideCommas = new ArrayList<>();
            private boolean plainCommas;

            Collection(char bracket) {
                this.mapping = bracket == '{' || bracket == '｛';
                this.wide = bracket == '｛' || bracket == '［';
            }
        }

        void replace(int from) {
            int at = from;
            do {
                at = next(at);
            } while (at < line.length() && !open.isEmpty());
            int rest = NormalizedYaml.skipBlanks(line, Math.min(at, line.length()));
            if (open.isEmpty() && (rest == line.length() || line.charAt(rest) == '#' && rest > at)) {
                changes.forEach(line::setCharAt);
            }
        }

        /** Examines the character at an index; returns the index after it or the quoted text that it begins. */
        private int next(int at) {
            char c = line.charAt(at);
            if (start && (c == '"' || c == '\'')) {
                start = false;
                int end = quotedEnd(line, at + 1, c);
                return end < 0 ? line.length() : end;
            }
            if (OPENING.indexOf(c) >= 0) {
                open(at, c);
            } else if (CLOSING.indexOf(c) >= 0) {
                close(at, c == '}' || c == '｝');
            } else if (c == '：' || c == ':') {
                start = open.peek().mapping;
            } else if (c == '，' || c == ',') {
                comma(at, c);
            } else {
                start &= Characters.isIndent(c);
            }
            return at + 1;
        }

        private void open(int at, char c) {
            if (!start) {
                inText++;
                return;
            }
            open.push(new Collection(c));
            changes.put(at, open.peek().mapping ? '{' : '[');
        }

        private void close(int at, boolean mapping) {
            if (inText > 0) {
                inText--;
            } else if (mapping == open.peek().mapping) {
                changes.put(at, mapping ? '}' : ']');
                commas(open.pop(), at);
                start = false;
            }
        }

        private void comma(int at, char c) {
            if (inText > 0) {
                return;
            }
            if (isInNumber(at)) {
                if (open.peek().mapping && c == ',') {
                    changes.put(at, NormalizedText.COMMA);
                }
                return;
            }
            start = true;
            open.peek().plainCommas |= c == ',';
            if (c == '，') {
                open.peek().wideCommas.add(at);
            }
        }

        /** Thousands: up to three digits before, and exactly three after. */
        private boolean isInNumber(int at) {
            int before = at - Characters.start(line, at, Character::isDigit);
            int after = Characters.end(line, at + 1, Character::isDigit) - at - 1;
            return before >= 1 && before <= 3 && after == 3;
        }

        private void commas(Collection closed, int end) {
            if (closed.plainCommas || !closed.mapping && !closed.wide) {
                return;
            }
            for (int i = 0; i < closed.wideCommas.size(); i++) {
                int at = closed.wideCommas.get(i);
                int to = i + 1 < closed.wideCommas.size() ? closed.wideCommas.get(i + 1) : end;
                int name = NormalizedYaml.skipBlanks(line, at + 1);
                int colon = Characters.end(line, name, c -> c != '：' && c != ':');
                if (!closed.mapping || colon > name && colon < to) {
                    changes.put(at, ',');
                }
            }
        }
    }
}
