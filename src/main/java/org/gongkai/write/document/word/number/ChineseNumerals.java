package org.gongkai.write.document.word.number;

/**
 * A way to write numbers in Chinese characters.
 *
 * @param digits zero to nine
 * @param units ten, hundred, thousand
 * @param tenThousand the character for ten thousand
 */
record ChineseNumerals(String digits, String units, String tenThousand) {

    static final ChineseNumerals SIMPLE = new ChineseNumerals("零一二三四五六七八九", "十百千", "万");
    static final ChineseNumerals LEGAL = new ChineseNumerals("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万");
    static final ChineseNumerals LEGAL_TRADITIONAL = new ChineseNumerals("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬");

    private static final String DIGITS = "〇一二三四五六七八九";

    /** Digit by digit, such as 二〇. */
    static String digitByDigit(int number) {
        StringBuilder text = new StringBuilder();
        Integer.toString(number).chars().forEach(digit -> text.append(DIGITS.charAt(digit - '0')));
        return text.toString();
    }

    /** With units, such as 一百零五; ten to nineteen begin with the unit if {@code plainTen}. */
    String counted(int number, boolean plainTen) {
        if (number >= 10_000) {
            int rest = number % 10_000;
            String zero = rest > 0 && rest < 1_000 ? digits.substring(0, 1) : "";
            return counted(number / 10_000, plainTen) + tenThousand + zero + (rest > 0 ? counted(rest, false) : "");
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
