package org.gongkai.feature.register.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Bars")
class BarChartTest {

    private static final String BARS = "g:not(.chart-legend) > g > rect.chart-bar";
    private static final List<String> QUARTERS = List.of("一季度", "二季度", "三季度", "四季度");

    private static Drawn bars(String... values) {
        List<String> categories =
                IntStream.rangeClosed(1, values.length).mapToObj(i -> i + "月").toList();
        return draw(categories, "次", new BarChart.Series("次数", Drawn.values(values)));
    }

    private static Drawn draw(List<String> categories, String unit, BarChart.Series... series) {
        return Drawn.of(new BarChart("党费", "各月党费", unit, categories, List.of(series)).svg("c1"));
    }

    @Test
    @DisplayName("are as high as their values, and stand on the axis")
    void heights() {
        Drawn chart = draw(
                QUARTERS,
                "元",
                new BarChart.Series("应交", Drawn.values("10", "20", "40", "5")),
                new BarChart.Series("实交", Drawn.values("10", "15.5", "0.5", "5")));

        List<Double> heights = chart.numbers(BARS, "height");
        assertThat(heights).hasSize(8);
        double unit = heights.get(0) / 10;
        assertThat(heights.stream().mapToDouble(h -> h).sum()).isCloseTo(106 * unit, within(0.1));
        List<Double> tops = chart.numbers(BARS, "y");
        assertThat(IntStream.range(0, 8).mapToDouble(i -> heights.get(i) + tops.get(i)))
                .allMatch(ground -> ground == heights.get(0) + tops.get(0));
    }

    @Test
    @DisplayName("show zero as a line with 0, and an absent value as a dash")
    void zeroAndAbsent() {
        Drawn chart = bars("3", "0", "");

        assertThat(chart.all(BARS)).hasSize(1);
        assertThat(chart.all("path.chart-zero")).hasSize(1);
        assertThat(chart.texts("g > title")).contains("1月 次数：3次", "2月 次数：0次", "3月 次数：无数据");
        assertThat(chart.texts("g:has(> title) > text.chart-note")).containsExactly("3", "0", "–");
    }

    @Test
    @DisplayName("show a very small value, though not as zero")
    void small() {
        Drawn chart = bars("100000", "0.00012");

        assertThat(chart.numbers(BARS, "height")).allMatch(height -> height > 0);
        assertThat(chart.texts("g > title")).contains("2月 次数：0.00012次");
        assertThat(chart.all("path.chart-zero")).isEmpty();
    }

    @Test
    @DisplayName("of zero alone still have an axis")
    void onlyZero() {
        assertThat(bars("0", "").texts("g > text.chart-note")).startsWith("单位：次", "0", "1");
    }

    @ParameterizedTest
    @CsvSource({
        "3, 0 1 2 3",
        "1, 0 1",
        "7, 0 2 4 6 8",
        "23, 0 5 10 15 20 25",
        "1250.5, 0 500 1000 1500",
        "0.3, 0 0.1 0.2 0.3",
        "1000000, 0 200000 400000 600000 800000 1000000"
    })
    @DisplayName("have ticks at round values")
    void ticks(String greatest, String ticks) {
        assertThat(bars(greatest).texts("g > text.chart-note[text-anchor=end]")).containsExactly(ticks.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"1200.00, 1200", "0.125, 0.13", "12.345, 12.35", "0.00456, 0.0046", "1e20, 1E+20", "1e-30, 1E-30"})
    @DisplayName("say their values with two decimals at most, or two digits")
    void values(String value, String words) {
        assertThat(bars(value).texts("g > title")).contains("1月 次数：" + words + "次");
    }

    @Test
    @DisplayName("have a number above them only where it fits")
    void numbers() {
        BarChart.Series large =
                new BarChart.Series("元", Collections.nCopies(36, Optional.of(new BigDecimal("12345.67"))));
        List<String> months =
                IntStream.rangeClosed(1, 36).mapToObj(i -> i + "月").toList();

        assertThat(draw(months, "", large).texts("g:has(> title) > text.chart-note"))
                .isEmpty();
        assertThat(bars("12345.67").texts("g:has(> title) > text.chart-note")).containsExactly("12345.67");
    }

    @Test
    @DisplayName("are told apart by surfaces, not by colours alone")
    void surfaces() {
        List<BarChart.Series> series = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> new BarChart.Series("系列" + i, Drawn.values("1", "2", "3", "4")))
                .toList();
        Drawn chart = Drawn.of(new BarChart("图", "", "", QUARTERS, series).svg("x"));

        assertThat(chart.all(BARS).stream().map(bar -> bar.attr("fill")).distinct())
                .containsExactly("#8f1d21", "url(#x-stripes)", "#f3dfb4", "url(#x-dots)");
        assertThat(chart.all("pattern").stream().map(pattern -> pattern.id())).containsExactly("x-stripes", "x-dots");
    }

    @Test
    @DisplayName("of a series without name need no legend")
    void nameless() {
        Drawn chart = draw(List.of("合计"), "", new BarChart.Series("", Drawn.values("3")));

        assertThat(chart.all("rect.chart-bar")).hasSize(1);
        assertThat(chart.all(".chart-legend > *")).isEmpty();
    }

    @Test
    @DisplayName("are held against a norm, for which the axis has room")
    void norm() {
        BarChart chart = new BarChart(
                "会议",
                "",
                "次",
                List.of("一季度"),
                List.of(new BarChart.Series("次数", Drawn.values("1"))),
                Optional.of(new BarChart.Norm(new BigDecimal(3), "每季度不少于")));
        Drawn drawn = Drawn.of(chart.svg("n"));

        assertThat(drawn.all("path.chart-norm")).hasSize(2);
        assertThat(drawn.texts("text")).contains("每季度不少于（3次）", "3");
    }

    @Test
    @DisplayName("of the longest chart stay within it, names included")
    void longest() {
        List<String> categories = IntStream.range(0, 36)
                .mapToObj(i -> "机关后勤与离退休干部联合党小组第" + i + "组")
                .toList();
        BarChart.Series series = new BarChart.Series("数", Collections.nCopies(36, Optional.of(BigDecimal.TEN)));
        Drawn chart = draw(categories, "", series, series, series, series);

        assertThat(chart.texts("text[transform]")).hasSize(36).allMatch(name -> name.endsWith("…"));
        assertThat(chart.texts("g > title")).contains(categories.get(35));
        assertThat(chart.width()).isEqualTo(980);
    }

    @Property(tries = 200)
    void stayWithinTheChart(
            @ForAll @Size(min = 1, max = 36) List<@BigRange(min = "0", max = "1e12") @Scale(3) BigDecimal> values,
            @ForAll @IntRange(min = 1, max = 4) int series) {
        List<String> categories =
                IntStream.range(0, values.size()).mapToObj(i -> "第" + i).toList();
        BarChart.Series one =
                new BarChart.Series("数", values.stream().map(Optional::of).toList());
        Drawn chart = Drawn.of(new BarChart("图", "", "", categories, Collections.nCopies(series, one)).svg("p"));

        assertThat(chart.all(BARS)).allSatisfy(bar -> {
            double x = Double.parseDouble(bar.attr("x"));
            double y = Double.parseDouble(bar.attr("y"));
            assertThat(x).isNotNegative();
            assertThat(y).isNotNegative();
            assertThat(x + Double.parseDouble(bar.attr("width"))).isLessThanOrEqualTo(chart.width());
            assertThat(y + Double.parseDouble(bar.attr("height"))).isLessThanOrEqualTo(chart.height());
        });
    }

    @Test
    @DisplayName("refuse negative values, and too many or too few of anything")
    void refused() {
        assertThatThrownBy(() -> bars("1", "-1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Bars cannot show negative values: -1");
        assertThatThrownBy(() -> new BarChart.Norm(new BigDecimal(-1), ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bars()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bars(Collections.nCopies(37, "1").toArray(String[]::new)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Number of categories: 37");
        BarChart.Series one = new BarChart.Series("一", Drawn.values("1"));
        assertThatThrownBy(() -> draw(List.of("甲"), "", one, one, one, one, one))
                .hasMessage("Number of series: 5");
        assertThatThrownBy(() -> draw(List.of("甲", "乙"), "", one)).hasMessage("Number of values of 一: 1");
    }
}
