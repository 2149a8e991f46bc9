package org.gongkai.input.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * The official holiday plan of one year. It may include days of the preceding December: the New Year holiday of 2019
 * began on 30 December 2018, and 29 December was a make-up day.
 *
 * @param year the year
 * @param off the days off with the names of their holidays
 * @param worked the make-up days: weekend days that are worked
 */
public record HolidayPlan(int year, Map<LocalDate, String> off, Set<LocalDate> worked) {

    public HolidayPlan {
        off = Map.copyOf(off);
        worked = Set.copyOf(worked);
    }
}
