package org.gongkai.problem;

import java.util.Locale;

/**
 * Characters that are not allowed in a page or a feed: control characters other than tab and line feed, unpaired
 * surrogates, and Unicode noncharacters. They get into texts by copying.
 */
public final class ControlCharacters {

    private ControlCharacters() {}

    /** Returns true if a code point is one of them; an unpaired surrogate is. */
    public static boolean is(int point) {
        if (point < 0xA0) {
            return point < ' ' && point != '\t' && point != '\n' && point != '\r' || point >= 0x7F;
        }
        return point >= Character.MIN_SURROGATE
                && (point <= Character.MAX_SURROGATE
                        || point >= 0xFDD0 && point <= 0xFDEF
                        || (point & 0xFFFE) == 0xFFFE
                        || point > Character.MAX_CODE_POINT);
    }

    /** Returns true if a text contains any; faster than {@link #next}. */
    public static boolean in(String text) {
        for (char c : text.toCharArray()) {
            boolean isOdd = c < 0xA0
                    ? c < ' ' ? c != '\n' && c != '\t' && c != '\r' : c >= 0x7F
                    : c >= Character.MIN_SURROGATE
                            && (c <= Character.MAX_SURROGATE || c >= 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF));
            if (isOdd) {
                return next(text, 0) >= 0;
            }
        }
        return false;
    }

    /** The offset of the first one from an offset on, or -1. */
    public static int next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPlain = c >= ' ' && c < 0x7F || c >= 0xA0 && c < Character.MIN_SURROGATE || c == '\n';
            if (!isPlain && is(text.codePointAt(i))) {
                return i;
            }
            // The low surrogate of a pair is allowed.
            i += !isPlain && Character.isSupplementaryCodePoint(text.codePointAt(i)) ? 1 : 0;
        }
        return -1;
    }

    /** Removes them from a text. */
    public static String without(String text) {
        int at = next(text, 0);
        if (at < 0) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            clean.append(text, from, at);
            from = at + Character.charCount(text.codePointAt(at));
            at = next(text, from);
        }
        return clean.append(text, from, text.length()).toString();
    }

    /** Returns the problem that characters of a text, which must contain at least one, were removed. */
    public static Problem problem(String path, int line, int column, String text) {
        int first = next(text, 0);
        int count = 0;
        for (int at = first; at >= 0; at = next(text, at + Character.charCount(text.codePointAt(at)))) {
            count++;
        }
        return problem(path, line, column, String.format(Locale.ROOT, "U+%04X", text.codePointAt(first)), count);
    }

    /** Returns the problem that characters of a whole file, which must contain at least one, were removed. */
    public static Problem problem(String path, String text) {
        String before = text.substring(0, next(text, 0));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
        return problem(path, line, column, text);
    }

    /** Returns the problem that a number of characters were removed, with the notation of the first one. */
    public static Problem problem(String path, int line, int column, String first, int count) {
        String all = count > 1 ? "，连同后面的共 " + count + " 处" : "";
        return Problem.warning("W416", path, line, column, "这里有看不见的控制字符（" + first + "），已去掉" + all, "请删去这个字符，重新输入它两边的字");
    }
}
