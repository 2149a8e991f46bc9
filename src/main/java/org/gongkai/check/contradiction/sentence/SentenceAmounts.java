package org.gongkai.check.contradiction.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.text.PrefilteredPattern;

/** The amounts of a sentence, in their order, and what was told of them. */
final class SentenceAmounts {

    static final String UNITS =
            "万?(?:人次|航次|班次|车次|场次|件次|份次|户次|公斤|千克|斤|吨|亩|株|立方米|度)|小时|分钟|学时|课时|万元|公顷|平方米|立方米|公里|[名人位条项件份次户元张处篇场册盏套台家组期架队本块米吨票天只箱袋棵株亩节段把副批枚瓶盒桶辆间幅页座栋具孔岗艘根卷双扇罐床盆包趟回面顶口宗匹头道颗起晚所℃筐捆串粒杯担幢遍羽尾]|班(?![次组子长级])|片(?!区)|笔(?![记试])|个(?!月|工作|季|百分|小时|学时|课时)";

    private static final Pattern UNIT = Pattern.compile("(?:个(?=[小学课]时|人(?!次|均)))?(" + UNITS + ")");

    /** Before a number for each of several, and before one that is not exact. */
    private static final PrefilteredPattern EACH = new PrefilteredPattern(
            "(?:每[^0-9,、;:]{1,6}|[人户]均[^0-9,]{0,4}|平均[^0-9,]{0,6}|(?<![第头前后上下同有这那另某整])一(?:[天次周晚]|(?<=[天日时末早晚夜].)[班场])|各[^0-9,、;:组]{0,2})$");

    private static final PrefilteredPattern VAGUE = new PrefilteredPattern(
            "(?:(?<!节)约|近|不[到足]|超过?|不少于|不低于|至少|多于|少于|最[多少高低大小](?:的[^0-9,、]{0,4})?|计划|目标|上[年次]|去年|同期|原来?|第|[比较多少增减][加少]?了?)$");

    /** Of more numbers nearly any can be made. */
    static final int MOST = 6;

    private final String sentence;
    private final Set<Amount> told = new HashSet<>();
    private final List<Amount> amounts = new ArrayList<>();
    private final BiConsumer<Integer, Map<String, Comparable<?>>> found;

    /** @param before what stands before it, back to the number before */
    record Amount(int start, int end, BigDecimal value, String unit, String before) {

        /** Whether it is only about so much, planned, or of another time. */
        boolean isVague() {
            return VAGUE.isIn(before);
        }

        boolean isExact() {
            return !EACH.isIn(before) && !isVague();
        }
    }

    SentenceAmounts(String sentence, BiConsumer<Integer, Map<String, Comparable<?>>> found) {
        this.sentence = sentence;
        this.found = found;
        Matcher unit = UNIT.matcher(sentence).useTransparentBounds(true);
        int last = 0;
        for (MatchResult it : FigureSlips.figures(sentence)) {
            String before = sentence.substring(last, it.start());
            if (before.endsWith("第")
                    || !unit.region(it.end(), sentence.length()).lookingAt()
                    || before.endsWith("平均")
                            && it.group().equals("1")
                            && unit.group().matches("[人名户].*")) {
                continue;
            }
            String counted = unit.group(1).matches("[人位]") ? "名" : unit.group(1);
            BigDecimal value = new BigDecimal(it.group().replace(",", ""));
            last = unit.end();
            amounts.add(new Amount(it.start(), last, value, counted, before));
        }
    }

    List<Amount> all() {
        return amounts;
    }

    /** Returns those in the unit of one. */
    List<Amount> alike(Amount one) {
        return amounts.stream().filter(it -> it.unit().equals(one.unit())).toList();
    }

    boolean isTold(Amount amount) {
        return told.contains(amount);
    }

    /** Whether some of the amounts, added or subtracted, are a number. */
    static boolean isCombined(BigDecimal number, List<Amount> amounts) {
        List<BigDecimal> made = new ArrayList<>(List.of(BigDecimal.ZERO));
        for (Amount it : amounts) {
            made = made.stream()
                    .flatMap(sum -> Stream.of(sum, sum.add(it.value()), sum.subtract(it.value())))
                    .toList();
        }
        return made.stream().anyMatch(it -> it.compareTo(number) == 0);
    }

    /**
     * Whether an amount follows from others of the sentence: it is a sum of some in its unit or of bare numbers, or a
     * product of any two before it.
     *
     * @param without amounts of which it is no sum, as they are for each of several
     */
    boolean isMade(Amount number, int before, List<Amount> without) {
        StringBuilder others = new StringBuilder(sentence);
        amounts.stream()
                .filter(it -> without.contains(it) || !isAlike(number.unit(), it.unit()))
                .forEach(it -> others.replace(it.start(), it.end(), ",".repeat(it.end() - it.start())));
        String first = sentence.substring(
                0, amounts.get(Math.min(before, amounts.size() - 1)).start());
        return OtherNumbers.follows(number.value(), "积", first, BigDecimal.ZERO)
                || OtherNumbers.follows(number.value(), "和", others.toString(), BigDecimal.ZERO);
    }

    /** Whether what is counted in one unit may be added to what is in the other: 公斤 and 万公斤. */
    private static boolean isAlike(String one, String other) {
        return SentenceSums.isCounted(one, other) || one.charAt(one.length() - 1) == other.charAt(other.length() - 1);
    }

    static BigDecimal sum(List<Amount> parts) {
        return parts.stream().map(Amount::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Each amount is told once. */
    void tell(Amount at, BigDecimal expected, String how) {
        if (told.add(at)) {
            found.accept(at.start(), Map.of("正文.写的量", at.value(), "正文.算的量", expected, "正文.算法", how));
        }
    }
}
