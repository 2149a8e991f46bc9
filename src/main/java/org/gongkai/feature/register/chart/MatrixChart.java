package org.gongkai.feature.register.chart;

import java.util.List;

/**
 * A field of states: what was done, is missing or is not due yet, for each subject and period.
 *
 * @param title what is shown, for those who cannot see it
 * @param description the same in more words; may be empty
 * @param rows the names of the subjects, 1 to {@value #MOST_ROWS}
 * @param columns the names of the periods, 1 to {@value #MOST_COLUMNS}
 * @param states for each row, from the first column on; a row of fewer states, which divide the number of columns, has
 *     wider ones
 */
public record MatrixChart(
        String title, String description, List<String> rows, List<String> columns, List<List<State>> states) {

    public static final int MOST_ROWS = 40;
    public static final int MOST_COLUMNS = 12;

    /** The state of a field. */
    public sealed interface State {}

    /** Done, once or several times. */
    public record Done(int count) implements State {
        public Done {
            if (count < 1) {
                throw new IllegalArgumentException("Done, but how often: " + count);
            }
        }
    }

    /** A state that needs no number. */
    public enum Open implements State {
        /** Due, and not done. */
        MISSING,
        /** Not due yet. */
        DUE,
        /** Not expected. */
        NONE
    }

    /**
     * Creates a chart.
     *
     * @throws IllegalArgumentException if there are too many or too few rows, columns or states
     */
    public MatrixChart {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        states = states.stream().map(List::copyOf).toList();
        require(!rows.isEmpty() && rows.size() <= MOST_ROWS, "rows", rows.size());
        require(!columns.isEmpty() && columns.size() <= MOST_COLUMNS, "columns", columns.size());
        require(states.size() == rows.size(), "rows of states", states.size());
        for (List<State> row : states) {
            require(!row.isEmpty() && columns.size() % row.size() == 0, "states in a row", row.size());
        }
    }

    private static void require(boolean condition, String what, int count) {
        if (!condition) {
            throw new IllegalArgumentException("Number of " + what + ": " + count);
        }
    }

    /**
     * Returns the chart.
     *
     * @param id unique on the page, of letters, digits, - and _; all ids in the chart begin with it
     */
    public String svg(String id) {
        return new MatrixDrawing(this).svg(id);
    }
}
