package org.gongkai.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers as texts write them. */
public final class WrittenNumber {

    private static final Pattern NUMBER = Pattern.compile(
            "(?:第\\s*)?([0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?)\\s*(?:元|%|[人名份票张次分个项条期月])?");

    private static final Pattern AROUND = Pattern.compile("^第|[人名份票张次分个项条期月]$");
    private static final Pattern NOTE = Pattern.compile("\\s*\\([^()]*\\)$");

    /** The characters with which a number may begin; other texts are told by them. */
    private static final String FIRST = "0123456789第两oO" + ChineseNumeral.PLACES + ChineseNumeral.SIMPLE.units()
            + ChineseNumeral.LEGAL.digits() + ChineseNumeral.LEGAL.units() + ChineseNumeral.LEGAL.tenThousand();

    private WrittenNumber() {}

    /** A number with or without a unit, in digits or in Chinese; a note in parentheses may follow. */
    public static Optional<BigDecimal> read(String typed) {
        String written = FullWidth.narrow(typed).strip();
        if (written.isEmpty() || FIRST.indexOf(written.charAt(0)) < 0) {
            return Optional.empty();
        }
        String text = written.endsWith(")") ? NOTE.matcher(written).replaceFirst("") : written;
        Matcher digits = NUMBER.matcher(text);
        if (digits.matches()) {
            return Optional.of(new BigDecimal(digits.group(1).replace(",", "")));
        }
        int numeral =
                text.isEmpty() ? -1 : ChineseNumeral.parse(AROUND.matcher(text).replaceAll(""));
        return numeral < 0 ? MoneyText.capitals(text) : Optional.of(BigDecimal.valueOf(numeral));
    }
}
