package org.gongkai.render.chart;

import java.util.function.DoublePredicate;

/**
 * The widths that a chart can have, in em of its text. A style sheet cannot ask for the width of a view box, so there is
 * a class for each. The widest is still readable across a page of A4.
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

    /** Returns the smallest width in units that is accepted, or the widest if none is. */
    static ChartWidth smallest(DoublePredicate accepted) {
        for (ChartWidth width : values()) {
            if (accepted.test(width.units())) {
                return width;
            }
        }
        return W70;
    }

    /** Returns the smallest width of at least so many units, or the widest. */
    static ChartWidth atLeast(double units) {
        return smallest(width -> width >= units);
    }
}
