package org.gongkai.feature.register.chart;

import java.util.List;
import org.gongkai.feature.register.chart.ChartCanvas.Anchor;
import org.gongkai.feature.register.chart.MatrixChart.Done;
import org.gongkai.feature.register.chart.MatrixChart.Open;
import org.gongkai.feature.register.chart.MatrixChart.State;

/** Draws a {@link MatrixChart}. */
final class MatrixDrawing {

    private static final double HEAD = 24;
    private static final double ROW = 26;
    private static final double LONGEST_NAME = 10 * ChartText.SIZE;
    private static final double LONGEST_COLUMN = 5 * ChartText.SIZE;
    private static final double NARROWEST_CELL = 26;
    private static final double BOX = 14;

    private final MatrixChart chart;
    private final List<String> rows;
    private final List<String> columns;
    private final double names;

    MatrixDrawing(MatrixChart chart) {
        this.chart = chart;
        this.rows = chart.rows().stream().map(ChartText::clean).toList();
        this.columns = chart.columns().stream().map(ChartText::clean).toList();
        this.names = Math.min(ChartText.widest(rows, ChartText.SIZE), LONGEST_NAME) + 8;
    }

    String svg(String id) {
        ChartCanvas canvas = new ChartCanvas(id);
        double column = Math.min(ChartText.widest(columns, ChartText.SIZE), LONGEST_COLUMN) + 6;
        ChartWidth width = ChartWidth.atLeast(names + columns.size() * Math.max(NARROWEST_CELL, column) + 1);
        double cell = (width.units() - names - 1) / columns.size();
        for (int i = 0; i < columns.size(); i++) {
            canvas.open(columns.get(i));
            String cut = ChartText.cut(columns.get(i), ChartText.SIZE, cell - 2);
            canvas.text(cut, Anchor.MIDDLE, names + (i + 0.5) * cell, ChartText.SIZE + 2);
            canvas.close();
        }
        for (int i = 0; i < rows.size(); i++) {
            row(canvas, i, HEAD + i * ROW, cell);
        }
        double end = HEAD + rows.size() * ROW;
        ChartLegend legend = new ChartLegend(legendItems(), width.units());
        legend.draw(canvas, end + 8);
        return canvas.svg(width, end + 8 + legend.height(), chart.title(), chart.description());
    }

    private void row(ChartCanvas canvas, int row, double top, double cell) {
        String name = rows.get(row);
        canvas.open(name);
        String cut = ChartText.cut(name, ChartText.SIZE, LONGEST_NAME);
        canvas.text(cut, Anchor.END, names - 8, top + ROW / 2 + 5);
        canvas.close();
        List<State> states = chart.states().get(row);
        int span = columns.size() / states.size();
        double width = span * cell;
        for (int i = 0; i < states.size(); i++) {
            State state = states.get(i);
            canvas.open(name + " " + periods(i * span, span) + "：" + words(state));
            double left = names + i * width;
            // A border of two units must not lie under the next cell.
            double inset = state == Open.MISSING ? 1.5 : 0.5;
            canvas.rect(style(state), left + inset, top + inset, width - 2 * inset + 0.5, ROW - 2 * inset + 0.5);
            sign(canvas, state, left + width / 2, top + ROW / 2);
            canvas.close();
        }
    }

    private String periods(int first, int span) {
        return span == 1 ? columns.get(first) : columns.get(first) + "—" + columns.get(first + span - 1);
    }

    private static ChartStyle style(State state) {
        if (state instanceof Done) {
            return ChartStyle.CELL_DONE;
        }
        return state == Open.MISSING ? ChartStyle.CELL_MISSING : ChartStyle.CELL;
    }

    private static void sign(ChartCanvas canvas, State state, double x, double y) {
        if (state instanceof Done done && done.count() > 1) {
            canvas.text(String.valueOf(done.count()), Anchor.MIDDLE, x, y + 5);
        } else if (state instanceof Done) {
            canvas.polygon(ChartStyle.TICK, false, x - 5, y, x - 1.5, y + 4, x + 5, y - 5);
        } else if (state == Open.MISSING) {
            canvas.alert("缺", Anchor.MIDDLE, x, y + 5);
        } else if (state == Open.DUE) {
            canvas.circle(ChartStyle.RING, x, y, 4.5);
        }
    }

    private static String words(State state) {
        if (state instanceof Done done) {
            return done.count() == 1 ? "已完成" : "已完成" + done.count() + "次";
        }
        return switch ((Open) state) {
            case MISSING -> "缺";
            case DUE -> "未到期";
            case NONE -> "不要求";
        };
    }

    private static List<ChartLegend.Item> legendItems() {
        return List.of(
                item("已完成（数字为次数）", new Done(1)),
                item("到期未完成", Open.MISSING),
                item("未到期", Open.DUE),
                item("不要求", Open.NONE));
    }

    private static ChartLegend.Item item(String name, State state) {
        return new ChartLegend.Item(name, (canvas, x, y) -> {
            if (state == Open.NONE) {
                canvas.rect(ChartStyle.CELL, x + 0.5, y + 0.5, BOX - 1, BOX - 1);
            }
            sign(canvas, state, x + BOX / 2, y + BOX / 2);
        });
    }
}
