package org.gongkai.text;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses and formats dates: those of {@link MomentText}, and 二〇二〇年一月五日, in documents with blanks between the parts.
 */
public final class DateText {

    /** A day as people type it in headers, in digits, perhaps without its year. */
    static final String TYPED = "(?:(?<year>\\d{4})(?:(?<sep>[-/.])(?<m>\\d{1,2})\\k<sep>(?<d>\\d{1,2})|\\s*年\\s*"
            + "(?<mm>\\d{1,2})\\s*月\\s*(?<dd>\\d{1,2})\\s*[日号])|(?<mmm>\\d{1,2})\\s*月\\s*(?<ddd>\\d{1,2})\\s*[日号])";

    /** A day as documents write it, in digits; the groups are year, month and day. */
    public static final String DAY = "(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})(?:\\s*[日号])?";

    private static final String YEAR = "Oo十" + ChineseNumeral.PLACES;
    private static final String NUMERAL = "[0-9" + YEAR + "]";
    private static final String NUMERALS =
            "(" + NUMERAL + "{4})\\s*年\\s*(" + NUMERAL + "{1,3})\\s*月\\s*(" + NUMERAL + "{1,3})\\s*[日号]";
    private static final Pattern WRITTEN = Pattern.compile(DAY + "|" + NUMERALS);

    /** Eight digits in a row. */
    private static final String EIGHT = "(?<!\\d)((?:19|20)\\d{2})(0[1-9]|1[0-2])([0-3]\\d)(?!\\d)";

    private static final Pattern OTHER = Pattern.compile(NUMERALS + "|" + EIGHT);

    /** A day within a text in ASCII digits, with an optional day of the week and time. */
    public static final Pattern WITHIN =
            Pattern.compile("(?:" + DAY + "|" + NUMERALS + "|" + EIGHT + ")" + MomentText.AFTER_DAY);

    /** Maximum length of a line that may end with a date. */
    private static final int LONGEST = 100;

    /** The earliest plausible year; anything outside the range is a typing error. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2100;

    private DateText() {}

    /**
     * Parses a date with an optional time, which defaults to midnight, or the beginning of a span. Empty if the text is
     * malformed, the date does not exist or its year is implausible.
     */
    public static Optional<LocalDateTime> parse(String text) {
        return MomentText.parse(text).map(MomentText::start);
    }

    /** Parses a date and ignores the time. */
    public static Optional<LocalDate> day(String text) {
        return parse(text).map(LocalDateTime::toLocalDate);
    }

    /** Parses a line that consists of a date; empty if it does not, or if the day does not exist. */
    public static Optional<LocalDate> written(String line) {
        Matcher found = WRITTEN.matcher(FullWidth.narrow(line.strip()));
        return found.matches() ? date(found) : Optional.empty();
    }

    /** Whether a line consists of a date, existing or not. */
    public static boolean isWritten(String line) {
        return WRITTEN.matcher(FullWidth.narrow(line.strip())).matches();
    }

    /** A date at the end of a text that begins with something else. */
    public record Trailing(String before, LocalDate date) {}

    /** Returns the date at the end of a line and the text before it. */
    public static Optional<Trailing> trailing(String line) {
        String text = line.length() > LONGEST ? "" : line.strip();
        Matcher found = WRITTEN.matcher(FullWidth.narrow(text));
        while (found.find()) {
            if (found.end() == text.length() && found.start() > 0) {
                String before = text.substring(0, found.start()).strip();
                return date(found).map(date -> new Trailing(before, date));
            }
        }
        return Optional.empty();
    }

    /** Returns a text in ASCII, with days in numerals and of eight digits as 2020年1月5日. */
    public static String inDigits(String typed) {
        return OTHER.matcher(FullWidth.narrow(typed)).replaceAll(day -> {
            int from = day.group(1) == null ? 4 : 1;
            return number(day.group(from)) + "年" + number(day.group(from + 1)) + "月" + number(day.group(from + 2))
                    + "日";
        });
    }

    /** Whether a year may begin with a character. */
    static boolean mayBeYear(char c) {
        return FullWidth.isDigit(c) || YEAR.indexOf(FullWidth.narrow(c)) >= 0;
    }

    private static int number(String part) {
        return part.indexOf('十') < 0 ? ChineseNumeral.parsePlaces(part) : ChineseNumeral.parse(part);
    }

    private static Optional<LocalDate> date(Matcher written) {
        int from = written.group(1) == null ? 4 : 1;
        return date(number(written.group(from)), number(written.group(from + 1)), number(written.group(from + 2)));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day)).filter(DateText::isPlausible);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the year of a day is one that entries have. */
    static boolean isPlausible(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    /** Formats a date as in official documents: full year, no leading zeros (GB/T 9704-2012). */
    public static String chinese(LocalDate date) {
        return date.getYear() + "年" + chineseDay(date);
    }

    /** Formats a month as 2020年1月. */
    public static String chinese(YearMonth month) {
        return month.getYear() + "年" + month.getMonthValue() + "月";
    }

    /** Formats one or several days without the year: 12月1日, 12月1日至31日, 12月28日至1月3日. */
    public static String chineseDays(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return chineseDay(first);
        }
        boolean isOfMonth = YearMonth.from(first).equals(YearMonth.from(last));
        return chineseDay(first) + "至" + (isOfMonth ? last.getDayOfMonth() + "日" : chineseDay(last));
    }

    /** Formats a day of the week as 一 to 日. */
    public static String weekday(DayOfWeek day) {
        return MomentText.WEEKDAYS.substring(day.getValue() - 1, day.getValue());
    }

    /** Formats a date as 1月5日. */
    public static String chineseDay(LocalDate date) {
        return date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /** Formats a time of the day as 14时30分, without the minutes of a full hour. */
    public static String chinese(LocalTime time) {
        return time.getHour() + "时" + (time.getMinute() == 0 ? "" : time.getMinute() + "分");
    }

    /** Formats a time as 2020-01-05 09:30. */
    public static String minutes(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ');
    }
}
