package org.gongkai.feature.register.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.calendar.WorkCalendar.PeriodStart;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.FullWidth;

/**
 * A time limit after an event, such as 会后10日内 or 10个工作日内. The day of the event does not count.
 *
 * @param count how many units, at least 1
 * @param working whether the units are working days
 */
public record TimeLimit(int count, ChronoUnit unit, boolean working) {

    /** Matches such a time limit in a text. */
    public static final Pattern WORDS = Pattern.compile("(?<!\\d)(\\d{1,3}|[" + ChineseNumeral.ALL
            + "两]{1,5}|半(?=个月))\\s*(?:个?(工作日)|个?(?:自然)?[天日]|个?(周|星期)|(个月))(?:以|之)?内");

    /** Beginning of the remark that a limit could not be counted. */
    public static final String DOUBT = "（没有";

    /**
     * The last day of a limit.
     *
     * @param missingPlan the year whose holiday plan is missing, in which case the day is a substitute
     */
    public record End(LocalDate day, OptionalInt missingPlan) {

        /** Returns a remark that the limit could not be counted, with what replaces it; empty if it could. */
        public String doubt(String instead) {
            return missingPlan.isEmpty() ? "" : DOUBT + missingPlan.getAsInt() + "年的放假安排，数不了工作日" + instead + "）";
        }
    }

    /** Returns the limit that a text names. */
    public static Optional<TimeLimit> find(String text) {
        Matcher m = WORDS.matcher(FullWidth.narrow(text));
        if (!m.find()) {
            return Optional.empty();
        }
        if (m.group(1).equals("半")) {
            return Optional.of(new TimeLimit(15, ChronoUnit.DAYS, false));
        }
        int count = FullWidth.isDigit(m.group(1).charAt(0))
                ? Integer.parseInt(m.group(1))
                : ChineseNumeral.parse(m.group(1));
        ChronoUnit unit =
                m.group(3) != null ? ChronoUnit.WEEKS : m.group(4) != null ? ChronoUnit.MONTHS : ChronoUnit.DAYS;
        return count < 1 ? Optional.empty() : Optional.of(new TimeLimit(count, unit, m.group(2) != null));
    }

    /**
     * Returns the last day on which it is in time.
     *
     * @param otherwise the day if working days cannot be counted
     */
    public End end(LocalDate event, WorkCalendar calendar, LocalDate otherwise) {
        if (!working) {
            return new End(event.plus(count, unit), OptionalInt.empty());
        }
        return calendar.end(event, count, PeriodStart.FROM_NEXT_DAY)
                .map(day -> new End(day, OptionalInt.empty()))
                .orElseGet(() -> new End(otherwise, calendar.missingYear(event, event.plusYears(count))));
    }
}
