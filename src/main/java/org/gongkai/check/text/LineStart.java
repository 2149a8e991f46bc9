package org.gongkai.check.text;

/** The marks of markup with which a line begins. */
public final class LineStart {

    private LineStart() {}

    /** Whether a line begins a block of its own: a heading, an item of a list, a row of a table, a quotation. */
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

    /** Whether a line that begins a block is a heading of Markdown or AsciiDoc. */
    public static boolean isHeading(String text) {
        char first = CharacterClasses.at(text, skipBlanks(text, 0));
        return first == '#' || first == '=';
    }

    /** The first place after blanks and the marks of headings, bold text and HTML tags. */
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
