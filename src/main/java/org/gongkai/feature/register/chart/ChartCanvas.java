package org.gongkai.feature.register.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.markup.HtmlEscape;

/** Collects the elements of one chart. Units are those of its view box; y grows downwards. */
final class ChartCanvas {

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    /** Where a text stands in relation to its x. */
    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String value;

        Anchor(String value) {
            this.value = value;
        }
    }

    private final String id;
    private final StringBuilder body = new StringBuilder();
    private final Map<ChartPattern, String> patterns = new EnumMap<>(ChartPattern.class);

    /** @param id unique on the page; everything in the chart that needs an id begins with it */
    ChartCanvas(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("Not an id of a chart: " + id);
        }
        this.id = id;
    }

    /** Opens a group that shows the text when it is pointed at. */
    void open(String hint) {
        body.append("<g>");
        hint(hint);
    }

    /** Opens the group of the signs that explain others. */
    void openLegend() {
        body.append("<g class=\"chart-legend\">\n");
    }

    void close() {
        body.append("</g>\n");
    }

    void rect(ChartStyle style, double x, double y, double width, double height) {
        body.append("<rect");
        number("x", x);
        number("y", y);
        number("width", width);
        number("height", height);
        style(style);
        body.append("/>");
    }

    void circle(ChartStyle style, double x, double y, double radius) {
        body.append("<circle");
        number("cx", x);
        number("cy", y);
        number("r", radius);
        style(style);
        body.append("/>");
    }

    void line(ChartStyle style, double x1, double y1, double x2, double y2) {
        path(style, "M" + decimal(x1) + " " + decimal(y1) + "L" + decimal(x2) + " " + decimal(y2));
    }

    /** Draws lines from point to point; closes them if it is a surface. */
    void polygon(ChartStyle style, boolean closed, double... points) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < points.length; i += 2) {
            path.append(i == 0 ? 'M' : 'L')
                    .append(decimal(points[i]))
                    .append(' ')
                    .append(decimal(points[i + 1]));
        }
        path(style, closed ? path.append('Z').toString() : path.toString());
    }

    private void path(ChartStyle style, String path) {
        body.append("<path d=\"").append(path).append('"');
        style(style);
        body.append("/>");
    }

    /** Writes a text on the base line y. */
    void text(String text, Anchor anchor, double x, double y) {
        text(text, "chart-text", "#1f2328", ChartText.SIZE, anchor, x, y);
    }

    /** Writes a text that stands back: numbers, units, axes. */
    void note(String text, Anchor anchor, double x, double y) {
        text(text, "chart-note", "#4a5058", ChartText.SMALL, anchor, x, y);
    }

    /** Writes the word that something is missing. */
    void alert(String text, Anchor anchor, double x, double y) {
        text(text, "chart-alert", "#8f1d21", ChartText.SIZE, anchor, x, y);
    }

    private void text(String text, String cssClass, String colour, int size, Anchor anchor, double x, double y) {
        body.append("<text");
        number("x", x);
        number("y", y);
        look(cssClass, colour, size, anchor);
        HtmlEscape.text(body, ChartText.clean(text));
        body.append("</text>");
    }

    /** Writes a text that ends at a point and rises towards it. */
    void risingText(String text, double x, double y) {
        body.append("<text transform=\"translate(")
                .append(decimal(x))
                .append(' ')
                .append(decimal(y))
                .append(") rotate(-45)\"");
        look("chart-text", "#1f2328", ChartText.SIZE, Anchor.END);
        HtmlEscape.text(body, ChartText.clean(text));
        body.append("</text>");
    }

    private void look(String cssClass, String colour, int size, Anchor anchor) {
        body.append(" class=\"")
                .append(cssClass)
                .append("\" fill=\"")
                .append(colour)
                .append('"');
        if (size != ChartText.SIZE) {
            body.append(" font-size=\"").append(size).append('"');
        }
        if (anchor != Anchor.START) {
            body.append(" text-anchor=\"").append(anchor.value).append('"');
        }
        body.append('>');
    }

    private void hint(String text) {
        body.append("<title>");
        HtmlEscape.text(body, ChartText.clean(text));
        body.append("</title>");
    }

    private void style(ChartStyle style) {
        style.pattern().ifPresent(pattern -> patterns.put(pattern, style.stroke()));
        body.append(style.attributes(id));
    }

    private void number(String name, double value) {
        body.append(' ').append(name).append("=\"").append(decimal(value)).append('"');
    }

    /** Returns a number with two decimals at most. */
    private static String decimal(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Returns the chart, of so few parts that all of it can be read at the width of a phone. */
    String fewSvg(ChartWidth width, double height, String title, String description) {
        return svg(width.cssClass() + " chart-few", width, height, title, description);
    }

    /** Returns the chart. */
    String svg(ChartWidth width, double height, String title, String description) {
        return svg(width.cssClass(), width, height, title, description);
    }

    private String svg(String cssClass, ChartWidth width, double height, String title, String description) {
        boolean described = !ChartText.clean(description).isEmpty();
        StringBuilder out = new StringBuilder(body.length() + 1024);
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart ")
                .append(cssClass)
                .append("\" role=\"img\" aria-labelledby=\"")
                .append(id)
                .append("-title");
        if (described) {
            out.append(' ').append(id).append("-desc");
        }
        String units = width.units() + " " + decimal(Math.ceil(height));
        out.append("\" viewBox=\"0 0 ").append(units).append("\" width=\"").append(width.units());
        out.append("\" height=\"").append(decimal(Math.ceil(height))).append("\">\n");
        named(out, "title", title);
        if (described) {
            named(out, "desc", description);
        }
        if (!patterns.isEmpty()) {
            out.append("<defs>");
            patterns.forEach((pattern, colour) -> out.append(pattern.definition(id, colour)));
            out.append("</defs>\n");
        }
        // On a group, because em in a rule for <svg> must remain those of the text around it.
        out.append("<g font-family=\"sans-serif\" font-size=\"")
                .append(ChartText.SIZE)
                .append("\">\n");
        return out.append(body).append("</g>\n</svg>\n").toString();
    }

    private void named(StringBuilder out, String element, String text) {
        out.append('<')
                .append(element)
                .append(" id=\"")
                .append(id)
                .append('-')
                .append(element)
                .append("\">");
        HtmlEscape.text(out, ChartText.clean(text));
        out.append("</").append(element).append(">\n");
    }
}
