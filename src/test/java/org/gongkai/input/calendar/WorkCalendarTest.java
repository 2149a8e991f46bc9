package org.gongkai.input.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.input.calendar.WorkCalendar.PeriodStart.FROM_FIRST_DAY;
import static org.gongkai.input.calendar.WorkCalendar.PeriodStart.FROM_NEXT_DAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.gongkai.input.data.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

    private final WorkCalendar calendar = new WorkCalendar(new YamlReader(), List.of());

    @ParameterizedTest
    @CsvSource({
        "2020-04-30, 2020-05-09, 2020-05-11",
        "2020-04-27, 2020-05-06, 2020-05-07",
        "2020-09-28, 2020-10-10, 2020-10-12",
        "2024-09-10, 2024-09-14, 2024-09-18",
        "2018-12-25, 2018-12-29, 2019-01-02"
    })
    void fiveWorkingDaysEnd(LocalDate from, LocalDate countingTheFirstDay, LocalDate fromTheNext) {
        assertThat(calendar.end(from, 5, FROM_FIRST_DAY)).contains(countingTheFirstDay);
        assertThat(calendar.end(from, 5, FROM_NEXT_DAY)).contains(fromTheNext);
        assertThat(calendar.count(from, countingTheFirstDay, FROM_FIRST_DAY)).hasValue(5);
        assertThat(calendar.count(from, fromTheNext, FROM_NEXT_DAY)).hasValue(5);
    }

    /** Spring Festival of 2020 was lengthened to 2 February, which took back the make-up day of 1 February. */
    @ParameterizedTest
    @CsvSource({
        "true, 2020-01-19 2020-04-26 2011-12-31 2026-02-14 2020-02-03",
        "false, 2020-01-31 2020-02-01 2020-02-02 2007-12-31 2022-12-31 2015-09-03"
    })
    void isWorkedOrOff(boolean works, String days) {
        assertThat(days.split(" "))
                .allMatch(day -> calendar.isWorkingDay(LocalDate.parse(day)).equals(Optional.of(works)));
    }

    @Test
    void knowsTheYearsFrom2004To2026() {
        LocalDate middle = LocalDate.of(2000, 6, 1);
        assertThat(IntStream.range(0, 40)
                        .filter(n -> calendar.isWorkingDay(middle.plusYears(n)).isPresent()))
                .containsExactlyElementsOf(IntStream.rangeClosed(4, 26).boxed().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01, 2027-03-05, 2027",
        "2026-12-18, 2027-01-04, 2027",
        "2026-12-18, 2026-12-22, 2027",
        "2003-12-31, 2004-01-05, 2003"
    })
    void doesNotGuessAYearWithoutAPlan(LocalDate from, LocalDate to, int year) {
        assertThat(calendar.count(from, to, FROM_FIRST_DAY)).isEmpty();
        assertThat(calendar.missingYear(from, to)).hasValue(year);
    }

    @Test
    void knowsDecemberAsFarAsTheNextPlanDoesNotReachBack() {
        assertThat(calendar.count(LocalDate.of(2026, 12, 15), LocalDate.of(2026, 12, 21), FROM_FIRST_DAY))
                .hasValue(5);
        assertThat(calendar.end(LocalDate.of(2026, 12, 15), 6, FROM_FIRST_DAY)).isEmpty();
    }

    @Test
    void takesThePlanOfASiteInThePlaceOfItsOwn() {
        LocalDate monday = LocalDate.of(2027, 2, 1);
        LocalDate sunday = LocalDate.of(2026, 12, 27);
        WorkCalendar own = new WorkCalendar(
                new YamlReader(), List.of(new HolidayPlan(2027, Map.of(monday, "厂休"), Set.of(sunday))));

        assertThat(own.isWorkingDay(monday)).contains(false);
        assertThat(own.isWorkingDay(sunday)).contains(true);
    }

    @Test
    void countsNothingInAPeriodOfOneDayFromTheNext() {
        LocalDate day = LocalDate.of(2024, 5, 8);
        assertThat(calendar.count(day, day, FROM_NEXT_DAY)).hasValue(0);
    }
}
