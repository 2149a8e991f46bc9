package org.gongkai.check.contradiction.sentence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import org.gongkai.check.contradiction.sentence.SentenceAmounts.Amount;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.PrefilteredPattern;

/** Shares in words behind a whole and its part: 39块次里31块次，刚过八成; 36次，刚够全年90次的三分之一. */
final class SentenceShares {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final PrefilteredPattern SHARE = new PrefilteredPattern(
            "(刚过|刚够|超过|不足|不到|没到|将近|接近|近|过|够|达到?|正好)了?[^,。;]{0,18}?(?:([一二三四五六七八九])成(?![一二三四五六七八九半])|([二三四五六七八九十])分之([一二三四五六七八九])|(一半|半数)|(?<=[刚不].{0,18})([0-9]+(?:\\.[0-9]+)?)%)(以上|多|出头|左右)?");

    private static final PrefilteredPattern LESS = new PrefilteredPattern("不足|不到|没到|近");
    private static final PrefilteredPattern MORE = new PrefilteredPattern("过|^够|达");

    /** Before a number that is no part of which a share would be told. */
    private static final PrefilteredPattern REST = new PrefilteredPattern("缺|请假|反对|弃权|未|没|剩|余|差|[上去]年|增|减|约|近|每|均");

    private static final BigDecimal NEAR = BigDecimal.valueOf(5);

    /** Numbers stand at most so many characters before the end of a share. */
    private static final int FAR = 24;

    private SentenceShares() {}

    /** @param found takes where a share stands, and the facts: 正文.词的份额, 正文.实的份额 */
    static void read(String sentence, List<Amount> amounts, BiConsumer<Integer, Map<String, Comparable<?>>> found) {
        if (amounts.size() < 2) {
            return;
        }
        for (MatchResult it : SHARE.results(sentence)) {
            List<Amount> before =
                    amounts.stream().filter(one -> one.end() <= it.end()).toList();
            if (before.size() < 2) {
                continue;
            }
            Amount last = before.get(before.size() - 1);
            Amount other = before.get(before.size() - 2);
            BigDecimal whole = last.value().max(other.value());
            if (last.end() + FAR < it.end()
                    || !last.unit().equals(other.unit())
                    || whole.signum() == 0
                    || REST.isIn(last.before() + other.before())) {
                continue;
            }
            BigDecimal share = last.value().min(other.value()).multiply(HUNDRED).divide(whole, MathContext.DECIMAL32);
            BigDecimal written = written(it);
            boolean isLess = LESS.isIn(it.group(1));
            boolean isMore = MORE.isIn(it.group(1))
                    || it.group(7) != null && !it.group(7).equals("左右");
            int compared = share.compareTo(written);
            if (isLess
                    ? compared >= 0
                    : isMore ? compared < 0 : share.subtract(written).abs().compareTo(NEAR) > 0) {
                found.accept(it.start(), Map.of("正文.词的份额", it.group(), "正文.实的份额", share.round(new MathContext(3))));
            }
        }
    }

    private static BigDecimal written(MatchResult it) {
        if (it.group(5) != null || it.group(6) != null) {
            return it.group(6) == null ? BigDecimal.valueOf(50) : new BigDecimal(it.group(6));
        }
        return it.group(2) == null
                ? BigDecimal.valueOf(ChineseNumeral.parse(it.group(4)) * 100L)
                        .divide(BigDecimal.valueOf(ChineseNumeral.parse(it.group(3))), MathContext.DECIMAL32)
                : BigDecimal.valueOf(ChineseNumeral.parse(it.group(2)) * 10L);
    }
}
