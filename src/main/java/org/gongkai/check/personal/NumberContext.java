package org.gongkai.check.personal;

import java.util.regex.Pattern;

/**
 * Decides by its context whether a number can be a telephone number: sizes, sums and numbers in programs have as many
 * digits. Only definite evidence counts, so that no personal number is missed.
 */
final class NumberContext {

    /** Maximum distance of what stands before a number and tells what it is. */
    private static final int NEAR = 60;

    /** Maximum distance of an announcement before a number. */
    private static final int ANNOUNCED = 20;

    private static final String QUOTES = "\"'`“‘ \t";

    /** A unit; 元旦 may follow the number of a person on duty. */
    private static final Pattern UNIT =
            Pattern.compile("[ \t\u00a0\u3000]*+(?!元旦|元宵|元月|秒针)(?:字节|万?元|亿|[毫微纳]?秒|吨|千瓦|[立平]方米|公里|公斤"
                    + "|(?:bytes?|[KMGT]B|[mnu]s|Hz)(?![a-zA-Z0-9)\\]_]))");

    private static final Pattern SUMMAND = Pattern.compile("[+*][0-9０-９]");

    /**
     * What precedes an operand in a program: {@code a < 1.., a := 1..}. An HTML tag also ends in {@code >}, and a
     * Markdown quotation begins with it.
     */
    private static final Pattern OPERATOR =
            Pattern.compile("[a-zA-Z0-9)\\]_](?:[ \t]*+[:<>]=|[ \t]++[<>](?= ))[Q]*+$".replace("Q", QUOTES));

    /**
     * What precedes a number that is assigned to a name: {@code 内存=, "size":, 容量为}. The last word of usedMemory is
     * Memory.
     */
    private static final Pattern NAME = Pattern.compile(("(?:内存|存储|缓存|容量|大小|字节|长度|流量|总量|数量|金额|余额|合计|总计|总额|总数|时间戳|偏移|带宽"
                    + "|频率|阈值|上限|下限|计数|种子)(?:[Q=”’]*S)?[Q]*+$"
                    + "|(?:(?<![a-zA-Z])|(?=[A-Z][a-z]))(?i:mem|memory|heap|rss|swap|cache|size|bytes?|len|length|total|used"
                    + "|free|max|min|count|sum|capacity|quota|timestamp|time|ts|nanos|millis|offset|limit|rows|seed|rate|hz)"
                    + "(?:[Q=”’]*?S[Q]*+|[Q]++)$")
            .replace("S", "[=:：为是约达]")
            .replace("Q", QUOTES));

    private static final Pattern TELEPHONE = Pattern.compile("(?i)电话|手机|联系|号码|热线|微信|值班|tel|phone|mobile|call");
    private static final Pattern ALONE_BEFORE = Pattern.compile("(?:^|[|,;，；])[ \t\u3000]*+$");
    private static final Pattern ALONE_BEHIND = Pattern.compile("[ \t\u00a0\u3000]*+(?:$|[\\r\\n|,;，；])");

    private NumberContext() {}

    /**
     * Returns true if a number is definitely a quantity, judging by its unit, the name that it is assigned to, or
     * arithmetic.
     */
    static boolean isQuantity(String text, int start, int end) {
        String before = before(text, start, NEAR);
        return isAt(UNIT, text, end)
                || isAt(SUMMAND, text, end)
                || OPERATOR.matcher(before).find()
                || NAME.matcher(before).find();
    }

    /** Returns true if a telephone is mentioned before a number, or the number is alone in its line or cell. */
    static boolean isAnnounced(String text, int start, int end) {
        boolean isAlone = ALONE_BEFORE.matcher(before(text, start, NEAR)).find() && isAt(ALONE_BEHIND, text, end);
        return isAlone || TELEPHONE.matcher(before(text, start, ANNOUNCED)).find();
    }

    /** Returns what precedes a number in its line. */
    private static String before(String text, int start, int reach) {
        int line = text.lastIndexOf('\n', start - 1) + 1;
        return text.substring(Math.max(line, start - reach), start);
    }

    private static boolean isAt(Pattern pattern, String text, int at) {
        return pattern.matcher(text).region(at, text.length()).lookingAt();
    }
}
