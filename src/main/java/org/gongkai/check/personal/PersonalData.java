package org.gongkai.check.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.personal.Personal.PersonalKind;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.FullWidth;

/**
 * Finds personal data in a text. Scans the text once and examines only long numbers, words for birth and ends of
 * addresses more closely, because every text of a site is scanned.
 */
public final class PersonalData {

    /** Minimum number of digits. */
    private static final int MIN_DIGITS = 11;

    /** Maximum number of characters between the digits of one number. */
    private static final int MAX_SEPARATOR = 3;

    private static final String BLANK = "[ \\t\\u00A0\\u3000]*";
    private static final String DAY = "((?:19|20)\\d\\d)" + BLANK + "[年./-]" + BLANK + "(\\d{1,2})" + BLANK + "[月./-]"
            + BLANK + "(\\d{1,2})(?!\\d)";
    public static final Pattern FULL_DAY = Pattern.compile(DAY);
    private static final Pattern DAY_AFTER =
            Pattern.compile("生(?:年月日|年月|日期|时间|日|于)?[ \\t\\u00A0\\u3000|:：为是,，(（*]{0,6}" + DAY);
    private static final Pattern DAY_BEFORE =
            Pattern.compile(DAY + BLANK + "日?" + BLANK + "(?:[出诞]生|生(?=[，。；、,;)）|\\s]|$))");
    private static final int NEAR = 24;

    private static final String NUMBER = "[0-9０-９" + ChineseNumeral.TO_TEN + "]+";
    private static final String REST = "[^，。；、：\\s|,;:]{0,8}?";

    /** A street with its number, or a housing estate, followed by a building or a room. */
    private static final Pattern ADDRESS = Pattern.compile("\\p{IsHan}{1,12}?(?:(?:路|街|巷|弄|道|里|村)" + REST + NUMBER
            + "号|小区|社区|花园|家园|新村|苑|公寓|[庄屯村寨]" + REST + NUMBER + "(?:组|队|号院))" + REST + NUMBER
            + "(?:号楼|栋|幢|单元|室)");

    /** A word that announces a home address, and the following text up to a number. */
    private static final Pattern HOME =
            Pattern.compile("(?:家庭住址|家庭地址|住址|居住地址|现住址|户籍地址)[ \\t\\u00A0\\u3000|:：为是]{1,6}([^，。；、\\s|,;]{2,30}?" + NUMBER
                    + "(?:号|室|组|栋|幢|单元|楼|户))");

    private static final int MAX_ADDRESS = 48;

    /** Returns all personal data in order. */
    public List<Personal> scan(String text) {
        List<Personal> found = new ArrayList<>();
        int addressEnd = 0;
        // Reading an array is several times faster than a string before the optimizing compiler takes effect.
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            if (FullWidth.isDigit(c)) {
                i = number(text, chars, i, found) - 1;
            } else if (c == '生') {
                birth(text, i, found);
            } else if (c == '址' && i >= addressEnd) {
                addressEnd = Math.max(addressEnd, home(text, i, found));
            } else if (i >= addressEnd && i > 0 && endsAddress(c, chars[i - 1])) {
                addressEnd = address(text, i, found);
            }
        }
        return found;
    }

    private static boolean endsAddress(char c, char before) {
        return switch (c) {
            case '室', '栋', '幢' -> FullWidth.isDigit(before) || ChineseNumeral.TO_TEN.indexOf(before) >= 0;
            case '元' -> before == '单';
            case '楼' -> before == '号';
            default -> false;
        };
    }

    /** Examines the number that begins here; returns its end. */
    private static int number(String text, char[] chars, int start, List<Personal> found) {
        int digits = 0;
        int end = start;
        for (int i = start; i < chars.length && i - end <= MAX_SEPARATOR; i++) {
            char c = chars[i];
            if (FullWidth.isDigit(c)) {
                digits++;
                end = i + 1;
            } else if (!DigitGroups.isJoint(c)) {
                break;
            }
        }
        if (digits >= MIN_DIGITS) {
            found.addAll(new DigitGroups(text, start, end).find());
        }
        return end;
    }

    private static void birth(String text, int at, List<Personal> found) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char behind = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
        if (before == '出' || behind == '日' || behind == '于' && before != '发' && before != '产') {
            Matcher after = DAY_AFTER.matcher(text).region(at, Math.min(text.length(), at + NEAR));
            if (after.lookingAt()) {
                add(after, found);
                return;
            }
        }
        if (before == '出' || before == '日' || before == '诞' || FullWidth.isDigit(before)) {
            Matcher day = DAY_BEFORE.matcher(text).useTransparentBounds(true).region(Math.max(0, at - NEAR), at + 1);
            while (day.find()) {
                if (day.end() == at + 1) {
                    add(day, found);
                }
            }
        }
    }

    /** Adds a date of birth, unless it is a historical date. */
    private static void add(Matcher day, List<Personal> found) {
        String digits = digits(day);
        if (IdNumbers.isDay(digits) && Integer.parseInt(digits.substring(0, 4)) >= 1930 && !digits.equals("19491001")) {
            found.add(new Personal(PersonalKind.BIRTH_DATE, day.start(1), digits));
        }
    }

    /** Formats a matched date as eight digits. */
    public static String digits(Matcher day) {
        return day.group(1) + two(day.group(2)) + two(day.group(3));
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    /** Examines a home address that may be announced here; returns the end of its line, or 0. */
    private static int home(String text, int at, List<Personal> found) {
        int lineStart = text.lastIndexOf('\n', at) + 1;
        int line = text.indexOf('\n', at);
        int lineEnd = line < 0 ? text.length() : line;
        Matcher home = HOME.matcher(text).region(Math.max(lineStart, at - 3), Math.min(lineEnd, at + MAX_ADDRESS));
        if (!home.find()) {
            return 0;
        }
        found.add(new Personal(PersonalKind.HOME_ADDRESS, home.start(1), home.group(1)));
        return lineEnd;
    }

    /**
     * Examines an address that may end here; returns the end of the line if there was one, so that it is reported once.
     */
    private static int address(String text, int at, List<Personal> found) {
        int from = Math.max(text.lastIndexOf('\n', at) + 1, at - MAX_ADDRESS);
        Matcher address = ADDRESS.matcher(text).region(from, at + 1);
        if (!address.find()) {
            return 0;
        }
        int end = text.indexOf('\n', at);
        found.add(new Personal(PersonalKind.HOME_ADDRESS, address.start(), address.group()));
        return end < 0 ? text.length() : end;
    }
}
