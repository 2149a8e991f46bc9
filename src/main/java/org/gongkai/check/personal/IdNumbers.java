package org.gongkai.check.personal;

import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.text.DateText;

/** Recognizes identity card numbers, bank card numbers and mobile numbers among long numbers. */
public final class IdNumbers {

    /** The first two digits of GB/T 2260: provinces, Taiwan, Hong Kong, Macau and their residence permits. */
    private static final Set<String> REGIONS = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    /** Prefixes assigned to persons; numbers with 140 to 144 have thirteen digits and are for machines. */
    private static final Pattern MOBILE = Pattern.compile("1(?:3\\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\\d|9[0-35-9])");

    /** Well-known sample numbers. */
    private static final Set<String> SERVICES = Set.of("13800138000");

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    private IdNumbers() {}

    /** Returns true if eighteen digits, the last of which may be X, look like an identity number of GB 11643. */
    static boolean isLikeId(String digits) {
        return REGIONS.contains(digits.substring(0, 2)) && isDay(digits.substring(6, 14));
    }

    /** Returns the check digit of the first seventeen digits. */
    public static char checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_DIGITS.charAt(sum % 11);
    }

    /** Returns true if fifteen digits may be an identity number of the old form without a check digit. */
    static boolean isOldId(String digits) {
        return REGIONS.contains(digits.substring(0, 2)) && isDay("19" + digits.substring(6, 12));
    }

    /** Returns true if sixteen to nineteen digits are a UnionPay card number with a valid check digit (Luhn). */
    public static boolean isBankCard(String digits) {
        if (!digits.startsWith("62")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** Returns true if eleven digits are a mobile number of a person by the numbering plan. */
    static boolean isMobile(String digits) {
        return MOBILE.matcher(digits).lookingAt() && !SERVICES.contains(digits);
    }

    /** Returns true if eight digits are a date of this or the last century. */
    public static boolean isDay(String digits) {
        String day = digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6);
        return (digits.startsWith("19") || digits.startsWith("20"))
                && DateText.day(day).isPresent();
    }
}
