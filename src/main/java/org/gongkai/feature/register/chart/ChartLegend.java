package org.gongkai.feature.register.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Says below or above a chart what its signs mean; wraps into as many lines as needed. */
final class ChartLegend {

    private static final double LINE = 22;
    private static final double SIGN = 20;
    private static final double GAP = 18;

    private final double width;
    private final List<Item> items;

    /**
     * A sign and its meaning.
     *
     * @param sign draws the sign on a canvas into a box of 14 units, from its upper left corner
     */
    record Item(String name, Sign sign) {}

    /** Draws a sign. */
    interface Sign {
        void draw(ChartCanvas canvas, double x, double y);

        /** Returns a sign that is a surface. */
        static Sign surface(ChartStyle style) {
            return (canvas, x, y) -> canvas.rect(style, x + 0.5, y + 1.5, 13, 11);
        }

        /** Returns a sign that is a line. */
        static Sign line(ChartStyle style) {
            return (canvas, x, y) -> canvas.line(style, x - 2, y + 7, x + 16, y + 7);
        }
    }

    /** Creates a legend; what has no name is left out. */
    ChartLegend(List<Item> items, double width) {
        this.items = items.stream()
                .filter(item -> !ChartText.clean(item.name()).isEmpty())
                .toList();
        this.width = width;
    }

    double height() {
        List<Double> lines = new ArrayList<>();
        place((item, point) -> lines.add(point[1]));
        return lines.isEmpty() ? 0 : lines.get(lines.size() - 1) + LINE;
    }

    void draw(ChartCanvas canvas, double top) {
        canvas.openLegend();
        place((item, point) -> {
            String name = ChartText.clean(item.name());
            canvas.open(name);
            item.sign().draw(canvas, point[0], top + point[1]);
            canvas.text(cut(name), ChartCanvas.Anchor.START, point[0] + SIGN, top + point[1] + 12);
            canvas.close();
        });
        canvas.close();
    }

    private String cut(String name) {
        return ChartText.cut(name, ChartText.SIZE, width - SIGN - 4);
    }

    private void place(BiConsumer<Item, double[]> at) {
        double x = 2;
        double y = 2;
        for (Item item : items) {
            double needed = SIGN + ChartText.width(cut(ChartText.clean(item.name())), ChartText.SIZE);
            if (x > 2 && x + needed > width) {
                x = 2;
                y += LINE;
            }
            at.accept(item, new double[] {x, y});
            x += needed + GAP;
        }
    }
}
