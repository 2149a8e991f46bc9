package org.gongkai.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formats amounts of money: {@code 5760元}, {@code 5760.50元}; parses those in capitals. */
public final class MoneyText {

    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,2})?");

    private static final Pattern CAPITALS =
            Pattern.compile("([零壹贰叁肆伍陆柒捌玖拾佰仟万]+)[元圆](?:零?([壹贰叁肆伍陆柒捌玖])角)?(?:零?([壹贰叁肆伍陆柒捌玖])分)?[整正]?");

    private MoneyText() {}

    /** Returns an amount without its unit, with two decimals if it has any. */
    public static String plain(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return (shortest.scale() <= 0 ? shortest : amount.setScale(2, RoundingMode.HALF_UP)).toPlainString();
    }

    /** Returns a text with the thousands of its numbers separated by commas. */
    public static String grouped(String numbers) {
        return numbers.replaceAll("(?<=\\d)(?<!\\.\\d{1,18})(?=(\\d{3})+(?!\\d))", ",");
    }

    /** Returns a typed amount with its unit; the unit is added to other texts as well. */
    public static String yuan(String typed) {
        String digits = FullWidth.narrow(typed).replace(",", "").replaceFirst("\\s*元$", "");
        if (AMOUNT.matcher(digits).matches()) {
            return plain(new BigDecimal(digits)) + "元";
        }
        return typed.isEmpty() || typed.endsWith("元") ? typed : typed + "元";
    }

    /** Parses an amount in capitals, such as 伍仟肆佰元整 or 壹佰零伍圆叁角; empty if it is none. */
    public static Optional<BigDecimal> capitals(String text) {
        Matcher parts = CAPITALS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int cents = 10 * digit(parts.group(2)) + digit(parts.group(3));
        return Optional.of(BigDecimal.valueOf(whole(parts.group(1))).add(BigDecimal.valueOf(cents, 2)));
    }

    private static long whole(String capitals) {
        long sum = 0;
        long section = 0;
        long digit = 0;
        for (char c : capitals.toCharArray()) {
            int unit = ChineseNumeral.LEGAL.units().indexOf(c) + 1;
            if (c == '万') {
                sum += (section + digit) * 10_000;
                section = 0;
                digit = 0;
            } else if (unit > 0) {
                section += Math.max(digit, 1) * (long) Math.pow(10, unit);
                digit = 0;
            } else {
                digit = ChineseNumeral.LEGAL.digits().indexOf(c);
            }
        }
        return sum + section + digit;
    }

    private static int digit(String capital) {
        return capital == null ? 0 : ChineseNumeral.LEGAL.digits().indexOf(capital);
    }
}
