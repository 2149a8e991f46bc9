package org.gongkai.write.document.fact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.data.NormalizedText;

/** Dates in official documents: 2024年3月5日, 2024-03-05, 二〇二四年三月五日, with blanks between the parts. */
public final class ChineseDate {

    /** Longer texts are no units with a date. */
    private static final int LONGEST = 100;

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String NUMERALS = "[〇○Oo０零一二三四五六七八九十]";

    /** A whole date; year, month and day in digits or in numerals. */
    private static final Pattern DATE =
            Pattern.compile("((?:19|20|21)\\d{2})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*[日号]?" + "|("
                    + NUMERALS + "{4})\\s*年\\s*(" + NUMERALS + "{1,3})\\s*月\\s*(" + NUMERALS + "{1,3})\\s*[日号]");

    private ChineseDate() {}

    /** Returns the date that a text is; empty if it is anything else or there is no such day. */
    public static Optional<LocalDate> of(String text) {
        Matcher found = DATE.matcher(NormalizedText.plain(text.strip()));
        return found.matches() ? date(found) : Optional.empty();
    }

    /** Whether a text is written as a date, whether or not there is such a day. */
    static boolean isWritten(String text) {
        return DATE.matcher(NormalizedText.plain(text.strip())).matches();
    }

    /** Returns the date at the end of a text, and what stands before it. */
    static Optional<Trailing> trailing(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = NormalizedText.plain(text.strip());
        Matcher found = DATE.matcher(plain);
        while (found.find()) {
            if (found.end() == plain.length() && found.start() > 0) {
                String before = text.strip().substring(0, found.start());
                return date(found).map(date -> new Trailing(before.strip(), date));
            }
        }
        return Optional.empty();
    }

    /** A date at the end of a text that begins with something else. */
    record Trailing(String before, LocalDate date) {}

    private static Optional<LocalDate> date(Matcher found) {
        try {
            return Optional.of(
                    found.group(1) != null
                            ? LocalDate.of(
                                    Integer.parseInt(found.group(1)),
                                    Integer.parseInt(found.group(2)),
                                    Integer.parseInt(found.group(3)))
                            : LocalDate.of(digits(found.group(4)), number(found.group(5)), number(found.group(6))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The year that four numerals write digit by digit. */
    static int digits(String numerals) {
        int number = 0;
        for (char c : numerals.toCharArray()) {
            number = number * 10 + digit(c);
        }
        return number;
    }

    /** The number up to 99 that numerals write with 十, or digit by digit. */
    private static int number(String numerals) {
        int ten = numerals.indexOf('十');
        if (ten < 0) {
            return digits(numerals);
        }
        int tens = ten == 0 ? 1 : digit(numerals.charAt(0));
        return tens * 10 + (ten + 1 < numerals.length() ? digit(numerals.charAt(ten + 1)) : 0);
    }

    private static int digit(char c) {
        return Math.max(0, DIGITS.indexOf(c));
    }
}
