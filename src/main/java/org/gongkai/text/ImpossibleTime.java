package org.gongkai.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds days and hours that do not exist, and spans that end before they begin, in fields that say when. */
public final class ImpossibleTime {

    private static final Pattern DAY = Pattern.compile(
            "(?<!\\d)(?:(\\d{4})\\s*(?:年|[-/.])\\s*)?(\\d{1,2})(?:(?<=\\d{4}.{1,4})[-/.]|\\s*月)\\s*(\\d{1,2})"
                    + "(?!\\d)(?:[日号]|(?<=[-/.]\\d{1,2}))");
    /** What can only be meant as a day. */
    private static final Pattern ALONE = Pattern.compile("\\d{2,4}([-/.])\\d{1,2}\\1\\d{0,2}");

    private static final Pattern MOMENT = Pattern.compile(DAY.pattern() + MomentText.AFTER_DAY);

    private static final Pattern MONTH = Pattern.compile("(?<!\\d)(\\d{1,2})\\s*月");
    private static final Pattern HOUR = Pattern.compile(
            "(?<!\\d)(\\d{1,2})\\s*(?::(\\d{2})(?!\\d)|时(?![间长候])|点(?=\\s*(?:\\d{1,2}分|半|整|钟|$)))(?:\\s*(\\d{1,2})分)?");
    private static final Pattern WITHOUT_HALF =
            Pattern.compile("(?:\\d{1,2}|[两" + ChineseNumeral.TO_TEN + "]{1,3})\\s*[时点:].*");
    private static final Pattern TO = Pattern.compile("\\s*(?:[-—–~～]+|至|到)\\s*");

    /** A span of hours from the evening of a day may end in the morning of the next. */
    private static final LocalTime EVENING = LocalTime.of(17, 0);

    /** A longer text says more than when something is. */
    private static final int LONGEST = 100;

    private ImpossibleTime() {}

    /**
     * Returns what is wrong in words; empty if nothing is, or if the text names no day and no hour.
     *
     * @param year the year of days that name none
     */
    public static Optional<String> in(String typed, int year) {
        String text = typed.length() > LONGEST ? "" : DateText.inDigits(typed);
        for (Matcher day = DAY.matcher(text); day.find(); ) {
            try {
                LocalDate.of(
                        day.group(1) == null ? year : Integer.parseInt(day.group(1)),
                        Integer.parseInt(day.group(2)),
                        Integer.parseInt(day.group(3)));
            } catch (DateTimeException e) {
                return Optional.of("没有“" + day.group().strip() + "”这一天");
            }
        }
        for (Matcher month = MONTH.matcher(text); month.find(); ) {
            int number = Integer.parseInt(month.group(1));
            if (number < 1 || number > 12) {
                return Optional.of("没有“" + month.group() + "”");
            }
        }
        for (Matcher hour = HOUR.matcher(text); hour.find(); ) {
            String minute = hour.group(2) == null ? hour.group(3) : hour.group(2);
            if (Integer.parseInt(hour.group(1)) > 24 || minute != null && Integer.parseInt(minute) > 59) {
                return Optional.of("没有“" + hour.group() + "”这个时间");
            }
        }
        for (Matcher moment = MOMENT.matcher(text); moment.find(); ) {
            // 24时 is the end of a day.
            if ((moment.group("night") != null || moment.group("morning") != null)
                    && !"24".equals(moment.group("hour"))
                    && MomentText.parse(MomentText.completed(moment.group(), year))
                            .isEmpty()) {
                return Optional.of("看不出“" + moment.group().strip() + "”是哪一天的什么时间");
            }
        }
        if (ALONE.matcher(text.strip()).matches() && MomentText.parse(text).isEmpty()) {
            return Optional.of("“" + text.strip() + "”不是日期");
        }
        return isBackwards(text, year) ? Optional.of("结束早于开始，请核对") : Optional.empty();
    }

    private static boolean isBackwards(String text, int year) {
        if (Period.isBackwards(text, year)) {
            return true;
        }
        Matcher to = TO.matcher(text);
        while (to.find()) {
            Optional<LocalDateTime> from = moment(text.substring(0, to.start()), year, Optional.empty());
            Optional<LocalDateTime> until = from.flatMap(it -> moment(text.substring(to.end()), year, from));
            if (until.isPresent() && until.get().isBefore(from.get())) {
                return !from.get().toLocalDate().equals(until.get().toLocalDate())
                        || from.get().toLocalTime().isBefore(EVENING);
            }
        }
        return false;
    }

    /** A moment with an hour; without a day that of the moment before, or any. */
    private static Optional<LocalDateTime> moment(String text, int year, Optional<LocalDateTime> before) {
        LocalDate day = before.map(LocalDateTime::toLocalDate).orElse(LocalDate.of(year, 1, 1));
        String afternoon = before.filter(it -> it.getHour() >= 12).isPresent()
                        && WITHOUT_HALF.matcher(text.strip()).matches()
                ? "下午"
                : "";
        return MomentText.parse(MomentText.completed(text, year))
                .or(() -> MomentText.parse(day + " " + afternoon + text.strip()))
                .filter(MomentText::hasTime)
                .map(MomentText::start);
    }
}
