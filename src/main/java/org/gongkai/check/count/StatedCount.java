package org.gongkai.check.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.text.ChineseNumeral;

/**
 * A number of meetings that a sentence states as a fact, such as 召开支委会12次.
 *
 * @param kind the kind of their records
 * @param number the number
 * @param offset where the statement begins in its line
 * @param text the statement
 * @param before what stands before it in its sentence
 */
record StatedCount(String kind, int number, int offset, String text, String before) {

    /** The kinds of what is stated. */
    static final List<String> KINDS = List.of("党员大会", "支委会", "党小组会", "党课", "主题党日");

    private static final String NUMBER = "\\s{0,2}(\\d{1,3}|[两" + ChineseNumeral.TO_TEN + "]{1,3})\\s{0,2}";
    private static final String MEETING =
            "((?:支部)?党员大会|支委会议?|支部委员会(?:会议)?|党小组会议?|(?:支部)?主题党日(?:活动)?)" + NUMBER + "次(?!以上|左右)";
    private static final Pattern HELD = Pattern.compile("(?:召开|开展|组织|举行|举办)了?" + MEETING);
    private static final Pattern TAUGHT = Pattern.compile("(?:讲|讲授|上|举办|开展|组织)了?(党课)" + NUMBER + "[次堂节场](?!以上|左右)");
    /** The next item of an enumeration that began with such a statement. */
    private static final Pattern NEXT = Pattern.compile("[、，,]\\s{0,2}" + MEETING);

    /** What a sentence counts whose beginning contains one of these is not everything, or has not happened. */
    private static final Pattern LIMITED =
            Pattern.compile("计划|规划|要求|规定|拟|应|须|需|至少|不少于|每|将|争取|力争|确保|原则上|其中|平均|要[召开坚]|上年|去年|同期|往年" + "|同比|明年|下一年|[\\d"
                    + ChineseNumeral.TO_TEN
                    + "]月|季度|党小组(?!会)|各党?支部|兄弟支部|书记|委员(?!会)|带头|带队|领导|班子|联合|共建|邀请|外出|专题|列席|参加|旁听|其他|另|未");

    private static final String END_OF_SENTENCE = "。；！？;!?";

    /**
     * Returns the statements of a line.
     *
     * @param half 上半年 or 下半年 if the text is about that half; a sentence that names another part of the year is left
     *     out
     */
    static List<StatedCount> in(String line, String half) {
        List<StatedCount> stated = new ArrayList<>();
        // Most lines have neither word, and looking for one is much faster than for the pattern.
        if (line.contains("次")) {
            add(HELD.matcher(line), line, half, stated);
        }
        if (line.contains("党课")) {
            add(TAUGHT.matcher(line), line, half, stated);
        }
        return stated;
    }

    private static void add(Matcher found, String line, String half, List<StatedCount> stated) {
        for (int from = 0; found.find(from); ) {
            from = found.end();
            String before = before(line, found.start());
            if (LIMITED.matcher(before).find() || !isOf(half, before)) {
                continue;
            }
            of(found, before).ifPresent(stated::add);
            Matcher next = NEXT.matcher(line);
            while (next.region(from, line.length()).lookingAt()) {
                of(next, before).ifPresent(stated::add);
                from = next.end();
            }
        }
    }

    private static String before(String line, int at) {
        int sentence = at;
        while (sentence > 0 && END_OF_SENTENCE.indexOf(line.charAt(sentence - 1)) < 0) {
            sentence--;
        }
        return line.substring(sentence, at);
    }

    private static boolean isOf(String half, String before) {
        boolean namesHalf = before.contains("半年");
        return !namesHalf
                || !half.isEmpty() && before.contains(half) && before.indexOf("半年") == before.lastIndexOf("半年");
    }

    /** A single one may be any of several, about which the text says more. */
    private static Optional<StatedCount> of(Matcher found, String before) {
        String name = found.group(1);
        String kind = name.endsWith("党员大会")
                ? "党员大会"
                : name.contains("主题党日") ? "主题党日" : name.startsWith("党小组") ? "党小组会" : name.equals("党课") ? name : "支委会";
        int number = ChineseNumeral.parse(found.group(2));
        int start = found.start() + ("、，,".indexOf(found.group().charAt(0)) < 0 ? 0 : 1);
        String text = found.group().substring(start - found.start());
        return number < 2 ? Optional.empty() : Optional.of(new StatedCount(kind, number, start, text, before));
    }
}
