package org.gongkai.check.contradiction.sentence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.text.PrefilteredPattern;

/**
 * The numbers of a sentence. A figure that does not follow from those that stand nearest may follow from others: 收到52条，
 * 采纳30条，办结49条，办结率94% is right, because the rate is of those that came in.
 */
public final class OtherNumbers {

    private static final PrefilteredPattern NUMBER = new PrefilteredPattern(
            "(?<![0-9.第])(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?)(?![0-9.]|[年日时点]|月(?!份))");

    /** Of more numbers nearly any can be made. */
    private static final int MOST = 12;

    private OtherNumbers() {}

    /**
     * Returns true if a number follows from others that stand before it.
     *
     * @param how 比 if it is the percentage of one in the other, or by which one rises or falls to the other; 量 if it is
     *     a sum of some of them, a difference or a product of two, or the sum of two products; 积 if it is no sum; 和 if
     *     it is a sum of any others of the sentence; empty if neither counts
     */
    public static boolean follows(BigDecimal number, String how, String sentence, BigDecimal tolerance) {
        Stream<BigDecimal> all = NUMBER.results(sentence).stream()
                .map(it -> new BigDecimal(it.group().replace(",", "")))
                .filter(it -> it.signum() != 0);
        List<BigDecimal> numbers = (how.equals("和")
                        ? all.filter(it -> it.compareTo(number) != 0)
                        : all.takeWhile(it -> it.compareTo(number) != 0))
                .limit(MOST)
                .toList();
        List<BigDecimal> made = how.equals("比") ? rates(numbers, sentence.matches(".*[未缺].*")) : new ArrayList<>();
        if (how.matches("量|和")) {
            made.addAll(sums(numbers));
        }
        if (how.matches("量|积")) {
            made.addAll(products(numbers));
        }
        return made.stream().anyMatch(it -> it.abs().subtract(number).abs().compareTo(tolerance) <= 0);
    }

    /** @param areParts whether two may make the whole: 兑现4件，未兑现1件，兑现率80% */
    private static List<BigDecimal> rates(List<BigDecimal> numbers, boolean areParts) {
        BigDecimal all = BigDecimal.valueOf(100);
        List<BigDecimal> made = new ArrayList<>();
        for (BigDecimal one : numbers) {
            for (BigDecimal other : numbers) {
                if (one != other) {
                    BigDecimal rate = one.multiply(all).divide(other, MathContext.DECIMAL64);
                    made.addAll(List.of(rate, rate.subtract(all)));
                    if (areParts) {
                        made.add(one.multiply(all).divide(one.add(other), MathContext.DECIMAL64));
                    }
                }
            }
        }
        return made;
    }

    /** The products of two, alone, with a third one or with those of two others, and the differences. */
    private static List<BigDecimal> products(List<BigDecimal> numbers) {
        List<BigDecimal> made = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            for (int j = i + 1; j < numbers.size(); j++) {
                BigDecimal product = numbers.get(i).multiply(numbers.get(j));
                made.addAll(List.of(product, numbers.get(i).subtract(numbers.get(j))));
                List<BigDecimal> others = new ArrayList<>(numbers);
                others.remove(j);
                others.remove(i);
                for (BigDecimal one : others) {
                    made.addAll(List.of(product.add(one), product.subtract(one)));
                    others.stream().filter(it -> it != one).forEach(it -> made.add(product.add(one.multiply(it))));
                }
            }
        }
        return made;
    }

    /** The sums of two numbers and more. */
    private static List<BigDecimal> sums(List<BigDecimal> numbers) {
        List<BigDecimal> made = new ArrayList<>();
        for (int set = 1; set < 1 << numbers.size(); set++) {
            if (Integer.bitCount(set) > 1) {
                BigDecimal sum = BigDecimal.ZERO;
                for (int i = 0; i < numbers.size(); i++) {
                    sum = (set >> i & 1) == 1 ? sum.add(numbers.get(i)) : sum;
                }
                made.add(sum);
            }
        }
        return made;
    }
}
