package org.gongkai.feature.register.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.gongkai.feature.register.chart.MatrixChart.Done;
import org.gongkai.feature.register.chart.MatrixChart.Open;
import org.gongkai.feature.register.chart.MatrixChart.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A field of states")
class MatrixChartTest {

    private static Drawn draw(List<String> rows, List<String> columns, List<List<State>> states) {
        return Drawn.of(new MatrixChart("覆盖", "", rows, columns, states).svg("m"));
    }

    private static Drawn sized(int rows, int columns) {
        return draw(
                Collections.nCopies(rows, "第一党小组"),
                Collections.nCopies(columns, "一季度"),
                Collections.nCopies(rows, Collections.nCopies(columns, new Done(1))));
    }

    @Test
    @DisplayName("tells each by a sign and by words")
    void signs() {
        Drawn chart = draw(
                List.of("党课"),
                List.of("1月", "2月", "3月", "4月", "5月"),
                List.of(List.of(new Done(1), new Done(12), Open.MISSING, Open.DUE, Open.NONE)));

        assertThat(chart.all("g:has(> rect.chart-cell)").subList(0, 5))
                .map(cell -> cell.child(0).text() + " " + cell.children().size() + " "
                        + cell.child(cell.children().size() - 1).className() + " "
                        + cell.child(cell.children().size() - 1).ownText())
                .containsExactly(
                        "党课 1月：已完成 3 chart-tick ",
                        "党课 2月：已完成12次 3 chart-text 12",
                        "党课 3月：缺 3 chart-alert 缺",
                        "党课 4月：未到期 3 chart-ring ",
                        "党课 5月：不要求 2 chart-cell ");
    }

    @Test
    @DisplayName("explains its signs")
    void legend() {
        assertThat(sized(1, 1).texts("text.chart-text")).contains("已完成（数字为次数）", "到期未完成", "未到期", "不要求");
    }

    @Test
    @DisplayName("has a cell for each row and column, none on another or outside")
    void largest() {
        Drawn chart = sized(40, 12);

        List<Double> xs = chart.numbers("rect.chart-done", "x");
        List<Double> ys = chart.numbers("rect.chart-done", "y");
        assertThat(xs).hasSize(480);
        assertThat(xs.stream().distinct()).hasSize(12);
        assertThat(ys.stream().distinct()).hasSize(40);
        double width = chart.numbers("rect.chart-done", "width").get(0);
        assertThat(xs.get(1) - xs.get(0)).isBetween(width, width + 1);
        assertThat(xs.get(11) + width).isLessThanOrEqualTo(chart.width());
        assertThat(ys.get(479) + 26).isLessThan(chart.height());
    }

    @Test
    @DisplayName("cuts a long name and shows the whole one when pointed at")
    void longNames() {
        String name = "机关后勤与离退休干部联合党小组";
        Drawn chart = draw(List.of(name), List.of(name), List.of(List.of(Open.NONE)));

        assertThat(chart.texts("g > title")).startsWith(name, name, name + " " + name + "：不要求");
        assertThat(chart.texts("text")).contains("机关后勤与离退休干…").doesNotContain(name + "一");
    }

    @Test
    @DisplayName("spans the columns that a state of a longer period covers")
    void spans() {
        Drawn chart = draw(
                List.of("支委会", "党员大会"),
                List.of("1月", "2月", "3月", "4月"),
                List.of(Collections.nCopies(4, new Done(1)), List.of(new Done(1), Open.MISSING)));

        assertThat(chart.texts("g:has(> rect.chart-cell) > title"))
                .contains("支委会 4月：已完成", "党员大会 1月—2月：已完成", "党员大会 3月—4月：缺");
        List<Double> widths = chart.numbers("rect.chart-done", "width");
        assertThat(widths.get(4)).isBetween(2 * widths.get(0), 2 * widths.get(0) + 1);
    }

    @Test
    @DisplayName("refuses more than 40 rows or 12 columns, and states that do not fit them")
    void refused() {
        assertThatThrownBy(() -> sized(41, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Number of rows: 41");
        assertThatThrownBy(() -> sized(1, 13)).hasMessage("Number of columns: 13");
        assertThatThrownBy(() -> sized(0, 1)).hasMessage("Number of rows: 0");
        assertThatThrownBy(() -> draw(List.of("甲"), List.of("乙"), List.of())).hasMessage("Number of rows of states: 0");
        assertThatThrownBy(() -> draw(List.of("甲"), List.of("乙"), List.of(List.of())))
                .hasMessage("Number of states in a row: 0");
        assertThatThrownBy(() -> new Done(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
