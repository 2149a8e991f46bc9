package org.gongkai.input.data;

import java.util.ArrayDeque;
import java.util.Deque;

/** Skips quoted texts and flow collections, across lines if necessary, and normalizes the colons in flow mappings. */
final class FlowNormalizer {

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
    void fold(NormalizedLine line, int from) {
        if (!isOpen()) {
            start = true;
            name = false;
        }
        int at = from;
        do {
            at = quote == 0 ? next(line, at) : quoted(line, at);
        } while (at < line.length() && isOpen());
    }

    private int quoted(NormalizedLine line, int at) {
        char c = at < line.length() ? line.at(at) : 0;
        boolean doubled = c == '\'' && quote == c && at + 1 < line.length() && line.at(at + 1) == c;
        if (doubled || c == '\\' && quote == '"') {
            return at + 2;
        }
        if (c == quote) {
            quote = 0;
            afterQuote = true;
        }
        return at + 1;
    }

    private int next(NormalizedLine line, int at) {
        if (at >= line.length()) {
            return at;
        }
        char c = line.at(at);
        if (line.isBlankAt(at)) {
            return start ? line.plainBlanks(at) : at + 1;
        }
        if (c == '#' && (at == 0 || line.isBlankAt(at - 1))) {
            return line.length();
        }
        if (start && (c == '"' || c == '\'')) {
            quote = c;
            start = false;
            return at + 1;
        }
        if (name && !start && (c == '：' || c == ':' && (afterQuote || isColon(line, at)))) {
            name = false;
            start = true;
            return c == '：' ? line.colon(at) : line.plainBlanks(at + 1);
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

    private static boolean isColon(NormalizedLine line, int at) {
        return at + 1 == line.length() || line.isBlankAt(at + 1) || ",[]{}".indexOf(line.at(at + 1)) >= 0;
    }
}
