package org.gongkai.check.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gongkai.check.personal.Personal.PersonalKind;
import org.gongkai.text.Characters;
import org.gongkai.text.FullWidth;

/**
 * A run of digits in groups separated by spaces and hyphens. Finds the personal numbers that consist of whole groups;
 * parts of a group are not examined.
 */
final class DigitGroups {

    private static final int LONGEST = 19;

    /** Usual groupings of mobile numbers. */
    private static final Set<String> MOBILE_SHAPES = Set.of("11", "3 4 4", "3 8", "7 4", "4 7", "3 3 5", "4 4 3");

    /** Groupings that several unrelated numbers may form as well. */
    private static final Set<String> RARE_SHAPES = Set.of("7 4", "4 7", "3 3 5", "4 4 3");

    private static final Set<String> ID_SHAPES = Set.of("15", "6 6 3", "17", "18", "6 8 3", "6 8 4");

    private final String text;
    private final List<Group> groups = new ArrayList<>();

    private record Group(int start, int end) {
        int length() {
            return end - start;
        }
    }

    /**
     * @param start the offset of its first digit
     * @param end the offset after its last digit
     */
    DigitGroups(String text, int start, int end) {
        this.text = text;
        for (int at = start; at < end; ) {
            int next = Characters.end(text, at, FullWidth::isDigit);
            if (next > at) {
                groups.add(new Group(at, next));
            }
            at = next + 1;
        }
    }

    /** Returns true if a character may separate the groups of one number. */
    static boolean isJoint(char c) {
        return c == ' ' || c == '-' || c == '\u00A0' || c == '\u3000' || c == '－' || c == '–' || c == '‑';
    }

    /** Returns every personal number in the run, in order. */
    List<Personal> find() {
        List<Personal> found = new ArrayList<>();
        for (int first = 0; first < groups.size(); first++) {
            int last = first;
            int digits = groups.get(first).length();
            while (last + 1 < groups.size() && digits + groups.get(last + 1).length() <= LONGEST) {
                last++;
                digits += groups.get(last).length();
            }
            for (; last >= first; last--) {
                Personal one = of(first, last);
                if (one != null) {
                    found.add(one);
                    first = last;
                    break;
                }
            }
        }
        return found;
    }

    private Personal of(int first, int last) {
        StringBuilder joined = new StringBuilder();
        StringBuilder shape = new StringBuilder();
        for (Group group : groups.subList(first, last + 1)) {
            for (int i = group.start(); i < group.end(); i++) {
                joined.append(FullWidth.narrow(text.charAt(i)));
            }
            shape.append(shape.isEmpty() ? "" : " ").append(group.length());
        }
        String digits = joined.toString();
        int start = groups.get(first).start();
        int end = groups.get(last).end();
        if (digits.length() == 17 && end < text.length() && "XxＸｘ".indexOf(text.charAt(end)) >= 0) {
            digits += "X";
            end++;
        }
        boolean isLikeId = digits.length() == 18 && IdNumbers.isLikeId(digits);
        if (isLikeId && digits.charAt(17) == IdNumbers.checkDigit(digits)) {
            return new Personal(PersonalKind.ID_NUMBER, start, digits);
        }
        if (!standsAlone(start, end) || !isLikeId && digits.endsWith("X")) {
            return null;
        }
        if (digits.length() >= 16 && isCardShape(shape.toString()) && IdNumbers.isBankCard(digits)) {
            return new Personal(PersonalKind.BANK_CARD, start, digits);
        }
        if ((isLikeId || digits.length() == 15 && IdNumbers.isOldId(digits)) && ID_SHAPES.contains(shape.toString())) {
            return new Personal(PersonalKind.LIKELY_ID_NUMBER, start, digits);
        }
        String mobile = withoutCountry(digits);
        boolean shaped = mobile.length() < digits.length() || MOBILE_SHAPES.contains(shape.toString());
        if (mobile.length() == 11
                && shaped
                && IdNumbers.isMobile(mobile)
                && !isDated(shape.toString(), mobile)
                && !isHyphenated(first, last)
                && (!RARE_SHAPES.contains(shape.toString()) || NumberContext.isAnnounced(text, start, end))
                && !NumberContext.isQuantity(text, start, end)) {
            return new Personal(PersonalKind.MOBILE, start, mobile);
        }
        return null;
    }

    private static String withoutCountry(String digits) {
        return digits.length() == 13 && digits.startsWith("86")
                ? digits.substring(2)
                : digits.length() == 15 && digits.startsWith("0086") ? digits.substring(4) : digits;
    }

    private static boolean isCardShape(String shape) {
        return shape.matches("\\d\\d|6 1\\d|4 4 4 4( [1-3])?");
    }

    /** A number followed by a date, such as 135 20240501. */
    private static boolean isDated(String shape, String digits) {
        return shape.equals("3 8") && IdNumbers.isDay(digits.substring(3));
    }

    /**
     * Returns true if a hyphen connects the groups to others, as in document numbers; a country code is not counted.
     */
    private boolean isHyphenated(int first, int last) {
        if (last + 1 < groups.size() && isHyphen(groups.get(last).end())) {
            return true;
        }
        if (first == 0 || !isHyphen(groups.get(first).start() - 1)) {
            // Document numbers have the department before a slash.
            return last > first
                    && groups.get(first).start() > 0
                    && text.charAt(groups.get(first).start() - 1) == '/';
        }
        Group before = groups.get(first - 1);
        return !text.substring(before.start(), before.end()).matches("(00|0)?86");
    }

    private boolean isHyphen(int at) {
        char c = text.charAt(at);
        return isJoint(c) && c != ' ' && c != '\u00A0' && c != '\u3000';
    }

    /** Returns true if the neighboring characters are not part of the same word or decimal number. */
    private boolean standsAlone(int start, int end) {
        if (end < text.length() && isLatin(text.charAt(end))
                || end + 1 < text.length() && text.charAt(end) == '.' && FullWidth.isDigit(text.charAt(end + 1))) {
            return false;
        }
        if (text.startsWith("0.", start - 2)) {
            return false;
        }
        int word = Characters.start(text, start, DigitGroups::isLatin);
        return word == start
                || Set.of("tel", "mobile", "phone", "t", "m")
                        .contains(text.substring(word, start).toLowerCase(Locale.ROOT));
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
