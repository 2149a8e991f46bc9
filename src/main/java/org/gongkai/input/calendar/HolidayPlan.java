package org.gongkai.input.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * The official plan of holidays of one year. A plan may reach into the December before: New Year's holiday of 2019 began
 * on 30 December 2018, and 29 December was worked for it.
 *
 * @param year the year
 * @param off days off and the holiday to which each belongs
 * @param worked days worked in place of others, though they fall on a weekend
 */
public record HolidayPlan(int year, Map<LocalDate, String> off, Set<LocalDate> worked) {

    public HolidayPlan {
        off = Map.copyOf(off);
        worked = Set.copyOf(worked);
    }
}
