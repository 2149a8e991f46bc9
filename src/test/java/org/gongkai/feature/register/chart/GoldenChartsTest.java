package org.gongkai.feature.register.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Compares small charts with those that are kept. After a change that is wanted, {@code mvn test
 * -Dtest=GoldenChartsTest -Dgolden=renew} writes what is kept anew; the files open in any browser.
 */
@DisplayName("A small chart is the one that is kept")
class GoldenChartsTest {

    private static final Path KEPT = Path.of("src/test/resources/org/gongkai/feature/register/chart");
    private static final boolean RENEW = "renew".equals(System.getProperty("golden"));

    @Test
    @DisplayName("of bars with a norm")
    void bars() throws IOException {
        BarChart chart = new BarChart(
                "2024年组织生活次数",
                "各季度支部党员大会和支部委员会会议的次数",
                "次",
                List.of("一季度", "二季度", "三季度", "四季度"),
                List.of(
                        new BarChart.Series("支部党员大会", Drawn.values("1", "1", "0", "")),
                        new BarChart.Series("支部委员会会议", Drawn.values("3", "4", "2", ""))),
                Optional.of(new BarChart.Norm(BigDecimal.ONE, "党员大会不少于")));

        assertKept("bars.svg", chart.svg("bars"));
    }

    @Test
    @DisplayName("of states")
    void matrix() throws IOException {
        MatrixChart chart = new MatrixChart(
                "2024年组织生活落实情况",
                "",
                List.of("支部党员大会", "党课"),
                List.of("一季度", "二季度", "三季度", "四季度"),
                List.of(
                        List.of(
                                new MatrixChart.Done(1),
                                new MatrixChart.Done(2),
                                MatrixChart.Open.MISSING,
                                MatrixChart.Open.DUE),
                        List.of(
                                new MatrixChart.Done(1),
                                MatrixChart.Open.NONE,
                                new MatrixChart.Done(1),
                                MatrixChart.Open.DUE)));

        assertKept("matrix.svg", chart.svg("matrix"));
    }

    @Test
    @DisplayName("of a calendar")
    void timeline() throws IOException {
        TimelineChart chart = new TimelineChart(
                "2024年重点工作进展",
                "按计划的起止时间",
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 6, 30),
                List.of(
                        new TimelineChart.Bar(
                                "支部换届选举",
                                LocalDate.of(2024, 1, 8),
                                LocalDate.of(2024, 3, 15),
                                TimelineChart.State.DONE,
                                List.of(new TimelineChart.Mark(LocalDate.of(2024, 3, 15), "选举大会"))),
                        new TimelineChart.Bar(
                                "组织生活会问题整改",
                                LocalDate.of(2024, 2, 1),
                                LocalDate.of(2024, 4, 30),
                                TimelineChart.State.OVERDUE),
                        new TimelineChart.Bar(
                                "党员集中轮训",
                                LocalDate.of(2024, 4, 15),
                                LocalDate.of(2024, 6, 14),
                                TimelineChart.State.RUNNING)),
                LocalDate.of(2024, 5, 20));

        assertKept("timeline.svg", chart.svg("timeline"));
    }

    private static void assertKept(String name, String svg) throws IOException {
        Path kept = KEPT.resolve(name);
        if (RENEW) {
            Files.writeString(kept, svg);
        }
        assertThat(svg).isEqualTo(Files.readString(kept));
    }
}
