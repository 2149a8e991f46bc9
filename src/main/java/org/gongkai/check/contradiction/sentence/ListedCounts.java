package org.gongkai.check.contradiction.sentence;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.NameList;
import org.gongkai.text.PrefilteredPattern;
import org.gongkai.text.WrittenNumber;

/** Counts beside names, days or items that are listed: 3名同志：甲、乙、丙, 三次（3月5日、6月7日、9月8日）, 在办2项：《甲》、乙. */
final class ListedCounts {

    private static final String COUNT =
            "(?<![0-9.第每" + ChineseNumeral.TO_TEN + "])([0-9]+|[两" + ChineseNumeral.TO_TEN + "]+)";
    private static final String NAME = "\\p{IsHan}{2,3}";
    private static final String DAY = "(?:(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日|[0-9]{1,2}月(?![0-9]))";

    private static final PrefilteredPattern NAMES = listed("[名位人](?!次)", NAME, "");
    /** One item may be of several words: 1项：党费收缴、使用情况. */
    private static final PrefilteredPattern ITEMS =
            listed("(?<!(?<![0-9])[1一])项(?!次)", "(?!.*[和及与等])[^、,:;()0-9]{2,16}", "");

    private static final PrefilteredPattern DAYS = listed("(?:次|场|天|期)", DAY, "|,");

    /** All days behind a word, and how many they are: 依次为3月5日、6月7日，共2次. */
    private static final PrefilteredPattern DAYS_BEFORE = new PrefilteredPattern("(?<=[为是:在于])(" + DAY + "(?:[、和]" + DAY
            + ")+),?(?:一?共|共计|合计|总共)([0-9]+|[两" + ChineseNumeral.TO_TEN + "]+)个?(?:次|场|天|期)(?!活动)");

    private static final String NAMES_OF_ALL = NAME + "(?:[、和]" + NAME + ")+";

    /** All names before their number: 甲某、乙某两名党员; or before that of all lists. */
    private static final PrefilteredPattern NAMES_BEFORE = new PrefilteredPattern(
            "(" + NAMES_OF_ALL + ")(?:同志)?(,?一?共)?([0-9]+|[两" + ChineseNumeral.TO_TEN + "]+)(?:[名位]|人(?![次一合轮都各]))");

    private static final PrefilteredPattern NAMES_ALONE = new PrefilteredPattern(NAMES_OF_ALL);

    /** Before a list that goes on from somebody, or that is of several turns. */
    private static final PrefilteredPattern GOES_ON =
            new PrefilteredPattern("[" + NameList.SURNAMES + "]\\p{IsHan}{1,2}(?:同志)?,[^,]*$");

    private static final PrefilteredPattern TURNS = new PrefilteredPattern("依次|轮|分别|各自|先后|搭档");

    /** Ends of what stands for people without naming them: 书记、委员; 门诊组、公卫组. */
    private static final String NO_NAME = "组等长员记科室队处部站岁族人区街镇村校类病假任工";

    private static final PrefilteredPattern OPENS = new PrefilteredPattern("[:(]|,即|分别|依次");

    private ListedCounts() {}

    private static PrefilteredPattern listed(String unit, String item, String end) {
        return new PrefilteredPattern(COUNT + "个?" + unit
                + "\\p{IsHan}{0,30}(?:,应选[0-9]+名)?(?:,按\\p{IsHan}{2,10})?(?:[:(]|,即|,?(?:分别|依次)(?:是|为|在|放在|安排在))("
                + item
                + "(?:[、和]" + item + ")+)(?=\\)|$" + end + ")");
    }

    /** @param found takes where a count stands, and the facts: 正文.等几名, 正文.列几名; or 正文.写两次 */
    static void read(String sentence, BiConsumer<Integer, Map<String, Comparable<?>>> found) {
        // Looked for first, as the expressions are slow.
        if (sentence.indexOf('、') < 0 && sentence.indexOf('和') < 0) {
            return;
        }
        if (OPENS.isIn(sentence)) {
            Stream.concat(
                            NAMES.results(sentence).stream().filter(it -> areNames(items(it.group(2)))),
                            Stream.of(DAYS, ITEMS).flatMap(listed -> listed.results(sentence).stream()))
                    .forEach(it -> tell(it.start(), it.group(1), it.group(2), found));
        }
        if (sentence.indexOf('名') >= 0 || sentence.indexOf('位') >= 0 || sentence.indexOf('人') > 0) {
            NAMES_BEFORE.results(sentence).stream()
                    .filter(it -> areNames(items(it.group(1)))
                            && (it.group(2) == null || sentence.indexOf('、') > it.start())
                            && !GOES_ON.isIn(sentence.substring(0, it.start())))
                    .forEach(it -> tell(it.start(3), it.group(3), it.group(1), found));
        }
        if (sentence.indexOf('、') != sentence.lastIndexOf('、') && !TURNS.isIn(sentence)) {
            NAMES_ALONE.results(sentence).stream()
                    .filter(it -> areNames(items(it.group())))
                    .forEach(it -> twice(items(it.group()))
                            .ifPresent(name -> found.accept(it.start(), Map.of("正文.写两次", name))));
        }
        if (sentence.indexOf('共') >= 0 || sentence.indexOf("合计") >= 0) {
            DAYS_BEFORE.results(sentence).forEach(it -> tell(it.start(2), it.group(2), it.group(1), found));
        }
    }

    private static void tell(
            int at, String count, String listed, BiConsumer<Integer, Map<String, Comparable<?>>> found) {
        WrittenNumber.read(count)
                .ifPresent(it ->
                        found.accept(at, Map.of("正文.等几名", it, "正文.列几名", BigDecimal.valueOf(items(listed).length))));
    }

    /** The first of several items that stands twice. */
    private static Optional<String> twice(String... items) {
        Set<String> seen = new HashSet<>();
        return items.length > 2 ? Stream.of(items).filter(it -> !seen.add(it)).findFirst() : Optional.empty();
    }

    private static String[] items(String listed) {
        return listed.split("、|(?<!(?:^|[、和])\\p{IsHan})和");
    }

    /** Whether most begin with a surname, and none is a post or a group. */
    private static boolean areNames(String... items) {
        long surnames = Stream.of(items)
                .filter(it -> !it.isEmpty() && NameList.isSurname(it.charAt(0)))
                .count();
        return surnames * 2 >= items.length && Stream.of(items).allMatch(ListedCounts::mayBeName);
    }

    /** Whether a word does not end as one that stands for people without naming them. */
    static boolean mayBeName(String word) {
        return !word.isEmpty() && NO_NAME.indexOf(word.charAt(word.length() - 1)) < 0;
    }
}
