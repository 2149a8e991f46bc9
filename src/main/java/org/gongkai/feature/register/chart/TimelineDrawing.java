package org.gongkai.feature.register.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.feature.register.chart.ChartCanvas.Anchor;
import org.gongkai.text.DateText;

/** Draws a {@link TimelineChart}. */
final class TimelineDrawing {

    private static final double HEAD = 20;
    private static final double ROW = 24;
    private static final double BAR = 12;
    private static final double LEAST_BAR = 3;
    private static final double LONGEST_LABEL = 11 * ChartText.SIZE;
    private static final double LEAST_PLOT = 300;
    private static final double RIGHT = 2;
    private static final double MARK = 5;
    private static final double NOON = 0.5;

    private final TimelineChart chart;
    private final TimelineAxis axis;
    private final List<String> labels;
    private final double left;
    private final ChartWidth width;
    private final long first;
    private final long end;

    TimelineDrawing(TimelineChart chart) {
        this.chart = chart;
        this.axis = TimelineAxis.of(chart.from(), chart.to());
        this.labels =
                chart.bars().stream().map(bar -> ChartText.clean(bar.label())).toList();
        this.left = Math.min(ChartText.widest(labels, ChartText.SIZE), LONGEST_LABEL) + 10;
        this.first = chart.from().toEpochDay();
        this.end = chart.to().toEpochDay() + 1;
        double cell = ChartText.widest(
                        axis.cells().stream().map(TimelineAxis.Cell::name).toList(), ChartText.SMALL)
                + 4;
        this.width = ChartWidth.atLeast(
                left + RIGHT + Math.max(LEAST_PLOT, axis.cells().size() * cell));
    }

    String svg(String id) {
        ChartCanvas canvas = new ChartCanvas(id);
        boolean todayShown = inCalendar(chart.today().toEpochDay());
        double top = todayShown ? HEAD : 2;
        double plot = top + HEAD * (axis.years().isEmpty() ? 1 : 2);
        double bottom = plot + chart.bars().size() * ROW;
        double right = width.units() - RIGHT;
        calendar(canvas, top, bottom);
        for (int i = 0; i < chart.bars().size(); i++) {
            double y = plot + i * ROW;
            canvas.line(i == 0 ? ChartStyle.AXIS : ChartStyle.GRID, 0, y, right, y);
            row(canvas, chart.bars().get(i), labels.get(i), y);
        }
        canvas.line(ChartStyle.AXIS, 0, bottom, right, bottom);
        if (todayShown) {
            today(canvas, bottom);
        }
        ChartLegend legend = new ChartLegend(legendItems(), width.units());
        legend.draw(canvas, bottom + 8);
        return canvas.svg(width, bottom + 8 + legend.height(), chart.title(), chart.description());
    }

    private void calendar(ChartCanvas canvas, double top, double bottom) {
        double cells = axis.years().isEmpty() ? top : top + HEAD;
        head(canvas, axis.years(), top, top + HEAD);
        head(canvas, axis.cells(), cells, bottom);
    }

    private void head(ChartCanvas canvas, List<TimelineAxis.Cell> cells, double top, double bottom) {
        for (TimelineAxis.Cell cell : cells) {
            double from = x(cell.from());
            double to = x(cell.end());
            canvas.line(ChartStyle.GRID, from, top, from, bottom);
            if (ChartText.width(cell.name(), ChartText.SMALL) <= to - from) {
                canvas.note(cell.name(), Anchor.MIDDLE, (from + to) / 2, top + 15);
            }
        }
    }

    private void row(ChartCanvas canvas, TimelineChart.Bar bar, String label, double top) {
        canvas.open(hint(bar, label));
        String cut = ChartText.cut(label, ChartText.SIZE, LONGEST_LABEL);
        canvas.text(cut, Anchor.START, 0, top + ROW / 2 + 5);
        long from = Math.max(first, bar.from().toEpochDay());
        long to = Math.min(end, bar.to().toEpochDay() + 1);
        if (from < to) {
            double start = x(from);
            double length = Math.max(LEAST_BAR, x(to) - start);
            canvas.rect(bar.state().style(), start, top + (ROW - BAR) / 2, length, BAR);
        }
        List<TimelineChart.Mark> marks = bar.marks().stream()
                .filter(mark -> inCalendar(mark.day().toEpochDay()))
                .toList();
        for (TimelineChart.Mark mark : marks) {
            diamond(canvas, x(mark.day().toEpochDay() + NOON), top + ROW / 2);
        }
        words(canvas, marks, from < to ? x(from) : left, from < to ? x(to) : left, top + ROW / 2 + 4);
        canvas.close();
    }

    private static void diamond(ChartCanvas canvas, double x, double y) {
        canvas.polygon(ChartStyle.MARK, true, x, y - MARK, x + MARK, y, x, y + MARK, x - MARK, y);
    }

    /** Writes what the marks mean beside the bar, on the side where there is room. */
    private void words(ChartCanvas canvas, List<TimelineChart.Mark> marks, double from, double to, double y) {
        if (marks.isEmpty()) {
            return;
        }
        double[] xs = marks.stream()
                .mapToDouble(mark -> x(mark.day().toEpochDay() + NOON))
                .toArray();
        double before = Math.min(from, Arrays.stream(xs).min().orElse(from)) - MARK - 3;
        double after = Math.max(to, Arrays.stream(xs).max().orElse(to)) + MARK + 3;
        String text = marks.stream()
                .map(mark -> ChartText.clean(mark.label()))
                .filter(label -> !label.isEmpty())
                .collect(Collectors.joining("、"));
        double needed = ChartText.width(text, ChartText.SMALL);
        if (after + needed <= width.units()) {
            canvas.note(text, Anchor.START, after, y);
        } else if (before - needed >= left) {
            canvas.note(text, Anchor.END, before, y);
        }
    }

    private void today(ChartCanvas canvas, double bottom) {
        double x = x(chart.today().toEpochDay() + NOON);
        String text = "截至" + DateText.chinese(chart.today());
        double half = ChartText.width(text, ChartText.SMALL) / 2;
        canvas.open(text);
        canvas.line(ChartStyle.TODAY, x, HEAD - 2, x, bottom);
        canvas.note(text, Anchor.MIDDLE, Math.min(x, width.units() - half), ChartText.SMALL + 2);
        canvas.close();
    }

    private List<ChartLegend.Item> legendItems() {
        return Arrays.stream(TimelineChart.State.values())
                .filter(state -> chart.bars().stream().anyMatch(bar -> bar.state() == state))
                .map(state -> new ChartLegend.Item(state.words(), ChartLegend.Sign.surface(state.style())))
                .toList();
    }

    private static String hint(TimelineChart.Bar bar, String label) {
        String span = label + "：" + DateText.chinese(bar.from()) + "至" + DateText.chinese(bar.to()) + "，"
                + bar.state().words();
        return bar.marks().stream()
                .map(mark -> "；" + DateText.chinese(mark.day()) + " " + mark.label())
                .collect(Collectors.joining("", span, ""));
    }

    private boolean inCalendar(long day) {
        return first <= day && day < end;
    }

    private double x(double day) {
        return left + (width.units() - RIGHT - left) * (day - first) / (end - first);
    }
}
