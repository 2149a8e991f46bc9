package org.gongkai.markup.markdown.parse;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.text.Characters;

/**
 * Finds the ends of code spans and raw HTML in inline text (CommonMark 0.31.2 §6.1 and §6.6). The library searches for
 * each of them to the end of the text and with patterns that recurse once for each attribute; here failed searches are
 * remembered, so that the cost is linear.
 */
final class InlineSyntax {
    private final BasedSequence text;
    /** Start of the last run of backticks of each length; {@code null} until needed. */
    private Map<Integer, Integer> lastTicks;
    /** For each delimiter the least offset after which it is known not to occur. */
    private final Map<String, Integer> missing = new HashMap<>();

    InlineSyntax(BasedSequence text) {
        this.text = text;
    }

    BasedSequence text() {
        return text;
    }

    /** Returns the offset after the run of backticks at an offset. */
    int ticks(int from) {
        return Characters.end(text, from, c -> c == '`');
    }

    /**
     * Returns the start of the run of backticks that closes a code span whose content begins here; -1 if there is none.
     */
    int closingTicks(int from, int length) {
        if (lastTicks == null) {
            lastTicks = new HashMap<>();
            for (int at = nextTicks(0); at >= 0; at = nextTicks(ticks(at))) {
                lastTicks.put(ticks(at) - at, at);
            }
        }
        if (lastTicks.getOrDefault(length, -1) < from) {
            return -1;
        }
        int at = nextTicks(from);
        while (at >= 0 && ticks(at) - at != length) {
            at = nextTicks(ticks(at));
        }
        return at;
    }

    private int nextTicks(int from) {
        return text.indexOf('`', from);
    }

    /**
     * Returns the offset after the comment, tag, instruction, declaration or CDATA section at an offset; -1 if there is
     * none.
     */
    int html(int from) {
        char next = at(from + 1);
        if (next == '!') {
            if (at(from + 2) == '-' && at(from + 3) == '-') {
                // From 0.31 on a comment ends as in HTML: at once, or at the first {@code -->}.
                return behind("-->", from + 2);
            }
            if (isLetter(at(from + 2))) {
                return behind(">", from + 3);
            }
            return text.matchChars("[CDATA[", from + 2) ? behind("]]>", from + 9) : -1;
        }
        if (next == '?') {
            return behind("?>", from + 2);
        }
        int name = next == '/' ? from + 2 : from + 1;
        if (!isLetter(at(name))) {
            return -1;
        }
        int end = name;
        while (isLetter(at(end)) || isDigit(at(end)) || at(end) == '-') {
            end++;
        }
        if (next == '/') {
            end = blanks(end);
            return at(end) == '>' ? end + 1 : -1;
        }
        return tagEnd(end);
    }

    private int tagEnd(int attributes) {
        int at = attributes;
        while (true) {
            int word = blanks(at);
            if (word == at || !isNameStart(at(word))) {
                break;
            }
            at = attribute(word);
            if (at < 0) {
                return -1;
            }
        }
        at = blanks(at);
        at += at(at) == '/' ? 1 : 0;
        return at(at) == '>' ? at + 1 : -1;
    }

    private int attribute(int from) {
        int at = from;
        while (isNameStart(at(at)) || isDigit(at(at)) || at(at) == '.' || at(at) == '-') {
            at++;
        }
        int sign = blanks(at);
        if (at(sign) != '=') {
            return at;
        }
        int value = blanks(sign + 1);
        char quote = at(value);
        if (quote == '"' || quote == '\'') {
            return behind(String.valueOf(quote), value + 1);
        }
        int end = value;
        while (end < text.length() && at(end) > ' ' && "\"'=<>`".indexOf(at(end)) < 0) {
            end++;
        }
        return end > value ? end : -1;
    }

    private int behind(String end, int from) {
        if (missing.getOrDefault(end, Integer.MAX_VALUE) <= from) {
            return -1;
        }
        int found = text.indexOf(end, from);
        if (found < 0) {
            missing.merge(end, from, Math::min);
            return -1;
        }
        return found + end.length();
    }

    private int blanks(int from) {
        return Characters.end(text, from, c -> c == ' ' || c == '\t' || c == '\n');
    }

    private char at(int index) {
        return index < text.length() ? text.charAt(index) : 0;
    }

    private static boolean isNameStart(char c) {
        return isLetter(c) || c == '_' || c == ':';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
