package org.gongkai.problem;

import java.util.Locale;

/**
 * Characters that no page may hold and no feed can: controls but tab and line end, halves of surrogate pairs, and
 * what Unicode calls no characters. Nobody types them; they come along when text is copied.
 */
public final class ControlCharacters {

    private ControlCharacters() {}

    /** Whether a code point is one of them; half of a pair, given by itself, is. */
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

    /** Whether a text holds any: quicker than asking where. */
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

    /** Offset of the first one from here on, or -1. */
    public static int next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPlain = c >= ' ' && c < 0x7F || c >= 0xA0 && c < Character.MIN_SURROGATE || c == '\n';
            if (!isPlain && is(text.codePointAt(i))) {
                return i;
            }
            // The second half of a pair is no half.
            i += !isPlain && Character.isSupplementaryCodePoint(text.codePointAt(i)) ? 1 : 0;
        }
        return -1;
    }

    /** The text without them. */
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

    /** Tells that those of a text, of which there must be one, were left out; the text is told by its place. */
    public static Problem problem(String path, int line, int column, String text) {
        int first = next(text, 0);
        int count = 0;
        for (int at = first; at >= 0; at = next(text, at + Character.charCount(text.codePointAt(at)))) {
            count++;
        }
        return problem(path, line, column, String.format(Locale.ROOT, "U+%04X", text.codePointAt(first)), count);
    }

    /** Tells that those of a whole file, of which there must be one, were left out. */
    public static Problem problem(String path, String text) {
        String before = text.substring(0, next(text, 0));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
        return problem(path, line, column, text);
    }

    /** Tells that some were left out, of which the first one is written so. */
    public static Problem problem(String path, int line, int column, String first, int count) {
        String all = count > 1 ? "，连同后面的共 " + count + " 处" : "";
        return Problem.warning("W416", path, line, column, "这里有看不见的控制字符（" + first + "），已去掉" + all, "请删去这个字符，重新输入它两边的字");
    }
}
