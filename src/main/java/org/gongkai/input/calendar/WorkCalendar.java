package org.gongkai.input.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.input.data.YamlReader;
import org.gongkai.io.TextResource;

/**
 * Working days by the official plans: weekends and holidays are off, make-up days are worked. Where the plan of a year
 * is unknown, results are empty, because weekdays alone would be a guess.
 */
public final class WorkCalendar {

    /** The day from which a period is counted. Practice differs, and there is no general rule. */
    public enum PeriodStart {
        /** The first day counts (起始日计入). */
        FROM_FIRST_DAY,
        /** The period is counted from the next day (自次日起算). */
        FROM_NEXT_DAY
    }

    /** The first day of December that the plan of the next year may change. */
    private static final int NEXT_PLAN_FROM = 22;

    private final YamlReader yaml;

    /** Built-in ones are read on demand: most sites need two or three. */
    private final Map<Integer, Optional<HolidayPlan>> plans = new ConcurrentHashMap<>();

    /**
     * @param yaml reads the built-in plans
     * @param own the plans of a site, which replace built-in plans
     */
    public WorkCalendar(YamlReader yaml, Collection<HolidayPlan> own) {
        this.yaml = yaml;
        own.forEach(plan -> plans.put(plan.year(), Optional.of(plan)));
    }

    /**
     * Counts the working days of a period.
     *
     * @param from the first day of the period
     * @param to the last day of the period, inclusive
     * @return the number, 0 if the period ends before it begins; empty if a plan is missing
     */
    public OptionalInt count(LocalDate from, LocalDate to, PeriodStart counting) {
        return days(first(from, counting), to).stream().mapToInt(List::size).findFirst();
    }

    /** Returns the working days of a period, with both its ends; empty if a plan is missing. */
    public Optional<List<LocalDate>> days(LocalDate from, LocalDate to) {
        return missingYear(from, to).isPresent()
                ? Optional.empty()
                : Optional.of(from.datesUntil(to.isBefore(from) ? from : to.plusDays(1))
                        .filter(day -> isWorkingDay(day).orElseThrow())
                        .toList());
    }

    /**
     * Returns the last day of a period of working days.
     *
     * @param from the first day of the period
     * @param days the number of working days, at least 1
     * @return empty if a plan is missing
     */
    public Optional<LocalDate> end(LocalDate from, int days, PeriodStart counting) {
        LocalDate day = first(from, counting);
        for (int left = days; ; day = day.plusDays(1)) {
            Optional<Boolean> works = isWorkingDay(day);
            if (works.isEmpty()) {
                return Optional.empty();
            }
            left -= works.get() ? 1 : 0;
            if (left == 0) {
                return Optional.of(day);
            }
        }
    }

    /** Returns the first year of a period whose plan is needed and missing. */
    public OptionalInt missingYear(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= lastPlan(to); year++) {
            if (plan(year).isEmpty()) {
                return OptionalInt.of(year);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * Returns true if a day is a working day; empty if the plan of its year, or of the next year if that may change the
     * day, is missing.
     */
    public Optional<Boolean> isWorkingDay(LocalDate day) {
        Optional<HolidayPlan> plan = plan(day.getYear());
        Optional<HolidayPlan> last = plan(lastPlan(day));
        if (plan.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        if (plan.get().worked().contains(day) || last.get().worked().contains(day)) {
            return Optional.of(true);
        }
        if (plan.get().off().containsKey(day) || last.get().off().containsKey(day)) {
            return Optional.of(false);
        }
        return Optional.of(day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
    }

    /** The last year whose plan may change a day. */
    private static int lastPlan(LocalDate day) {
        boolean next = day.getMonth() == Month.DECEMBER && day.getDayOfMonth() >= NEXT_PLAN_FROM;
        return day.getYear() + (next ? 1 : 0);
    }

    private static LocalDate first(LocalDate from, PeriodStart counting) {
        return counting == PeriodStart.FROM_FIRST_DAY ? from : from.plusDays(1);
    }

    private Optional<HolidayPlan> plan(int year) {
        return plans.computeIfAbsent(year, this::builtIn);
    }

    private Optional<HolidayPlan> builtIn(int year) {
        String name = "holidays/" + year + ".yml";
        if (WorkCalendar.class.getResource(name) == null) {
            return Optional.empty();
        }
        return HolidayPlan.read(yaml, name, TextResource.of(WorkCalendar.class, name), problem -> {
            throw new IllegalStateException(problem.text());
        });
    }
}
