package org.gongkai.feature.register.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An axis from zero whose ticks are 1, 2 or 5 times a power of ten apart.
 *
 * @param step the distance of ticks
 * @param steps how many there are, besides zero
 */
record ValueScale(BigDecimal step, int steps) {

    private static final int MOST_STEPS = 5;
    private static final int LONGEST_PLAIN = 15;
    private static final int DECIMALS = 2;

    /** Returns the scale that shows all values; whole numbers have no ticks between them. */
    static ValueScale of(Collection<BigDecimal> values) {
        BigDecimal greatest = values.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        boolean whole =
                values.stream().allMatch(value -> value.stripTrailingZeros().scale() <= 0);
        if (greatest.signum() == 0) {
            return new ValueScale(BigDecimal.ONE, 1);
        }
        BigDecimal least = greatest.divide(BigDecimal.valueOf(MOST_STEPS), MathContext.DECIMAL64);
        BigDecimal step = rounded(whole ? least.max(BigDecimal.ONE) : least);
        int steps = greatest.divide(step, 0, RoundingMode.CEILING).intValueExact();
        return new ValueScale(step, steps);
    }

    /** Returns the smallest of 1, 2 and 5 times a power of ten that is not below a number. */
    private static BigDecimal rounded(BigDecimal number) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(number.precision() - number.scale() - 1);
        return IntStream.of(1, 2, 5, 10)
                .mapToObj(factor -> power.multiply(BigDecimal.valueOf(factor)))
                .filter(candidate -> candidate.compareTo(number) >= 0)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the ticks from zero upwards. */
    List<BigDecimal> ticks() {
        return IntStream.rangeClosed(0, steps)
                .mapToObj(i -> step.multiply(BigDecimal.valueOf(i)))
                .toList();
    }

    /** Returns which part of the axis, from 0 to 1, a value takes. */
    double part(BigDecimal value) {
        BigDecimal top = step.multiply(BigDecimal.valueOf(steps));
        return value.divide(top, MathContext.DECIMAL64).doubleValue();
    }

    /** Returns a value for readers: with two decimals at most, or with two digits if it is smaller than that. */
    static String text(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        int whole = value.precision() - value.scale();
        boolean small = whole < 0;
        BigDecimal rounded = small
                ? value.round(new MathContext(DECIMALS, RoundingMode.HALF_UP))
                : value.round(new MathContext(whole + DECIMALS, RoundingMode.HALF_UP));
        BigDecimal shortest = rounded.stripTrailingZeros();
        return Math.abs(whole) > LONGEST_PLAIN
                ? shortest.round(new MathContext(DECIMALS + 1, RoundingMode.HALF_UP))
                        .toString()
                : shortest.toPlainString();
    }
}
