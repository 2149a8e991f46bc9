package org.gongkai.text;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of a meeting within its year, as titles state it: 第3次, 第十二次. */
public final class SessionNumber {

    /** Excludes congresses, which a meeting studied, 在第3次党员大会上, where a lecture was held, themes, and numbers of
     * something else: 新一届委员会第一次会议, 节后的第一次检修.
     */
    private static final Pattern NUMBER = Pattern.compile("(?<![在:“的]|(?:新一届|新的一届|换届后|本届)[^第]{0,10})第\\s*(\\d{1,3}|["
            + ChineseNumeral.TO_TEN + "]{1,3})\\s*次(?!全国|中央|代表大会|党代会|党的|全会)");

    private SessionNumber() {}

    /** Returns the first number that a text states; empty if there is none. */
    public static OptionalInt in(String text) {
        // Called for every title.
        Matcher number = NUMBER.matcher(text.indexOf('次') < 0 ? "" : FullWidth.narrow(text));
        if (!number.find()) {
            return OptionalInt.empty();
        }
        String digits = number.group(1);
        return OptionalInt.of(
                Character.isDigit(digits.charAt(0)) ? Integer.parseInt(digits) : ChineseNumeral.parse(digits));
    }
}
