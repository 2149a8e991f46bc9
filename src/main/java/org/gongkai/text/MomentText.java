package org.gongkai.text;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day with an optional time, or a span that begins with one, as people write it: 2026-05-29 16:00, 2026年5月29日下午4时,
 * 5月29日（星期五）14:30—16:00, ２０２６．５．２９ 上午９点半, 二〇二六年五月二十九日, 20260529.
 *
 * @param start the day, at midnight if no time is written
 * @param hasTime whether a time is written
 * @param end the end of a span
 * @param weekday the day of the week that is written, which need not be that of the day
 */
public record MomentText(
        LocalDateTime start, boolean hasTime, Optional<LocalDateTime> end, Optional<DayOfWeek> weekday) {

    static final String WEEKDAYS = "一二三四五六日天";
    private static final int NOON = 12;
    /** 晚上3点 is the hour of another day, or a typing error. */
    private static final int FIRST_OF_NIGHT = 5;

    private static final String WEEKDAY = "(?:\\s*[(（]?\\s*(?:星期|周|礼拜)(?<weekday>[" + WEEKDAYS + "])\\s*[)）]?)?";
    private static final String HALF =
            "(?:(?<morning>(?<dawn>凌晨)|清晨|清早|早晨|早上|上午)|(?<noon>中午|正午)" + "|(?<evening>下午|午后|傍晚|(?<night>晚上|晚间|夜间|晚)))?";
    private static final String TIME =
            HALF + "\\s*(?:(?<hour>\\d{1,2})|(?<numeral>[两" + ChineseNumeral.TO_TEN + "]{1,3})"
                    + "(?=\\s*[时点]))(?:\\s*:\\s*(?<minute>\\d{1,2})(?:\\s*:\\s*(?<second>\\d{1,2})(?:\\.\\d+)?)?"
                    + "|\\s*[时点]\\s*(?:(?<minutes>\\d{1,2})(?:\\s*分(?:\\s*(?<seconds>\\d{1,2})\\s*秒)?)?|(?<quarter>半|一刻|三刻)|整|钟)?)"
                    + "(?:Z|[+]\\d{2}:?\\d{2}|(?<=:\\d{2}:\\d{2})-\\d{2}:?\\d{2})?";
    private static final String AT = "(?:[T\\s,，、]*(?<time>" + TIME + "))?";
    private static final Pattern POINT = Pattern.compile("\\s*(?:" + DateText.TYPED + WEEKDAY + ")?" + AT + "\\s*");

    /** What may follow a day: the day of the week and the time. */
    static final String AFTER_DAY = WEEKDAY + AT;

    private static final Pattern TO = Pattern.compile("\\s*(?:[-—–~～]+|至|到)\\s*");

    private static final Pattern HALF_DAY = Pattern.compile("(?<=[日号）)])\\s*(?:上午|下午|晚上)\\s*$");

    /** A day without a year at the beginning of a text. */
    private static final Pattern WITHOUT_YEAR = Pattern.compile("^\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*[日号].*");

    /**
     * Parses a day, a moment or a span.
     *
     * @return empty if the text is anything else, has a day without a year, or names a day or time that does not exist
     */
    public static Optional<MomentText> parse(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || !DateText.mayBeYear(stripped.charAt(0))) {
            return Optional.empty();
        }
        String typed = DateText.inDigits(stripped);
        Matcher point = POINT.matcher(typed);
        if (!point.lookingAt() || point.group("year") == null) {
            return Optional.empty();
        }
        try {
            LocalDate day = day(point, 0);
            Optional<LocalTime> time = time(point, Optional.empty());
            Optional<DayOfWeek> weekday = Optional.ofNullable(point.group("weekday"))
                    .map(it -> DayOfWeek.of(Math.min(WEEKDAYS.indexOf(it) + 1, DayOfWeek.SUNDAY.getValue())));
            boolean afternoon = point.group("time") != null && point.group("evening") != null;
            Optional<LocalDateTime> end = Optional.empty();
            if (point.end() < typed.length()) {
                end = end(typed.substring(point.end()), day, time, afternoon);
                if (end.isEmpty()) {
                    return Optional.empty();
                }
            }
            return DateText.isPlausible(day)
                    ? Optional.of(
                            new MomentText(day.atTime(time.orElse(LocalTime.MIDNIGHT)), time.isPresent(), end, weekday))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes the year before a day that lacks it, and leaves out a part of the day that has no hour behind it; returns
     * any other text as it is.
     */
    public static String completed(String text, int year) {
        String typed = text.indexOf('午') < 0 && text.indexOf('晚') < 0
                ? text
                : HALF_DAY.matcher(text).replaceFirst("");
        return typed.indexOf('月') >= 0
                        && WITHOUT_YEAR.matcher(FullWidth.narrow(typed)).matches()
                ? year + "年" + typed.strip()
                : typed;
    }

    /** The end of a span: a time on the day of its beginning, or another moment that is not before it. */
    private static Optional<LocalDateTime> end(
            String typed, LocalDate day, Optional<LocalTime> time, boolean afternoon) {
        Matcher to = TO.matcher(typed);
        if (!to.lookingAt() || time.isEmpty()) {
            return Optional.empty();
        }
        Matcher point = POINT.matcher(typed.substring(to.end()));
        if (!point.matches() || point.group("time") == null) {
            return Optional.empty();
        }
        LocalDate last = point.group("d") == null && point.group("dd") == null && point.group("ddd") == null
                ? day
                : day(point, day.getYear());
        LocalDateTime end = last.atTime(time(point, Optional.of(afternoon)).orElseThrow());
        return end.isBefore(day.atTime(time.get())) ? Optional.empty() : Optional.of(end);
    }

    private static LocalDate day(Matcher point, int year) {
        String typedYear = point.group("year");
        return LocalDate.of(
                typedYear == null ? year : Integer.parseInt(typedYear),
                first(point, "m", "mm", "mmm"),
                first(point, "d", "dd", "ddd"));
    }

    /**
     * The time of day; 下午4时 and 晚上8点 count from noon.
     *
     * @param afternoon whether the time before it did, if there is one: 下午2时至4时 ends at 16:00
     */
    private static Optional<LocalTime> time(Matcher point, Optional<Boolean> afternoon) {
        if (point.group("time") == null) {
            return Optional.empty();
        }
        String digits = point.group("hour");
        int hour = digits == null ? ChineseNumeral.parse(point.group("numeral")) : Integer.parseInt(digits);
        boolean morning = point.group("morning") != null;
        boolean named = morning || point.group("noon") != null || point.group("evening") != null;
        boolean second = point.group("evening") != null
                || point.group("noon") != null && hour < NOON - 1
                || !named && afternoon.orElse(false);
        boolean isOfNextDay = hour == NOON && point.group("dawn") != null
                || (hour == NOON || hour < FIRST_OF_NIGHT) && point.group("night") != null;
        if (morning && hour > NOON || isOfNextDay) {
            throw new DateTimeException("no hour of this half of the day: " + hour);
        }
        int of24 = second && hour < NOON ? hour + NOON : hour;
        int minute = point.group("quarter") == null
                ? first(point, "minute", "minutes")
                : switch (point.group("quarter")) {
                    case "半" -> 30;
                    case "一刻" -> 15;
                    default -> 45;
                };
        return Optional.of(LocalTime.of(of24, minute, first(point, "second", "seconds")));
    }

    private static int first(Matcher point, String... groups) {
        for (String group : groups) {
            if (point.group(group) != null) {
                return Integer.parseInt(point.group(group));
            }
        }
        return 0;
    }
}
