package org.gongkai.input.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Replaces full-width brackets and commas of a flow collection that fits in one line: {@code ｛起：1，止：2｝}. What may be
 * text stays: quoted texts, numbers, brackets within a text, full-width commas beside half-width ones, in a mapping
 * those that no name follows, and in a list those between half-width brackets.
 */
final class FlowBrackets {

    private static final String OPENING = "{[｛［";
    private static final String CLOSING = "}]｝］";

    private final NormalizedLine line;
    private final Deque<Collection> open = new ArrayDeque<>();
    /** The replacements by index; applied only if the collection is complete. */
    private final Map<Integer, Character> changes = new TreeMap<>();
    /** Whether the next item or value has not begun. */
    private boolean start = true;
    /** The number of brackets that are open within a text. */
    private int inText;

    private FlowBrackets(NormalizedLine line) {
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

    /** Returns true if a character opens a collection, in either width. */
    static boolean isOpening(char c) {
        return OPENING.indexOf(c) >= 0;
    }

    /** Normalizes the collection that begins at an index. */
    static void fold(NormalizedLine line, int from) {
        if (from < line.length() && isOpening(line.at(from))) {
            new FlowBrackets(line).fold(from);
        }
    }

    private void fold(int from) {
        int at = from;
        do {
            at = next(at);
        } while (at < line.length() && !open.isEmpty());
        if (open.isEmpty()) {
            int rest = line.skipBlanks(at);
            if (rest == line.length() || line.at(rest) == '#' && rest > at) {
                changes.forEach(line::replace);
            }
        }
    }

    private int next(int at) {
        char c = line.at(at);
        if (line.isBlankAt(at)) {
            return at + 1;
        }
        if (start && (c == '"' || c == '\'')) {
            start = false;
            return quoted(at, c);
        }
        if (isOpening(c)) {
            open(at, c);
        } else if (CLOSING.indexOf(c) >= 0) {
            close(at, c);
        } else if (c == '：' || c == ':') {
            start = open.peek().mapping;
        } else if (c == '，' || c == ',') {
            comma(at, c);
        } else {
            start = false;
        }
        return at + 1;
    }

    private int quoted(int from, char quote) {
        int at = from + 1;
        while (at < line.length()) {
            boolean doubled =
                    quote == '\'' && line.at(at) == quote && at + 1 < line.length() && line.at(at + 1) == quote;
            if (line.at(at) == quote && !doubled) {
                return at + 1;
            }
            at += doubled || line.at(at) == '\\' && quote == '"' ? 2 : 1;
        }
        return at;
    }

    private void open(int at, char c) {
        if (!start) {
            inText++;
            return;
        }
        open.push(new Collection(c));
        changes.put(at, open.peek().mapping ? '{' : '[');
    }

    private void close(int at, char c) {
        if (inText > 0) {
            inText--;
            return;
        }
        boolean mapping = c == '}' || c == '｝';
        if (mapping != open.peek().mapping) {
            return;
        }
        changes.put(at, mapping ? '}' : ']');
        commas(open.pop(), at);
        start = false;
    }

    private void comma(int at, char c) {
        if (inText > 0) {
            return;
        }
        if (isInNumber(at)) {
            if (open.peek().mapping && c == ',') {
                changes.put(at, NormalizedText.COMMA);
            }
        } else if (c == ',') {
            open.peek().plainCommas = true;
            start = true;
        } else {
            open.peek().wideCommas.add(at);
            start = true;
        }
    }

    /** Thousands: up to three digits before, and exactly three after. */
    private boolean isInNumber(int at) {
        return digits(at, -1) >= 1 && digits(at, -1) <= 3 && digits(at, 1) == 3;
    }

    private int digits(int from, int step) {
        int count = 0;
        for (int i = from + step;
                i >= 0 && i < line.length() && Character.isDigit(line.at(i)) && count < 4;
                i += step) {
            count++;
        }
        return count;
    }

    private void commas(Collection closed, int end) {
        if (closed.plainCommas || !closed.mapping && !closed.wide) {
            return;
        }
        for (int i = 0; i < closed.wideCommas.size(); i++) {
            int at = closed.wideCommas.get(i);
            int to = i + 1 < closed.wideCommas.size() ? closed.wideCommas.get(i + 1) : end;
            if (!closed.mapping || hasName(at + 1, to)) {
                changes.put(at, ',');
            }
        }
    }

    private boolean hasName(int from, int to) {
        for (int i = line.skipBlanks(from); i < to; i++) {
            if (line.at(i) == '：' || line.at(i) == ':') {
                return i > line.skipBlanks(from);
            }
        }
        return false;
    }
}
