package org.gongkai.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in one text, as those of the 党小组 of a joint meeting: 外业组、内业组; 外业组和内业组. */
public final class NameList {

    /** Surnames of one character, the most frequent first, without those that begin many words, such as 管 and 项. */
    public static final String SURNAMES = "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢"
            + "汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚肖付闫陶黎覃莫汤阮翁"
            + "巫佟卞戚栗苗祁闻屈柳麦路凌柴庞辛祝左葛岳齐焦简郎卓翟詹章季芦鲁俞倪颜殷聂欧涂耿霍裴乔荣柯穆梅童温庄舒屠樊骆甄邢"
            + "池游盛楚桂蓝蒲卜邬窦娄甘戎符隋鲍臧宁冷仇尚冀缪匡晏冉虞邝谷滕褚靳鞠蔺奚鄢沙桑蓟郁宫毕苑闵茅茹封艾亓邸荆仲储宗古"
            + "米伍";

    private static final BitSet BEGINNINGS = SURNAMES.chars().collect(BitSet::new, BitSet::set, BitSet::or);

    private static final String AND = "以及|[和与及跟同]";

    /** What stands between names, a remark about the one before included. */
    private static final Pattern BETWEEN =
            Pattern.compile("(?:\\s*[（(][^（）()]*[）)])?(?:[、，,;；/\\s　]+|\\s*(?:" + AND + ")\\s*|$)");

    /** What divides names that are not known: 和 and the like only behind 组, as it may be part of a name. */
    private static final Pattern DIVIDER = Pattern.compile("[、，,;；/\\s　]|(?<=组)(?:" + AND + ")|$");

    private NameList() {}

    /** Whether a name may begin with a character. */
    public static boolean isSurname(char c) {
        return BEGINNINGS.get(c);
    }

    /**
     * A name in a text.
     *
     * @param start where it begins
     */
    public record Name(String text, int start) {}

    /**
     * Returns the names in a text, in their order.
     *
     * @param known names that stand as they are, whatever characters they have
     */
    public static List<Name> in(String typed, Collection<String> known) {
        List<Name> names = new ArrayList<>();
        Matcher between = BETWEEN.matcher(typed);
        Matcher divider = DIVIDER.matcher(typed);
        for (int at = 0; at < typed.length(); ) {
            int start = at;
            int end = known.stream()
                    .filter(name -> typed.startsWith(name, start))
                    .map(name -> start + name.length())
                    .filter(after -> between.region(after, typed.length()).lookingAt())
                    .max(Comparator.naturalOrder())
                    .orElseGet(() -> divider.find(start) ? divider.start() : typed.length());
            if (end > start) {
                names.add(new Name(typed.substring(start, end), start));
            }
            at = between.region(end, typed.length()).lookingAt() ? between.end() : end + 1;
        }
        return names;
    }

    /** Returns the known names that a text lists without other words between them; empty if it names some elsewhere. */
    public static List<String> listed(String text, Collection<String> known) {
        List<String> named = known.stream()
                .filter(text::contains)
                .sorted(Comparator.comparing(text::indexOf))
                .toList();
        for (int i = 1; i < named.size(); i++) {
            int end = text.indexOf(named.get(i - 1)) + named.get(i - 1).length();
            int next = text.indexOf(named.get(i));
            if (next <= end || !BETWEEN.matcher(text.substring(end, next)).matches()) {
                return List.of();
            }
        }
        return named;
    }
}
