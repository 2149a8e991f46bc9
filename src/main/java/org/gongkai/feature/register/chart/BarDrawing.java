package org.gongkai.feature.register.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gongkai.feature.register.chart.ChartCanvas.Anchor;

/** Draws a {@link BarChart}. */
final class BarDrawing {

    private static final List<ChartStyle> STYLES =
            List.of(ChartStyle.BAR_1, ChartStyle.BAR_2, ChartStyle.BAR_3, ChartStyle.BAR_4);

    /** The most groups of bars that are read at once. */
    private static final int FEW = 4;

    private static final double PLOT = 200;
    private static final double ABOVE_PLOT = 20;
    private static final double NARROWEST_SIGN = 7;
    private static final double LEAST_HEIGHT = 0.5;

    private final BarChart chart;
    private final List<String> categories;
    private final ValueScale scale;
    private final List<Double> names;
    private final BarLayout layout;

    BarDrawing(BarChart chart) {
        this.chart = chart;
        this.categories = chart.categories().stream().map(ChartText::clean).toList();
        this.scale = ValueScale.of(chart.values().toList());
        this.names = categories.stream()
                .map(name -> ChartText.width(name, ChartText.SIZE))
                .toList();
        List<String> numbers = chart.series().stream()
                .flatMap(series -> series.values().stream())
                .flatMap(Optional::stream)
                .map(ValueScale::text)
                .toList();
        List<String> ticks = scale.ticks().stream().map(ValueScale::text).toList();
        this.layout = BarLayout.of(new BarLayout.Needs(
                names,
                ChartText.widest(numbers, ChartText.SMALL),
                ChartText.widest(ticks, ChartText.SMALL) + 10,
                chart.series().size()));
    }

    String svg(String id) {
        ChartCanvas canvas = new ChartCanvas(id);
        ChartLegend legend = new ChartLegend(legendItems(), layout.width().units());
        legend.draw(canvas, 0);
        double top = legend.height() + (unit().isEmpty() ? 0 : ChartText.SMALL + 4) + ABOVE_PLOT;
        if (!unit().isEmpty()) {
            String cut = ChartText.cut(
                    "单位：" + unit(), ChartText.SMALL, layout.width().units());
            canvas.note(cut, Anchor.START, 0, legend.height() + ChartText.SMALL + 2);
        }
        double right = layout.width().units() - BarLayout.RIGHT;
        axis(canvas, top, right);
        for (int i = 0; i < categories.size(); i++) {
            double left = layout.left() + i * layout.group();
            bars(canvas, i, left, top + PLOT);
            category(canvas, categories.get(i), left + layout.group() / 2, top + PLOT);
        }
        canvas.line(ChartStyle.AXIS, layout.left(), top + PLOT, right, top + PLOT);
        chart.norm().ifPresent(norm -> {
            double y = top + PLOT - PLOT * scale.part(norm.value());
            canvas.open(normText(norm));
            canvas.line(ChartStyle.NORM, layout.left(), y, right, y);
            canvas.close();
        });
        double height = top + PLOT + layout.belowPlot(Collections.max(names));
        return categories.size() <= FEW
                ? canvas.fewSvg(layout.width(), height, chart.title(), chart.description())
                : canvas.svg(layout.width(), height, chart.title(), chart.description());
    }

    private void axis(ChartCanvas canvas, double top, double right) {
        for (BigDecimal tick : scale.ticks()) {
            double y = top + PLOT - PLOT * scale.part(tick);
            if (tick.signum() != 0) {
                canvas.line(ChartStyle.GRID, layout.left(), y, right, y);
            }
            canvas.note(ValueScale.text(tick), Anchor.END, layout.left() - 6, y + 4);
        }
    }

    private void bars(ChartCanvas canvas, int category, double left, double ground) {
        int count = chart.series().size();
        double x = left + (layout.group() - count * layout.bar()) / 2;
        for (int i = 0; i < count; i++) {
            BarChart.Series series = chart.series().get(i);
            Optional<BigDecimal> value = series.values().get(category);
            String text = value.map(ValueScale::text).orElse("无数据");
            canvas.open(categories.get(category) + " " + series.name() + "：" + text
                    + value.map(v -> unit()).orElse(""));
            bar(canvas, STYLES.get(i), value, x, ground);
            canvas.close();
            x += layout.bar();
        }
    }

    private void bar(ChartCanvas canvas, ChartStyle style, Optional<BigDecimal> value, double x, double ground) {
        double width = layout.bar();
        double middle = x + width / 2;
        if (value.isEmpty()) {
            if (width >= NARROWEST_SIGN) {
                canvas.note("–", Anchor.MIDDLE, middle, ground - 4);
            }
            return;
        }
        double height = PLOT * scale.part(value.get());
        double inset = Math.min(2, width * 0.1);
        if (value.get().signum() == 0) {
            canvas.line(ChartStyle.ZERO, x + inset, ground - 1, x + width - inset, ground - 1);
        } else {
            double seen = Math.max(LEAST_HEIGHT, height);
            canvas.rect(style, x + inset, ground - seen, width - 2 * inset, seen);
        }
        String text = ValueScale.text(value.get());
        if (ChartText.width(text, ChartText.SMALL)
                <= layout.numberRoom(chart.series().size())) {
            canvas.note(text, Anchor.MIDDLE, middle, ground - height - 5);
        }
    }

    private void category(ChartCanvas canvas, String name, double middle, double ground) {
        canvas.open(name);
        if (layout.rising()) {
            canvas.risingText(layout.cut(name), middle + 5, ground + ChartText.SIZE);
        } else {
            canvas.text(layout.cut(name), Anchor.MIDDLE, middle, ground + ChartText.SIZE + 5);
        }
        canvas.close();
    }

    private List<ChartLegend.Item> legendItems() {
        List<ChartLegend.Item> items = new ArrayList<>();
        for (int i = 0; i < chart.series().size(); i++) {
            items.add(new ChartLegend.Item(chart.series().get(i).name(), ChartLegend.Sign.surface(STYLES.get(i))));
        }
        chart.norm()
                .ifPresent(norm ->
                        items.add(new ChartLegend.Item(normText(norm), ChartLegend.Sign.line(ChartStyle.NORM))));
        return items;
    }

    private String normText(BarChart.Norm norm) {
        return norm.label() + "（" + ValueScale.text(norm.value()) + unit() + "）";
    }

    private String unit() {
        return ChartText.clean(chart.unit());
    }
}
