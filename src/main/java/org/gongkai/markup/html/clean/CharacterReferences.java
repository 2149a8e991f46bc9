package org.gongkai.markup.html.clean;

import org.gongkai.problem.ControlCharacters;

/** References such as {@code &#1;} to characters that are not allowed in a page. */
public final class CharacterReferences {
    private CharacterReferences() {}

    /** Returns the offset of the next one, or -1. */
    public static int next(String text, int from) {
        int at = text.indexOf("&#", from);
        while (at >= 0 && !ControlCharacters.is(point(text, at))) {
            at = text.indexOf("&#", at + 2);
        }
        return at;
    }

    /** Returns the offset after the reference at an offset. */
    public static int end(String text, int at) {
        int end = digits(text, at);
        while (end < text.length() && Character.digit(text.charAt(end), isHex(text, at) ? 16 : 10) >= 0) {
            end++;
        }
        return end < text.length() && text.charAt(end) == ';' ? end + 1 : end;
    }

    /** Returns a text without them. */
    public static String without(String text) {
        int at = next(text, 0);
        if (at < 0) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            clean.append(text, from, at);
            from = end(text, at);
            at = next(text, from);
        }
        return clean.append(text, from, text.length()).toString();
    }

    /** Code point of the reference; a letter if it is none, a number beyond all code points if it is too long. */
    private static int point(String text, int at) {
        int radix = isHex(text, at) ? 16 : 10;
        int from = digits(text, at);
        long point = 0;
        int i = from;
        while (i < text.length() && Character.digit(text.charAt(i), radix) >= 0) {
            point = Math.min(point * radix + Character.digit(text.charAt(i), radix), Integer.MAX_VALUE);
            i++;
        }
        return i == from ? 'x' : (int) point;
    }

    private static int digits(String text, int at) {
        return isHex(text, at) ? at + 3 : at + 2;
    }

    private static boolean isHex(String text, int at) {
        return at + 2 < text.length() && (text.charAt(at + 2) | 0x20) == 'x';
    }
}
