package org.gongkai.feature.register.chart;

import java.util.Optional;

/**
 * What the parts of a chart look like without a style sheet, and the classes by which a style sheet finds them. The
 * default theme has these classes at the end of {@code registers.css}.
 */
enum ChartStyle {
    GRID("chart-grid", "none", "#e6e0d5", "1"),
    AXIS("chart-axis", "none", "#565d66", "1"),
    ZERO("chart-zero", "none", "#1f2328", "2"),
    NORM("chart-norm", "none", "#1f2328", "1.5", "7 3"),
    TODAY("chart-today", "none", "#8f1d21", "1.5", "2 2"),

    BAR_1("chart-bar chart-bar-1", "#8f1d21", "#8f1d21", "1"),
    BAR_2("chart-bar chart-bar-2", ChartPattern.STRIPES, "#8a5a00", "1"),
    BAR_3("chart-bar chart-bar-3", "#f3dfb4", "#8a5a00", "1"),
    BAR_4("chart-bar chart-bar-4", ChartPattern.DOTS, "#4a5058", "1"),

    CELL("chart-cell", "#ffffff", "#cfc8ba", "1"),
    CELL_DONE("chart-cell chart-done", "#e9f5ee", "#cfc8ba", "1"),
    CELL_MISSING("chart-cell chart-missing", "#fbeceb", "#8f1d21", "2"),
    TICK("chart-tick", "none", "#1b6b3a", "2"),
    RING("chart-ring", "none", "#8a5a00", "1.5"),

    SPAN_DONE("chart-span chart-span-done", "#cfe6d8", "#1b6b3a", "1"),
    SPAN_RUNNING("chart-span chart-span-running", ChartPattern.STRIPES, "#8a5a00", "1"),
    SPAN_OVERDUE("chart-span chart-span-overdue", ChartPattern.HATCH, "#8f1d21", "2"),
    SPAN_OPEN("chart-span chart-span-open", "#ffffff", "#565d66", "1", "4 2"),
    MARK("chart-mark", "#1f2328", "#ffffff", "1");

    private final String cssClass;
    private final ChartPattern pattern;
    private final String fill;
    private final String stroke;
    private final String strokeWidth;
    private final String dashes;

    ChartStyle(String cssClass, String fill, String stroke, String strokeWidth) {
        this(cssClass, null, fill, stroke, strokeWidth, "");
    }

    ChartStyle(String cssClass, String fill, String stroke, String strokeWidth, String dashes) {
        this(cssClass, null, fill, stroke, strokeWidth, dashes);
    }

    ChartStyle(String cssClass, ChartPattern pattern, String stroke, String strokeWidth) {
        this(cssClass, pattern, "", stroke, strokeWidth, "");
    }

    ChartStyle(String cssClass, ChartPattern pattern, String fill, String stroke, String strokeWidth, String dashes) {
        this.cssClass = cssClass;
        this.pattern = pattern;
        this.fill = fill;
        this.stroke = stroke;
        this.strokeWidth = strokeWidth;
        this.dashes = dashes;
    }

    Optional<ChartPattern> pattern() {
        return Optional.ofNullable(pattern);
    }

    String stroke() {
        return stroke;
    }

    /** Returns the attributes of an element of a chart, with a space before each. */
    String attributes(String chart) {
        String surface = pattern == null ? fill : "url(#" + pattern.id(chart) + ")";
        return " class=\"" + cssClass + "\" fill=\"" + surface + "\" stroke=\"" + stroke + "\" stroke-width=\""
                + strokeWidth + "\"" + (dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
    }
}
