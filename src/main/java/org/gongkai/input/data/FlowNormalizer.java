package org.gongkai.input.data;

import java.util.ArrayDeque;
import java.util.Deque;

/** Goes past quoted texts and past lists and groups in brackets, over lines if need be, and mends the colons of groups. */
final class FlowNormalizer {

    private final Deque<Character> brackets = new ArrayDeque<>();
    private char quote;
    /** Whether nothing of the next text has been seen. */
    private boolean start;
    /** Whether a quoted text has just ended. */
    private boolean afterQuote;
    /** Whether a name of a group is under way or due. */
    private boolean name;

    /** Whether the next line goes on with what this one has begun. */
    boolean isOpen() {
        return quote != 0 || !brackets.isEmpty();
    }

    /** Reads a line from an index on, up to the end of the value that begins there. */
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
            // A colon with nothing behind it belongs to the text, and so does what comes after.
            name &= c != ':';
            start = false;
        }
    }

    private static boolean isColon(NormalizedLine line, int at) {
        return at + 1 == line.length() || line.isBlankAt(at + 1) || ",[]{}".indexOf(line.at(at + 1)) >= 0;
    }
}
