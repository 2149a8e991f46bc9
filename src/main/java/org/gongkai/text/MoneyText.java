package org.gongkai.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Formats amounts of money: {@code 5760元}, {@code 5760.50元}, without grouping. */
public final class MoneyText {

    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,2})?");

    private MoneyText() {}

    /** Returns an amount without its unit, with two decimals if it has any. */
    public static String plain(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return (shortest.scale() <= 0 ? shortest : amount.setScale(2, RoundingMode.HALF_UP)).toPlainString();
    }

    /** Returns a typed amount with its unit; the unit is added to other texts as well. */
    public static String yuan(String typed) {
        String digits = FullWidth.narrow(typed).replace(",", "").replaceFirst("\\s*元$", "");
        if (AMOUNT.matcher(digits).matches()) {
            return plain(new BigDecimal(digits)) + "元";
        }
        return typed.isEmpty() || typed.endsWith("元") ? typed : typed + "元";
    }
}
