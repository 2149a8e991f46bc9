package org.gongkai.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Characters that are not allowed in a page or a feed: control characters other than tab and line feed, unpaired
 * surrogates, Unicode noncharacters, and characters that set the direction of the text after them (Unicode Standard
 * Annex 9), which can display words in another order than that of the text. Copying brings them into texts.
 */
public final class ControlCharacters {

    /** From here on, characters below the surrogates are plain: those of Chinese, with its punctuation. */
    private static final char FIRST_PLAIN = '\u3000';

    /** A notation of such a character. */
    private static final Pattern DIRECTION =
            Pattern.compile("(?i)(?:U\\+|&#x0*|\\\\u)(?:202[A-E]|206[6-9]);?|&#0*(?:823[4-8]|829[4-7]);?");

    private ControlCharacters() {}

    /** Returns true if a code point is one of them, as an unpaired surrogate is. */
    public static boolean is(int point) {
        if (point >= FIRST_PLAIN && point < Character.MIN_SURROGATE) {
            return false;
        }
        if (point < 0xA0) {
            return point < ' ' && point != '\t' && point != '\n' && point != '\r' || point >= 0x7F;
        }
        return isDirection(point)
                || point >= Character.MIN_SURROGATE
                        && (point <= Character.MAX_SURROGATE
                                || point >= 0xFDD0 && point <= 0xFDEF
                                || (point & 0xFFFE) == 0xFFFE
                                || point > Character.MAX_CODE_POINT);
    }

    private static boolean isDirection(int point) {
        return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
    }

    /** Returns true if a text contains any. */
    public static boolean in(String text) {
        return !offsets(text).isEmpty();
    }

    /** Returns the offsets of all of them. Every page passes here, so that plain characters must cost little. */
    public static List<Integer> offsets(String text) {
        char[] chars = text.toCharArray();
        List<Integer> offsets = new ArrayList<>(0);
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            boolean isPlain = c >= FIRST_PLAIN ? c < Character.MIN_SURROGATE : c >= ' ' && c < 0x7F || c == '\n';
            if (!isPlain) {
                int point = Character.codePointAt(chars, i);
                if (is(point)) {
                    offsets.add(i);
                }
                i += Character.charCount(point) - 1;
            }
        }
        return offsets;
    }

    /** Removes them from a text. */
    public static String without(String text) {
        List<Integer> offsets = offsets(text);
        if (offsets.isEmpty()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int from = 0;
        for (int at : offsets) {
            clean.append(text, from, at);
            from = at + Character.charCount(text.codePointAt(at));
        }
        return clean.append(text, from, text.length()).toString();
    }

    /** Returns the problem that characters of a text, which must contain at least one, were removed. */
    public static Problem problem(String path, int line, int column, String text) {
        List<Integer> offsets = offsets(text);
        int first = offsets.stream()
                .filter(at -> isDirection(text.codePointAt(at)))
                .findFirst()
                .orElse(offsets.get(0));
        return problem(
                path, line, column, String.format(Locale.ROOT, "U+%04X", text.codePointAt(first)), offsets.size());
    }

    /** Returns the problem that characters of a whole file, which must contain at least one, were removed. */
    public static Problem problem(String path, String text) {
        String before = text.substring(0, offsets(text).get(0));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
        return problem(path, line, column, text);
    }

    /** Returns the problem that a number of characters were removed, with the notation of the first one. */
    public static Problem problem(String path, int line, int column, String first, int count) {
        String all = count > 1 ? "，连同后面的共 " + count + " 处" : "";
        if (DIRECTION.matcher(first).matches()) {
            return Problem.error(
                    "E417",
                    path,
                    line,
                    column,
                    "这里有改变文字方向的控制字符（" + first + "）" + all + "，读者看到的字的先后会和写的不一样",
                    "请删去这个字符，重新输入它两边的字");
        }
        return Problem.warning("W416", path, line, column, "这里有看不见的控制字符（" + first + "），已去掉" + all, "请删去这个字符，重新输入它两边的字");
    }
}
