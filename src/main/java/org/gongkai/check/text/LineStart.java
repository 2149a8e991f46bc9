package org.gongkai.check.text;

/** Markup at the start of a line. */
public final class LineStart {

    private LineStart() {}

    /** Returns true if a line begins a block: a heading, a list item, a table row, a quotation. */
    public static boolean opensBlock(String text) {
        int start = skipBlanks(text, 0);
        char first = CharacterClasses.at(text, start);
        char second = CharacterClasses.at(text, start + 1);
        return switch (first) {
            case '#', '|', '>', '=' -> true;
            case '-', '*', '+', '.' -> second == ' ' || second == first;
            default ->
                CharacterClasses.isDigit(first)
                        && (second == '.' || second == ')')
                        && CharacterClasses.at(text, start + 2) == ' ';
        };
    }

    /** Returns true if a line that begins a block is a Markdown or AsciiDoc heading. */
    public static boolean isHeading(String text) {
        char first = CharacterClasses.at(text, skipBlanks(text, 0));
        return first == '#' || first == '=';
    }

    /** The index after blanks, heading markers, bold markers and HTML tags. */
    public static int words(String text) {
        int at = skipBlanks(text, 0);
        char mark = CharacterClasses.at(text, at);
        if (mark == '#' || mark == '=') {
            while (CharacterClasses.at(text, at) == mark) {
                at++;
            }
            at = skipBlanks(text, at);
        }
        while (CharacterClasses.at(text, at) == '<') {
            int close = text.indexOf('>', at);
            if (close < 0) {
                return at;
            }
            at = skipBlanks(text, close + 1);
        }
        while (CharacterClasses.at(text, at) == '*' && CharacterClasses.at(text, at + 1) == '*') {
            at += 2;
        }
        return at;
    }

    public static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && CharacterClasses.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
