package org.gongkai.text;

import java.util.regex.Pattern;

/**
 * A way to write numbers in Chinese characters.
 *
 * @param digits zero to nine
 * @param units ten, hundred, thousand
 * @param tenThousand the character for ten thousand
 */
public record ChineseNumeral(String digits, String units, String tenThousand) {

    public static final ChineseNumeral SIMPLE = new ChineseNumeral("零一二三四五六七八九", "十百千", "万");
    public static final ChineseNumeral LEGAL = new ChineseNumeral("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万");
    public static final ChineseNumeral LEGAL_TRADITIONAL = new ChineseNumeral("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬");

    /** One to ten, for the numbers of parts, months and days in classes of regular expressions. */
    public static final String TO_TEN = "一二三四五六七八九十";

    /** The numerals of numbers up to 999. */
    public static final String ALL = TO_TEN + "百零〇";

    /** The digits of years from zero to nine, with the variants of zero that are typed. */
    public static final String PLACES = "〇一二三四五六七八九零○";

    private static final Pattern ESTIMATE = Pattern.compile("(?:.*[十百千])?[一二三四五六七八九]{2,3}(?:[十百千].*)?");
    private static final int LONGEST = 9;

    /** Returns the value of a numeral or a digit from zero to nine; -1 for any other character. */
    public static int digit(char c) {
        char narrow = FullWidth.narrow(c);
        int value = narrow == 'O' || narrow == 'o' ? 0 : PLACES.indexOf(narrow);
        return FullWidth.isDigit(narrow) ? narrow - '0' : c == '两' ? 2 : value > 9 ? 0 : value;
    }

    /**
     * Parses a number such as 7, 一百零五 or, digit by digit, 二〇. Returns -1 for an estimate such as 三四 and for any
     * other text.
     */
    public static int parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST || ESTIMATE.matcher(text).matches()) {
            return -1;
        }
        int sum = 0;
        int digit = 0;
        for (char c : text.toCharArray()) {
            int power = SIMPLE.units.indexOf(c) + 1;
            if (power == 0 && digit(c) < 0) {
                return -1;
            }
            sum += power == 0 ? 0 : Math.max(digit, 1) * (int) Math.pow(10, power);
            digit = power == 0 ? 10 * digit + digit(c) : 0;
        }
        return sum + digit;
    }

    /** Parses a number that is written digit by digit. */
    static int parsePlaces(String digits) {
        return digits.chars().reduce(0, (number, c) -> 10 * number + digit((char) c));
    }

    /** Formats a number such as 一百零五 or 十二. */
    public static String format(int number) {
        return SIMPLE.format(number, true);
    }

    /** Formats a number digit by digit, such as 二〇. */
    public static String formatPlaces(int number) {
        StringBuilder text = new StringBuilder();
        Integer.toString(number).chars().forEach(digit -> text.append(PLACES.charAt(digit - '0')));
        return text.toString();
    }

    /** Formats a number with units; ten to nineteen begin with the unit if {@code plainTen}. */
    public String format(int number, boolean plainTen) {
        if (number >= 10_000) {
            int rest = number % 10_000;
            String zero = rest > 0 && rest < 1_000 ? digits.substring(0, 1) : "";
            return format(number / 10_000, plainTen) + tenThousand + zero + (rest > 0 ? format(rest, false) : "");
        }
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int power = 3, unit = 1_000; power >= 0; power--, unit /= 10) {
            int digit = number / unit % 10;
            if (digit > 0) {
                text.append(gap && text.length() > 0 ? digits.substring(0, 1) : "");
                text.append(plainTen && number < 20 && power == 1 ? "" : digits.substring(digit, digit + 1));
                text.append(power > 0 ? units.substring(power - 1, power) : "");
            }
            gap = digit == 0;
        }
        return text.length() == 0 ? digits.substring(0, 1) : text.toString();
    }
}
