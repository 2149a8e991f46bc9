package org.gongkai.feature.register.chart;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Divides a calendar into months, quarters or years.
 *
 * @param cells from the first day on, without gaps; the first and the last may be cut
 * @param years the years above them; empty if the cells are years
 */
record TimelineAxis(List<Cell> cells, List<Cell> years) {

    private static final int MOST_MONTHS = 18;
    private static final int MOST_MONTHS_OF_QUARTERS = 60;
    private static final int MOST_YEARS = 12;
    private static final int YEAR = 12;
    private static final int QUARTER = 3;

    private static final List<String> QUARTERS = List.of("一季度", "二季度", "三季度", "四季度");

    /**
     * A part of the calendar.
     *
     * @param from its first day, as a day of the epoch
     * @param end the day after its last day
     */
    record Cell(String name, long from, long end) {}

    static TimelineAxis of(LocalDate from, LocalDate to) {
        int months = months(YearMonth.from(to)) - months(YearMonth.from(from)) + 1;
        List<Cell> years = cells(from, to, YEAR, month -> month.getYear() + "年");
        if (months <= MOST_MONTHS) {
            return new TimelineAxis(cells(from, to, 1, month -> month.getMonthValue() + "月"), years);
        }
        if (months <= MOST_MONTHS_OF_QUARTERS) {
            return new TimelineAxis(
                    cells(from, to, QUARTER, month -> QUARTERS.get((month.getMonthValue() - 1) / QUARTER)), years);
        }
        int step = step(to.getYear() - from.getYear() + 1);
        Function<YearMonth, String> name =
                month -> step == 1 ? month.getYear() + "年" : month.getYear() + "–" + (month.getYear() + step - 1);
        return new TimelineAxis(cells(from, to, step * YEAR, name), List.of());
    }

    /** Returns 1, 2 or 5 times a power of ten, so that there are not too many cells. */
    private static int step(int years) {
        int power = 1;
        while (true) {
            for (int factor : new int[] {1, 2, 5}) {
                if (years <= MOST_YEARS * factor * power) {
                    return factor * power;
                }
            }
            power *= 10;
        }
    }

    private static int months(YearMonth month) {
        return month.getYear() * YEAR + month.getMonthValue() - 1;
    }

    private static List<Cell> cells(LocalDate from, LocalDate to, int step, Function<YearMonth, String> name) {
        long end = to.toEpochDay() + 1;
        int first = Math.floorDiv(months(YearMonth.from(from)), step) * step;
        List<Cell> cells = new ArrayList<>();
        for (int month = first; month <= months(YearMonth.from(to)); month += step) {
            long begins = month(month).atDay(1).toEpochDay();
            long ends = month(month + step).atDay(1).toEpochDay();
            cells.add(new Cell(name.apply(month(month)), Math.max(begins, from.toEpochDay()), Math.min(ends, end)));
        }
        return cells;
    }

    private static YearMonth month(int months) {
        return YearMonth.of(Math.floorDiv(months, YEAR), Math.floorMod(months, YEAR) + 1);
    }
}
