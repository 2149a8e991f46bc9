package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The numbers of a sentence. A figure that does not follow from those that stand nearest may follow from others: 收到52条，
 * 采纳30条，办结49条，办结率94% is right, because the rate is of those that came in.
 */
final class OtherNumbers {

    private static final Pattern NUMBER =
            Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?");

    /** Of more numbers nearly any can be made. */
    private static final int MOST = 12;

    private OtherNumbers() {}

    /**
     * Returns true if a number follows from two that stand before it.
     *
     * @param how 比 if it is the percentage of one in the other, or by which one rises or falls to the other; 量 if it is
     *     their sum, their difference or their product; empty if neither counts
     */
    static boolean follows(BigDecimal number, String how, String sentence, BigDecimal tolerance) {
        if (how.isEmpty()) {
            return false;
        }
        List<BigDecimal> numbers = NUMBER.matcher(sentence)
                .results()
                .map(it -> new BigDecimal(it.group().replace(",", "")))
                .takeWhile(it -> it.compareTo(number) != 0)
                .filter(it -> it.signum() != 0)
                .limit(MOST)
                .toList();
        BigDecimal all = BigDecimal.valueOf(100);
        for (BigDecimal one : numbers) {
            for (BigDecimal other : numbers) {
                BigDecimal rate = one.multiply(all).divide(other, MathContext.DECIMAL64);
                Stream<BigDecimal> made = how.equals("比")
                        ? Stream.of(rate, rate.subtract(all))
                        : Stream.of(one.multiply(other), one.add(other), one.subtract(other));
                if (one != other
                        && made.anyMatch(it -> it.abs().subtract(number).abs().compareTo(tolerance) <= 0)) {
                    return true;
                }
            }
        }
        return false;
    }
}
