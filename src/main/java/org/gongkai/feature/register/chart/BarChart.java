package org.gongkai.feature.register.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bars that stand beside each other in groups, one group for each category.
 *
 * @param title what is shown, for those who cannot see it
 * @param description the same in more words; may be empty
 * @param unit of the values, such as 人; may be empty
 * @param categories the names of the groups, 1 to {@value #MOST_CATEGORIES}
 * @param series 1 to {@value #MOST_SERIES}, each with a value for each category
 * @param norm what the values are held against
 */
public record BarChart(
        String title,
        String description,
        String unit,
        List<String> categories,
        List<Series> series,
        Optional<Norm> norm) {

    public static final int MOST_CATEGORIES = 36;
    public static final int MOST_SERIES = 4;

    /**
     * What one bar of each group shows.
     *
     * @param values for each category; zero and an absent value look different
     */
    public record Series(String name, List<Optional<BigDecimal>> values) {
        public Series {
            values = List.copyOf(values);
            values.stream().flatMap(Optional::stream).forEach(BarChart::requireNotNegative);
        }
    }

    /** A value that is drawn as a line across the chart, such as a number of meetings that is required. */
    public record Norm(BigDecimal value, String label) {
        public Norm {
            requireNotNegative(value);
        }
    }

    /**
     * Creates a chart.
     *
     * @throws IllegalArgumentException if there are too many or too few of anything
     */
    public BarChart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        require(!categories.isEmpty() && categories.size() <= MOST_CATEGORIES, "categories", categories.size());
        require(!series.isEmpty() && series.size() <= MOST_SERIES, "series", series.size());
        for (Series one : series) {
            require(
                    one.values().size() == categories.size(),
                    "values of " + one.name(),
                    one.values().size());
        }
    }

    /** Creates a chart without a norm. */
    public BarChart(String title, String description, String unit, List<String> categories, List<Series> series) {
        this(title, description, unit, categories, series, Optional.empty());
    }

    private static void require(boolean condition, String what, int count) {
        if (!condition) {
            throw new IllegalArgumentException("Number of " + what + ": " + count);
        }
    }

    private static void requireNotNegative(BigDecimal value) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("Bars cannot show negative values: " + value);
        }
    }

    /** Returns all values and the norm. */
    Stream<BigDecimal> values() {
        return Stream.concat(
                series.stream().flatMap(one -> one.values().stream()).flatMap(Optional::stream),
                norm.stream().map(Norm::value));
    }

    /**
     * Returns the chart.
     *
     * @param id unique on the page, of letters, digits, - and _; all ids in the chart begin with it
     */
    public String svg(String id) {
        return new BarDrawing(this).svg(id);
    }
}
