package org.gongkai.feature.register.chart;

/** How a surface is filled where colour alone must not tell it from others. */
enum ChartPattern {
    STRIPES("stripes", 6, "<path d=\"M-1 7L7 -1M-1 1L1 -1M5 7L7 5\""),
    DOTS("dots", 4, "<path d=\"M1 2h2\""),
    HATCH("hatch", 5, "<path d=\"M0 0L5 5M0 5L5 0\"");

    private final String suffix;
    private final int size;
    private final String path;

    ChartPattern(String suffix, int size, String path) {
        this.suffix = suffix;
        this.size = size;
        this.path = path;
    }

    String id(String chart) {
        return chart + "-" + suffix;
    }

    /** Returns its definition in a chart, drawn in one colour. */
    String definition(String chart, String colour) {
        return "<pattern id=\"" + id(chart) + "\" patternUnits=\"userSpaceOnUse\" width=\"" + size + "\" height=\""
                + size
                + "\"><rect class=\"chart-ground\" width=\"" + size + "\" height=\"" + size + "\" fill=\"#ffffff\"/>"
                + path
                + " class=\"chart-ink chart-ink-" + suffix + "\" fill=\"none\" stroke=\"" + colour
                + "\" stroke-width=\"1.5\"/></pattern>";
    }
}
