package org.gongkai.check.text;

import org.gongkai.text.Characters;

/** Markup at the start of a line. */
public final class LineStart {

    /** The characters of {@link Characters#isSpace}, for classes of regular expressions. */
    public static final String BLANKS = " \t\u00a0\u3000\r\u2002\u2003";

    private LineStart() {}

    /** Returns true if a line begins a block: a heading, a list item, a table row, a quotation. */
    public static boolean opensBlock(String text) {
        int start = skipBlanks(text, 0);
        char first = Characters.at(text, start);
        char second = Characters.at(text, start + 1);
        return switch (first) {
            case '#', '|', '>', '=' -> true;
            case '-', '*', '+', '.' -> second == ' ' || second == first;
            default ->
                Characters.isDigit(first) && (second == '.' || second == ')') && Characters.at(text, start + 2) == ' ';
        };
    }

    /** Returns true if a line that begins a block is a Markdown or AsciiDoc heading. */
    public static boolean isHeading(String text) {
        char first = Characters.at(text, skipBlanks(text, 0));
        return first == '#' || first == '=';
    }

    /** The index after blanks, heading markers, bold markers and HTML tags. */
    public static int words(String text) {
        int at = skipBlanks(text, 0);
        char mark = Characters.at(text, at);
        if (mark == '#' || mark == '=') {
            at = skipBlanks(text, Characters.end(text, at, c -> c == mark));
        }
        while (Characters.at(text, at) == '<') {
            int close = text.indexOf('>', at);
            if (close < 0) {
                return at;
            }
            at = skipBlanks(text, close + 1);
        }
        while (Characters.at(text, at) == '*' && Characters.at(text, at + 1) == '*') {
            at += 2;
        }
        return at;
    }

    public static int skipBlanks(String text, int from) {
        return Characters.end(text, from, Characters::isSpace);
    }
}
