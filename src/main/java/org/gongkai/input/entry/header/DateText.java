package org.gongkai.input.entry.header;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.data.NormalizedText;

/**
 * Parses and formats dates: 2020-01-05, 2020/1/5, 2020.1.5, 2020年1月5日 (or 号), each with an optional time, in ASCII or
 * full-width characters.
 */
public final class DateText {

    private static final Pattern DATE = Pattern.compile(
            "(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号])"
                    + "(?:[T\\s]*(\\d{1,2})[:时](\\d{1,2})(?:[:分](\\d{1,2})(?:\\.\\d+)?秒?|分)?(?:Z|[+-]\\d{2}:?\\d{2})?)?");

    /** The earliest plausible year; anything outside the range is a typing error. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2100;

    private DateText() {}

    /**
     * Parses a date with an optional time, which defaults to midnight. Empty if the text is malformed, the date does
     * not exist or its year is implausible.
     */
    public static Optional<LocalDateTime> parse(String text) {
        Matcher m = DATE.matcher(NormalizedText.plain(text.strip()));
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(number(m, 1), number(m, 3, 5), number(m, 4, 6));
            if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
                return Optional.empty();
            }
            LocalTime time = m.group(7) == null
                    ? LocalTime.MIDNIGHT
                    : LocalTime.of(number(m, 7), number(m, 8), m.group(9) == null ? 0 : number(m, 9));
            return Optional.of(date.atTime(time));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Formats a date as in official documents: full year, no leading zeros (GB/T 9704-2012). */
    public static String chinese(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /** Formats a date as 1月5日. */
    public static String chineseDay(LocalDate date) {
        return date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /** Formats a time as 2020-01-05 09:30. */
    public static String minutes(LocalDateTime time) {
        return time.toLocalDate() + " " + twoDigits(time.getHour()) + ":" + twoDigits(time.getMinute());
    }

    /** Faster than a formatter, which matters because every page has several times. */
    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private static int number(Matcher m, int... groups) {
        for (int group : groups) {
            if (m.group(group) != null) {
                return Integer.parseInt(m.group(group));
            }
        }
        throw new IllegalStateException("no group took part");
    }
}
