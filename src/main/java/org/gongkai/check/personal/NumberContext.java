package org.gongkai.check.personal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gongkai.text.Characters;
import org.gongkai.text.FullWidth;

/**
 * Decides by its context whether a number can be a telephone number: sizes, sums and numbers in programs have as many
 * digits. Only definite evidence counts, so that no personal number is missed.
 */
final class NumberContext {

    private static final Set<String> HAN_KEYS = Set.of(
            "内存", "存储", "缓存", "容量", "大小", "字节", "长度", "流量", "总量", "数量", "金额", "余额", "合计", "总计", "总额", "总数", "时间戳", "偏移",
            "带宽", "频率", "阈值", "上限", "下限", "计数", "种子");

    private static final Set<String> LATIN_KEYS =
            Set.of(("mem memory heap rss swap cache size byte bytes len length total used free max min count"
                            + " sum capacity quota timestamp time ts nanos millis offset limit rows seed rate hz")
                    .split(" "));

    private static final List<String> UNITS = List.of(
            "字节", "元", "万元", "亿", "毫秒", "微秒", "纳秒", "秒", "吨", "千瓦", "立方米", "平方米", "公里", "公斤", "bytes", "byte", "KB",
            "MB", "GB", "TB", "ms", "ns", "us", "Hz");

    /** Words that begin like a unit: 元旦 may follow the number of a person on duty. */
    private static final List<String> NO_UNITS = List.of("元旦", "元宵", "元月", "秒针");

    private static final List<String> TELEPHONES =
            List.of("电话", "手机", "联系", "号码", "热线", "微信", "值班", "tel", "phone", "mobile", "call");

    /** Maximum distance of an announcement before a number. */
    private static final int NEAR = 20;

    private static final String QUOTES = "\"'`“‘ \t";

    private NumberContext() {}

    /**
     * Returns true if a number is definitely a quantity, judging by its unit, the name that it is assigned to, or
     * arithmetic.
     */
    static boolean isQuantity(String text, int start, int end) {
        return hasUnit(text, end) || isOperand(text, start, end) || isNamed(text, start);
    }

    /** Returns true if a telephone is mentioned before a number, or the number is alone in its line or cell. */
    static boolean isAnnounced(String text, int start, int end) {
        String before = text.substring(Math.max(lineStart(text, start), start - NEAR), start)
                .toLowerCase(Locale.ROOT);
        int left = skipBack(text, start, " \t\u3000");
        int right = skip(text, end);
        boolean alone = (left == 0 || "\n|,;，；".indexOf(text.charAt(left - 1)) >= 0)
                && (right == text.length() || "\r\n|,;，；".indexOf(text.charAt(right)) >= 0);
        return alone || TELEPHONES.stream().anyMatch(before::contains);
    }

    private static boolean hasUnit(String text, int end) {
        int at = skip(text, end);
        if (NO_UNITS.stream().anyMatch(word -> text.startsWith(word, at))) {
            return false;
        }
        return UNITS.stream()
                .anyMatch(unit -> text.startsWith(unit, at)
                        && (unit.charAt(0) > 'z'
                                || !isWord(text, at + unit.length())
                                || at + unit.length() == text.length()));
    }

    /** Returns true for an operand in a program: {@code a < 1.., a := 1.., 1..+1}. */
    private static boolean isOperand(String text, int start, int end) {
        if (end + 1 < text.length() && "+*".indexOf(text.charAt(end)) >= 0 && FullWidth.isDigit(text.charAt(end + 1))) {
            return true;
        }
        int operator = skipBack(text, start, QUOTES);
        if (operator == 0) {
            return false;
        }
        char last = text.charAt(operator - 1);
        boolean assigns = text.startsWith(":=", operator - 2);
        boolean compares = text.startsWith(">=", operator - 2)
                || text.startsWith("<=", operator - 2)
                || (last == '<' || last == '>') && operator < start && text.charAt(operator) == ' ';
        int operand = skipBack(text, operator - (last == '=' ? 2 : 1), " \t");
        // An HTML tag also ends in {@code >}, and a Markdown quotation begins with it.
        boolean spaced = operand > 0 && (last == '=' || operand < operator - 1);
        return (assigns || compares) && spaced && isWord(text, operand - 1);
    }

    /** Returns true if the number is assigned to a name: {@code 内存=, "size":, 容量为}. */
    private static boolean isNamed(String text, int start) {
        int at = skipBack(text, start, QUOTES);
        if (at > 0 && "=:：为是约达".indexOf(text.charAt(at - 1)) >= 0) {
            at = skipBack(text, at - 1, QUOTES + "=”’");
        }
        int key = at;
        for (int length = 2; length <= 3 && length <= key; length++) {
            if (HAN_KEYS.contains(text.substring(key - length, key))) {
                return true;
            }
        }
        int word = key;
        while (word > 0 && Character.isLetter(text.charAt(word - 1)) && text.charAt(word - 1) <= 'z') {
            word--;
            // The last word of usedMemory is Memory.
            if (Character.isUpperCase(text.charAt(word))
                    && word + 1 < key
                    && Character.isLowerCase(text.charAt(word + 1))) {
                break;
            }
        }
        return word < key
                && at < start
                && LATIN_KEYS.contains(text.substring(word, key).toLowerCase(Locale.ROOT));
    }

    private static int skip(String text, int from) {
        return Characters.end(text, from, Characters::isIndent);
    }

    private static int skipBack(String text, int end, String what) {
        return Characters.start(text, Math.max(0, end), c -> what.indexOf(c) >= 0);
    }

    private static boolean isWord(String text, int at) {
        char c = at >= 0 && at < text.length() ? text.charAt(at) : ' ';
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || ")]_".indexOf(c) >= 0;
    }

    private static int lineStart(String text, int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }
}
