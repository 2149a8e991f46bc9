package org.gongkai.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether two texts may mean the same, as far as their characters tell. */
public final class Likeness {

    /** The share of the pairs of characters of one text that the other has as well. */
    private static final double SHARE = 0.5;

    /** The share of the characters of a text that a misspelt one has as well. */
    private static final double ALIKE = 0.6;

    /** Longer words in place of another one are not misspelt. */
    private static final int MOST_REPLACED = 3;

    /** What titles of any subject have. */
    private static final Pattern ANY_TITLE =
            Pattern.compile("关于|[的和]|印发|通知|公告|通告|公示|通报|决议|决定|报告|请示|意见|党支部|支部|委员会|\\d{4}年度?|[（(][^）)]*[）)]");

    /** What the title of a result need not have of the title that told of the intention. */
    private static final Pattern INTENTION = Pattern.compile(ANY_TITLE + "|拟|确定|同意|表扬|表彰|公布|情况|结果|名单|人选");

    /** The share of the pairs of characters of an intention that its result has as well. */
    private static final double NEARLY = 0.8;

    private static final Pattern NUMERAL = Pattern.compile("\\d+|[" + ChineseNumeral.TO_TEN + "]+(?=[楼层号次届期])");

    private Likeness() {}

    /** Whether two names may be those of one place: 三楼会议室 and 办公楼三楼会议室, not 二楼会议室. */
    public static boolean ofPlaces(String one, String other) {
        String first = numerals(one);
        String second = numerals(other);
        return (first.isEmpty() || second.isEmpty() || first.equals(second))
                && (one.contains(other)
                        || other.contains(one)
                        || pairs(one).stream().anyMatch(pairs(other)::contains));
    }

    private static String numerals(String text) {
        Matcher numeral = NUMERAL.matcher(FullWidth.narrow(text));
        return numeral.results()
                .map(it -> Character.isDigit(it.group().charAt(0))
                        ? it.group()
                        : String.valueOf(ChineseNumeral.parse(it.group())))
                .collect(Collectors.joining(" "));
    }

    /** Whether two titles have the same subject. */
    public static boolean ofTitles(String one, String other) {
        Set<String> few = pairs(ANY_TITLE.matcher(one).replaceAll(" "));
        Set<String> many = pairs(ANY_TITLE.matcher(other).replaceAll(" "));
        long common = few.stream().filter(many::contains).count();
        return common >= Math.min(few.size(), many.size()) * SHARE;
    }

    /** Whether the title of a result has nearly all words of the subject of another title. */
    public static boolean covers(String result, String other) {
        Set<String> subject = pairs(INTENTION.matcher(other).replaceAll(" "));
        Set<String> words = pairs(result);
        return !subject.isEmpty() && subject.stream().filter(words::contains).count() >= subject.size() * NEARLY;
    }

    /** Whether one text is the other with a few of its characters replaced, or a word by one of another length. */
    public static boolean isMisspelt(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        int shorter = Math.min(one.length(), other.length());
        long same = IntStream.range(0, shorter)
                .filter(i -> one.charAt(i) == other.charAt(i))
                .count();
        if (longer > shorter) {
            int first = 0;
            while (first < shorter && one.charAt(first) == other.charAt(first)) {
                first++;
            }
            int last = Math.min(sameEnd(one, other), shorter - first);
            same = longer - first - last > MOST_REPLACED ? 0 : first + last;
        }
        // 第1次 and 第一次 are one.
        boolean isOne = numerals(one).equals(numerals(other))
                && List.of(NUMERAL.split(one)).equals(List.of(NUMERAL.split(other)));
        return same < shorter && same >= longer * ALIKE && !isOne;
    }

    /** Whether two texts differ in one character. */
    public static boolean isOneOff(String one, String other) {
        return one.length() == other.length()
                && IntStream.range(0, one.length())
                                .filter(i -> one.charAt(i) != other.charAt(i))
                                .count()
                        == 1;
    }

    /** How many characters two texts end with alike. */
    public static int sameEnd(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length())
                && one.charAt(one.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
            same++;
        }
        return same;
    }

    /** The pairs of neighbouring Han characters. */
    public static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            if (Characters.isHan(text.charAt(i)) && Characters.isHan(text.charAt(i + 1))) {
                pairs.add(text.substring(i, i + 2));
            }
        }
        return pairs;
    }
}
