package org.gongkai.check.contradiction.sentence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.check.contradiction.sentence.SentenceAmounts.Amount;
import org.gongkai.text.PrefilteredPattern;

/** The percentages beside an amount that no whole number of people or things makes, and no other amount. */
public final class SentenceRates {

    private static final Pattern SHARE =
            Pattern.compile("^[,、(]?(?:只|仅)?占(?:比|总数|全部|[^0-9。,约]{0,8}的)?(?:为|是)?([0-9]+(?:\\.[0-9]+)?)%");
    private static final PrefilteredPattern PERCENT = new PrefilteredPattern(
            "(?<![0-9.~—-])([0-9]+(?:\\.[0-9]+)?)%(?!(?:是|为|即|就是|也就是|合|以[上下内])[^0-9,、。]{0,3}[0-9]|以[上下内])");

    /** Between an amount and its share; and in sentences whose shares are of something else. */
    private static final Pattern BESIDE = Pattern.compile("(?![^0-9,]{0,4}[里中][^0-9,]*占)[^0-9。;%约近]{0,14}");

    private static final PrefilteredPattern OF_OTHERS =
            new PrefilteredPattern("目标|要求|不低于|以上|标准|力争|确保|提高|计划|约|近%|超过|浓度|比例|利率|完成全年|上浮|折|[上去]年|同期|人均|平均");

    /** Before the percentage by which something has grown, and words for the time before. */
    private static final Pattern GROWN = Pattern.compile(".*[0-9][^0-9,]{0,3},(?:同比|环比)?(?:增长|增加|上升|下降|减少)(?:了|率为)?");

    private static final Pattern OF_BEFORE = Pattern.compile("[上去]年|同期");

    /** So many people of whom a share is told are there at most. */
    private static final int MOST = 3000;

    /** A percentage further from what can be computed is of something else. */
    private static final BigDecimal NEAR = BigDecimal.valueOf(3);

    private SentenceRates() {}

    static void read(String sentence, List<Amount> amounts, BiConsumer<Integer, Map<String, Comparable<?>>> found) {
        rates(sentence, amounts, found);
        share(sentence, amounts, found);
    }

    /** A share of people or things is of a whole number of them. */
    private static void rates(
            String sentence, List<Amount> amounts, BiConsumer<Integer, Map<String, Comparable<?>>> found) {
        for (Amount part : amounts) {
            String behind = sentence.substring(part.end());
            Matcher share = SHARE.matcher(behind);
            if (share.find() && part.value().scale() <= 0 && !part.unit().matches("元|万元|小时|公里|公斤|吨|米")) {
                BigDecimal rate = new BigDecimal(share.group(1));
                int near = part.value().intValue() * 100 / Math.max(1, rate.intValue());
                if (near < MOST) {
                    rate(
                            "占比",
                            rate,
                            part.end() + share.start(1),
                            part.value(),
                            IntStream.rangeClosed(1, near + near / 2 + 2).mapToObj(BigDecimal::valueOf),
                            found);
                }
            }
        }
    }

    /** The only percentage of a sentence, behind two amounts of one kind, that follows from none of its numbers. */
    private static void share(
            String sentence, List<Amount> amounts, BiConsumer<Integer, Map<String, Comparable<?>>> found) {
        List<MatchResult> rates = PERCENT.results(sentence);
        if (rates.size() != 1) {
            return;
        }
        MatchResult rate = rates.get(0);
        boolean isGrowth = GROWN.matcher(sentence.substring(0, rate.start())).matches();
        if (OF_OTHERS.isIn(isGrowth ? OF_BEFORE.matcher(sentence).replaceAll("") : sentence)) {
            return;
        }
        List<Amount> before =
                amounts.stream().filter(it -> it.end() <= rate.start()).toList();
        if (before.size() < 2) {
            return;
        }
        Amount part = before.get(before.size() - 1);
        Amount whole = before.get(before.size() - 2);
        BigDecimal written = new BigDecimal(rate.group(1));
        String between = sentence.substring(part.end(), rate.start());
        if (whole.unit().equals(part.unit())
                && part.isExact()
                && whole.isExact()
                && part.value().signum() > 0
                && whole.value().signum() > 0
                && BESIDE.matcher(between).matches()
                && !part.before().contains("大写")
                // 36盏，上游21盏，下游15盏，完成60% is a share of what is not said here.
                && !(before.size() > 2
                        && SentenceAmounts.sum(List.of(whole, part))
                                        .compareTo(before.get(before.size() - 3).value())
                                == 0)
                && !(between.contains("占") && part.value().compareTo(whole.value()) > 0)
                && !OtherNumbers.follows(
                        written, "比", sentence.replaceAll("没|不|差|剩|余|合格|正在|在办|进行|长期", "未"), unit(written))) {
            found.accept(
                    rate.start(),
                    Map.of(
                            "正文.写的份额",
                            written,
                            "正文.算的份额",
                            (isGrowth
                                            ? percent(part.value().subtract(whole.value()), whole.value())
                                                    .abs()
                                            : percent(
                                                    part.value().min(whole.value()),
                                                    whole.value().max(part.value())))
                                    .setScale(1, RoundingMode.HALF_UP)));
        }
    }

    /** Nearly as much as the last digit counts: another number that is nearer may be rounded or cut off to it. */
    private static BigDecimal unit(BigDecimal written) {
        return new BigDecimal("0.999").movePointLeft(Math.max(0, written.scale()));
    }

    /** Tells of a percentage that is near one of those of a part in any whole, and none of them. */
    private static void rate(
            String name,
            BigDecimal written,
            int at,
            BigDecimal part,
            Stream<BigDecimal> wholes,
            BiConsumer<Integer, Map<String, Comparable<?>>> found) {
        wholes.map(whole -> percent(part, whole))
                .min(Comparator.comparing(it -> it.subtract(written).abs()))
                .filter(it -> !isRounded(it, written)
                        && (it.subtract(written).abs().compareTo(NEAR) < 0
                                || IntStream.range(0, 3)
                                        .anyMatch(scale ->
                                                FigureSlips.isSlip(written, it.setScale(scale, RoundingMode.HALF_UP)))))
                .ifPresent(it -> found.accept(
                        at,
                        Map.of(
                                "正文.写的" + name,
                                written,
                                "正文.算的" + name,
                                it.setScale(Math.max(1, written.scale()), RoundingMode.HALF_UP),
                                "正文.部分量",
                                part)));
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal all) {
        return all.signum() == 0
                ? BigDecimal.ZERO
                : part.multiply(BigDecimal.valueOf(100)).divide(all, MathContext.DECIMAL64);
    }

    /** Whether a number is another one, rounded or cut off to its decimals. */
    public static boolean isRounded(BigDecimal exact, BigDecimal written) {
        return exact.subtract(written).abs().compareTo(BigDecimal.ONE.movePointLeft(Math.max(0, written.scale()))) < 0;
    }
}
