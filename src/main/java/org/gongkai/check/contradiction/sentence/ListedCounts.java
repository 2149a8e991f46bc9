package org.gongkai.check.contradiction.sentence;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.PlainAsterisks;
import org.gongkai.text.WrittenNumber;

/** Counts in front of names or days that are listed at once: 3名同志：甲、乙、丙 and 三次（3月5日、6月7日、9月8日）. */
final class ListedCounts {

    private static final String COUNT =
            "(?<![0-9.第每" + ChineseNumeral.TO_TEN + "])([0-9]+|[两" + ChineseNumeral.TO_TEN + "]+)";
    private static final String NAME = "\\p{IsHan}{2,3}";
    private static final String DAY = "(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日";

    private static final Pattern NAMES = listed("[名位人](?!次)", NAME);
    private static final Pattern DAYS = listed("(?:次|场|天|期)", DAY);

    /** Ends of what stands for people without naming them: 书记、委员; 门诊组、公卫组. */
    private static final Pattern NO_NAME = Pattern.compile(".*[组等长员记科室队处部站岁族人区街镇村校类病假任工]");

    private ListedCounts() {}

    private static Pattern listed(String unit, String item) {
        return Pattern.compile(COUNT + "个?" + unit + "\\p{IsHan}{0,6}[:(](" + item + "(?:[、和]" + item + ")+)(?=\\)|$)");
    }

    /** @param found takes where a count stands, and the facts: 正文.等几名, 正文.列几名 */
    static void read(String sentence, BiConsumer<Integer, Map<String, Comparable<?>>> found) {
        // Looked for first, as the expressions are slow.
        if (sentence.indexOf(':') < 0 && sentence.indexOf('(') < 0
                || sentence.indexOf('、') < 0 && sentence.indexOf('和') < 0) {
            return;
        }
        Stream.concat(
                        NAMES.matcher(sentence).results().filter(it -> areNames(items(it))),
                        DAYS.matcher(sentence).results())
                .forEach(it -> WrittenNumber.read(it.group(1))
                        .ifPresent(count -> found.accept(
                                it.start(), Map.of("正文.等几名", count, "正文.列几名", BigDecimal.valueOf(items(it).length)))));
    }

    private static String[] items(MatchResult listed) {
        return listed.group(2).split("[、和]");
    }

    /** Whether most begin with a surname, and none is a post or a group. */
    private static boolean areNames(String... items) {
        long surnames = Stream.of(items)
                .filter(it -> PlainAsterisks.SURNAMES.indexOf(it.charAt(0)) >= 0)
                .count();
        return surnames * 2 > items.length
                && Stream.of(items).noneMatch(it -> NO_NAME.matcher(it).matches());
    }
}
