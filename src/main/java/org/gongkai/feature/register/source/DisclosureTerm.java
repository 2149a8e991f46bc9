package org.gongkai.feature.register.source;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.gongkai.feature.register.model.TimeLimit;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.site.Item;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.FullWidth;
import org.gongkai.text.Period;

/**
 * How often an item of the catalogue is to be published, and within which time, as its 时限 says in words.
 *
 * @param months the length of each period of which something is to be published; 0 if the term names no period
 * @param limit the time after a period, or else after an event; empty if the term names none
 */
public record DisclosureTerm(int months, Optional<TimeLimit> limit) {

    private static final int YEAR = 12;

    /** The name of a month, which is no period: 每年三月底前 is once a year. */
    private static final Pattern MONTH = Pattern.compile("[\\d" + ChineseNumeral.TO_TEN + "]+月");

    /** Reads a 时限, and not the remark behind it that it could not be counted. */
    public static DisclosureTerm of(String text) {
        String term = FullWidth.narrow(text.split(TimeLimit.DOUBT, 2)[0]);
        String often =
                MONTH.matcher(TimeLimit.WORDS.matcher(term).replaceAll("")).replaceAll("");
        int months = often.contains("半年")
                ? 6
                : often.contains("季") ? 3 : often.contains("月") ? 1 : often.contains("年") ? YEAR : 0;
        return new DisclosureTerm(months, TimeLimit.find(term));
    }

    /**
     * Returns the periods of a year of each of which something is to be published; none if the term names no period.
     */
    public List<Period> periods(int year) {
        return months == 0 ? List.of() : Period.of(year, months);
    }

    /**
     * Returns the last day on which what reports a period or an event is in time.
     *
     * @param event the last day of the period, or the day of the event
     * @param days how many days it has where the term names none, or working days that cannot be counted
     */
    public TimeLimit.End end(LocalDate event, int days, WorkCalendar calendar) {
        LocalDate otherwise = event.plusDays(days);
        return limit.map(it -> it.end(event, calendar, otherwise))
                .orElseGet(() -> new TimeLimit.End(otherwise, OptionalInt.empty()));
    }

    /**
     * Returns those entries of the year that a period lies in which are about the period, and do not only adjust what
     * was published of it.
     */
    public static List<Item> of(Period period, List<Item> ofYear) {
        return ofYear.stream()
                .filter(item -> item.entry().adjustment().isEmpty())
                .filter(item -> period.months() == YEAR || period.contains(day(item)))
                .toList();
    }

    /** The day of what an entry reports, or of its publication. */
    private static LocalDate day(Item item) {
        return EntryFacts.eventDay(item).orElse(item.entry().dates().day());
    }
}
