package org.gongkai.feature.register.chart;

import java.time.LocalDate;
import java.util.List;

/**
 * Bars from one day to another under a calendar.
 *
 * @param title what is shown, for those who cannot see it
 * @param description the same in more words; may be empty
 * @param from the first day of the calendar, in the year 1 or later
 * @param to its last day, in the year 9999 or before
 * @param bars 1 to {@value #MOST_BARS}; what lies outside the calendar is not drawn
 * @param today marked by a line if it lies in the calendar
 */
public record TimelineChart(
        String title, String description, LocalDate from, LocalDate to, List<Bar> bars, LocalDate today) {

    public static final int MOST_BARS = 60;
    private static final int LAST_YEAR = 9999;

    /** How far something is. */
    public enum State {
        DONE("已完成", ChartStyle.SPAN_DONE),
        RUNNING("进行中", ChartStyle.SPAN_RUNNING),
        OVERDUE("已逾期", ChartStyle.SPAN_OVERDUE),
        /** Not begun. */
        OPEN("未开始", ChartStyle.SPAN_OPEN);

        private final String words;
        private final ChartStyle style;

        State(String words, ChartStyle style) {
            this.words = words;
            this.style = style;
        }

        String words() {
            return words;
        }

        ChartStyle style() {
            return style;
        }
    }

    /**
     * A bar.
     *
     * @param from its first day
     * @param to its last day
     */
    public record Bar(String label, LocalDate from, LocalDate to, State state, List<Mark> marks) {
        public Bar {
            marks = List.copyOf(marks);
            requireOrder(from, to);
        }

        /** Creates a bar without marks. */
        public Bar(String label, LocalDate from, LocalDate to, State state) {
            this(label, from, to, state, List.of());
        }
    }

    /** A day on a bar. */
    public record Mark(LocalDate day, String label) {}

    /**
     * Creates a chart.
     *
     * @throws IllegalArgumentException if there are too many bars or none, or an end lies before its beginning
     */
    public TimelineChart {
        bars = List.copyOf(bars);
        requireOrder(from, to);
        if (from.getYear() < 1 || to.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("Not in the years 1 to 9999: " + from + " to " + to);
        }
        if (bars.isEmpty() || bars.size() > MOST_BARS) {
            throw new IllegalArgumentException("Number of bars: " + bars.size());
        }
    }

    private static void requireOrder(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("Ends before it begins: " + from + " to " + to);
        }
    }

    /**
     * Returns the chart.
     *
     * @param id unique on the page, of letters, digits, - and _; all ids in the chart begin with it
     */
    public String svg(String id) {
        return new TimelineDrawing(this).svg(id);
    }
}
