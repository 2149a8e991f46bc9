package org.gongkai.feature.register.chart;

import java.util.List;
import java.util.Optional;

/**
 * Where the bars of a chart stand. Prefers names that lie to names that rise, then numbers at all bars to none, then a
 * small chart.
 *
 * @param left where the first group begins
 * @param group the width of a group
 * @param bar the width of a bar
 * @param rising whether the names of groups rise, as they are too long to lie
 */
record BarLayout(ChartWidth width, double left, double group, double bar, boolean rising) {

    /** What is free on the right. */
    static final double RIGHT = 4;

    private static final double WIDEST_BAR = 40;
    private static final double LEAST_BAR = 12;
    private static final double SHARE_OF_GAP = 0.2;
    private static final double GAP_OF_NAMES = 4;
    private static final double LONGEST_RISING = 9 * ChartText.SIZE;
    private static final double SLOPE = Math.sqrt(0.5);

    /**
     * What decides.
     *
     * @param names the widths of the names of all groups
     * @param number the width of the widest number at a bar
     * @param axis the width of the axis and its numbers
     * @param series how many bars a group has
     */
    record Needs(List<Double> names, double number, double axis, int series) {

        private double widestName() {
            return names.stream().mapToDouble(name -> name).max().orElse(0);
        }

        /** Returns the left margin with which no name that rises begins outside. */
        private double risingLeft(double units) {
            double group = (units - axis - RIGHT) / names.size();
            double left = axis;
            for (int i = 0; i < names.size(); i++) {
                left = Math.max(left, Math.min(names.get(i), LONGEST_RISING) * SLOPE - (i + 0.5) * group);
            }
            return left;
        }

        private BarLayout in(ChartWidth width, boolean rising) {
            double left = rising ? risingLeft(width.units()) : axis;
            double group = (width.units() - left - RIGHT) / names.size();
            return new BarLayout(width, left, group, Math.min(WIDEST_BAR, group * (1 - SHARE_OF_GAP) / series), rising);
        }

        private boolean lie(BarLayout layout) {
            return layout.group() >= widestName() + GAP_OF_NAMES;
        }

        private boolean haveNumbers(BarLayout layout) {
            return layout.numberRoom(series) >= number;
        }
    }

    static BarLayout of(Needs needs) {
        return smallest(needs, false, true)
                .or(() -> smallest(needs, false, false))
                .or(() -> smallest(needs, true, true))
                .or(() -> smallest(needs, true, false))
                .orElseGet(() -> needs.in(ChartWidth.W70, true));
    }

    private static Optional<BarLayout> smallest(Needs needs, boolean rising, boolean numbers) {
        return ChartWidth.ascending()
                .map(width -> needs.in(width, rising))
                .filter(layout -> rising || needs.lie(layout))
                .filter(layout -> numbers ? needs.haveNumbers(layout) : layout.bar() >= LEAST_BAR)
                .findFirst();
    }

    /** Returns how wide a number at a bar may be. A bar that stands alone may have one that is wider than itself. */
    double numberRoom(int series) {
        return series == 1 ? Math.max(bar, group - GAP_OF_NAMES) : bar;
    }

    /** Returns the height of the names. */
    double belowPlot(double widestName) {
        return rising ? Math.min(widestName, LONGEST_RISING) * SLOPE + ChartText.SIZE + 8 : ChartText.SIZE + 10;
    }

    /** Returns as much of a name as there is room for. */
    String cut(String name) {
        return ChartText.cut(name, ChartText.SIZE, rising ? LONGEST_RISING : group);
    }
}
