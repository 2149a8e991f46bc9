package org.gongkai.feature.register.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.gongkai.feature.register.chart.TimelineChart.Bar;
import org.gongkai.feature.register.chart.TimelineChart.Mark;
import org.gongkai.feature.register.chart.TimelineChart.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A timeline")
class TimelineChartTest {

    private static final String BARS = "g:not(.chart-legend) > g > rect.chart-span";
    private static final LocalDate NEVER = LocalDate.of(1900, 1, 1);

    private static Drawn draw(String from, String to, LocalDate today, Bar... bars) {
        return Drawn.of(
                new TimelineChart("进程", "", LocalDate.parse(from), LocalDate.parse(to), List.of(bars), today).svg("t"));
    }

    private static Bar bar(String from, String to, State state, Mark... marks) {
        return new Bar("换届", LocalDate.parse(from), LocalDate.parse(to), state, List.of(marks));
    }

    private static List<String> calendar(String from, String to) {
        return draw(from, to, NEVER, bar(from, from, State.DONE)).texts("g > text.chart-note");
    }

    @Test
    @DisplayName("has months, above them years, up to 18 months")
    void months() {
        assertThat(calendar("2023-11-05", "2024-02-10")).containsExactly("2023年", "2024年", "11月", "12月", "1月", "2月");
        assertThat(calendar("2023-01-01", "2024-06-30")).hasSize(2 + 18);
    }

    @Test
    @DisplayName("has quarters up to 5 years")
    void quarters() {
        assertThat(calendar("2023-01-01", "2024-09-30"))
                .containsExactly("2023年", "2024年", "一季度", "二季度", "三季度", "四季度", "一季度", "二季度", "三季度");
        assertThat(calendar("2020-01-01", "2024-12-31")).hasSize(5 + 20);
    }

    @Test
    @DisplayName("has years beyond, or several of them together")
    void years() {
        assertThat(calendar("2020-01-01", "2025-12-31"))
                .containsExactly("2020年", "2021年", "2022年", "2023年", "2024年", "2025年");
        assertThat(calendar("2010-01-01", "2025-12-31")).contains("2010–2011", "2024–2025");
        assertThat(calendar("0001-01-01", "9999-12-31")).contains("1000–1999");
    }

    @Test
    @DisplayName("leaves out the name of a month that is cut too short for it")
    void cut() {
        assertThat(calendar("2024-01-29", "2024-03-31")).containsExactly("2024年", "2月", "3月");
    }

    @Test
    @DisplayName("has a bar as long as its days, the last one included")
    void lengths() {
        Drawn chart = draw(
                "2023-01-01",
                "2023-12-31",
                NEVER,
                bar("2023-01-01", "2023-12-31", State.DONE),
                bar("2023-01-01", "2023-03-14", State.RUNNING),
                bar("2023-10-20", "2023-12-31", State.OVERDUE));

        List<Double> lengths = chart.numbers(BARS, "width");
        List<Double> starts = chart.numbers(BARS, "x");
        assertThat(lengths.get(1)).isCloseTo(lengths.get(0) / 5, within(0.01));
        assertThat(lengths.get(2)).isCloseTo(lengths.get(0) / 5, within(0.01));
        assertThat(starts.get(2) + lengths.get(2)).isCloseTo(starts.get(0) + lengths.get(0), within(0.01));
    }

    @Test
    @DisplayName("cuts bars at its ends and leaves out what lies outside")
    void outside() {
        Drawn chart = draw(
                "2024-01-01",
                "2024-12-31",
                NEVER,
                bar("2000-01-01", "2030-01-01", State.DONE, new Mark(LocalDate.of(2001, 1, 1), "开始")),
                bar("2023-01-01", "2023-12-31", State.DONE),
                bar("2024-01-01", "2024-12-31", State.DONE));

        assertThat(chart.all(BARS)).hasSize(2);
        assertThat(chart.numbers(BARS, "width").stream().distinct()).hasSize(1);
        assertThat(chart.all("path.chart-mark")).isEmpty();
        assertThat(chart.texts("g > title")).contains("换届：2023年1月1日至2023年12月31日，已完成");
    }

    @Test
    @DisplayName("shows a single day in ten years")
    void shortest() {
        Drawn chart = draw("2014-01-01", "2024-12-31", NEVER, bar("2020-05-05", "2020-05-05", State.OPEN));

        assertThat(chart.numbers(BARS, "width")).containsExactly(3.0);
    }

    @Test
    @DisplayName("tells states apart by surfaces and in a legend of those that occur")
    void states() {
        Drawn chart = draw(
                "2024-01-01",
                "2024-12-31",
                NEVER,
                bar("2024-01-01", "2024-02-01", State.OPEN),
                bar("2024-01-01", "2024-02-01", State.RUNNING),
                bar("2024-01-01", "2024-02-01", State.DONE));

        assertThat(chart.all(BARS).stream().map(bar -> bar.attr("fill") + " " + bar.attr("stroke-dasharray")))
                .containsExactly("#ffffff 4 2", "url(#t-stripes) ", "#cfe6d8 ");
        assertThat(chart.texts("text.chart-text")).endsWith("已完成", "进行中", "未开始");
    }

    @Test
    @DisplayName("has a line on the day of the site, if it lies in the calendar")
    void today() {
        Bar bar = bar("2024-01-01", "2024-02-01", State.DONE);
        Drawn chart = draw("2024-01-01", "2024-12-31", LocalDate.of(2024, 6, 1), bar);

        assertThat(chart.all("path.chart-today")).hasSize(1);
        assertThat(chart.texts("text.chart-note")).contains("截至2024年6月1日");
        assertThat(draw("2024-01-01", "2024-12-31", NEVER, bar).all("path.chart-today"))
                .isEmpty();
    }

    @Test
    @DisplayName("writes what marks mean beside the bar, on the side with room")
    void marks() {
        Drawn chart = draw(
                "2024-01-01",
                "2024-12-31",
                NEVER,
                bar("2024-01-01", "2024-03-01", State.DONE, new Mark(LocalDate.of(2024, 2, 1), "动员")),
                bar("2024-09-01", "2024-12-31", State.OPEN, new Mark(LocalDate.of(2024, 12, 30), "上报")));

        assertThat(chart.all("path.chart-mark")).hasSize(2);
        assertThat(chart.texts("text.chart-note:not([text-anchor])")).containsExactly("动员");
        assertThat(chart.texts("text.chart-note[text-anchor=end]")).containsExactly("上报");
        assertThat(chart.texts("g > title")).contains("换届：2024年1月1日至2024年3月1日，已完成；2024年2月1日 动员");
    }

    @Test
    @DisplayName("cuts long labels and shows the whole ones when pointed at")
    void longLabels() {
        String label = "关于学习贯彻主题教育的工作方案";
        Drawn chart = draw(
                "2024-01-01",
                "2024-12-31",
                NEVER,
                new Bar(label, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 2), State.DONE));

        assertThat(chart.texts("text.chart-text")).contains("关于学习贯彻主题教育…");
        assertThat(chart.texts("g > title")).contains(label + "：2024年1月1日至2024年1月2日，已完成");
    }

    @Test
    @DisplayName("refuses more than 60 bars, none, and ends before beginnings")
    void refused() {
        Bar bar = bar("2024-01-01", "2024-02-01", State.DONE);
        Bar[] many = Collections.nCopies(61, bar).toArray(Bar[]::new);

        assertThat(draw(
                                "2024-01-01",
                                "2024-12-31",
                                NEVER,
                                Collections.nCopies(60, bar).toArray(Bar[]::new))
                        .all(BARS))
                .hasSize(60);
        assertThatThrownBy(() -> draw("2024-01-01", "2024-12-31", NEVER, many))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Number of bars: 61");
        assertThatThrownBy(() -> draw("2024-01-01", "2024-12-31", NEVER)).hasMessage("Number of bars: 0");
        assertThatThrownBy(() -> draw("2024-01-02", "2024-01-01", NEVER, bar))
                .hasMessage("Ends before it begins: 2024-01-02 to 2024-01-01");
        assertThatThrownBy(() -> draw("0000-01-02", "2024-01-01", NEVER, bar))
                .hasMessage("Not in the years 1 to 9999: 0000-01-02 to 2024-01-01");
        assertThatThrownBy(() -> bar("2024-01-02", "2024-01-01", State.DONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
