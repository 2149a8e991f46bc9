package org.gongkai.feature.register.chart;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The widths that a chart can have, in em of its text. A style sheet cannot ask for the width of a view box, so there
 * is a class for each. The widest is still readable across a page of A4.
 */
enum ChartWidth {
    W20(20),
    W30(30),
    W40(40),
    W50(50),
    W70(70);

    private final int ems;

    ChartWidth(int ems) {
        this.ems = ems;
    }

    /** Returns the width of the view box. */
    int units() {
        return ems * ChartText.SIZE;
    }

    String cssClass() {
        return "chart-" + ems;
    }

    static Stream<ChartWidth> ascending() {
        return Arrays.stream(values());
    }

    /** Returns the smallest width of at least so many units, or the widest. */
    static ChartWidth atLeast(double units) {
        return ascending().filter(width -> width.units() >= units).findFirst().orElse(W70);
    }
}
