package org.gongkai.feature.register.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.nodes.Attribute;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Charts, whatever their labels say,")
class ChartSafetyTest {

    private static final Set<String> ELEMENTS =
            Set.of("svg", "title", "desc", "defs", "pattern", "g", "rect", "circle", "path", "text");

    private static final Pattern LONG_NUMBER = Pattern.compile("\\d\\.\\d{3}|\\d[eE][-+\\d]|NaN|Infinity");

    /** One of each, with a text wherever one can stand. */
    private static Stream<Drawn> charts(String text) {
        LocalDate day = LocalDate.of(2024, 5, 1);
        return Stream.of(
                        new BarChart(
                                        "图" + text,
                                        text,
                                        text,
                                        List.of(text),
                                        List.of(
                                                new BarChart.Series(text, Drawn.values("1")),
                                                new BarChart.Series(text, Drawn.values("3.333"))))
                                .svg("a"),
                        new MatrixChart(
                                        "图" + text,
                                        text,
                                        List.of(text),
                                        List.of(text, text, text),
                                        List.of(List.of(
                                                MatrixChart.Open.MISSING,
                                                MatrixChart.Open.DUE,
                                                new MatrixChart.Done(1))))
                                .svg("b"),
                        new TimelineChart(
                                        "图" + text,
                                        text,
                                        day,
                                        day.plusDays(300),
                                        List.of(new TimelineChart.Bar(
                                                text,
                                                day,
                                                day.plusDays(20),
                                                TimelineChart.State.OVERDUE,
                                                List.of(new TimelineChart.Mark(day, text)))),
                                        day)
                                .svg("c"))
                .map(Drawn::of);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><style>*{}</style>",
                "' onload='x",
                "]]>&amp;&#0;",
                "\u0000\u0008\u001b[0m\ufffe\uffff",
                "\ud842",
                "\udfb7甲",
                "\u202e党课\u2066",
                ""
            })
    @DisplayName("are well-formed and consist of a few harmless elements")
    void harmless(String label) {
        assertThat(charts(label)).hasSize(3).allSatisfy(ChartSafetyTest::assertHarmless);
    }

    @Property(tries = 300)
    void areHarmlessWithAnyLabel(@ForAll String label) {
        assertThat(charts(label)).hasSize(3).allSatisfy(ChartSafetyTest::assertHarmless);
    }

    private static void assertHarmless(Drawn chart) {
        assertThat(chart.all("svg, svg *")).allSatisfy(element -> {
            assertThat(element.tagName()).isIn(ELEMENTS);
            assertThat(element.attributes().asList())
                    .map(Attribute::getKey)
                    .noneMatch(name -> name.startsWith("on") || name.equals("style") || name.contains("href"));
        });
        assertThat(chart.all("[id]").stream().map(element -> element.id())).doesNotHaveDuplicates();
        assertThat(chart.svg()).doesNotContain("\u202e", "\u2066");
    }

    @Test
    @DisplayName("show labels as they are typed, but for line breaks and control characters")
    void typed() {
        assertThat(charts("a<b>&\"c\"\n\u0007𬭎"))
                .allSatisfy(chart -> assertThat(chart.texts("svg > desc")).containsExactly("a<b>&\"c\" 𬭎"));
    }

    @Test
    @DisplayName("have a title and a description that assistive technology is led to")
    void named() {
        assertThat(charts("甲")).allSatisfy(chart -> {
            var svg = chart.document().expectFirst("svg");
            String id = svg.child(0).id().replace("-title", "");
            assertThat(svg.attr("role")).isEqualTo("img");
            assertThat(svg.attr("aria-labelledby")).isEqualTo(id + "-title " + id + "-desc");
            assertThat(chart.texts("#" + id + "-title")).containsExactly("图甲");
            assertThat(chart.texts("#" + id + "-desc")).containsExactly("甲");
        });
        assertThat(charts("")).allSatisfy(chart -> {
            assertThat(chart.all("desc")).isEmpty();
            assertThat(chart.document().expectFirst("svg").attr("aria-labelledby"))
                    .doesNotContain(" ");
        });
    }

    @Test
    @DisplayName("have ids that begin with the one that is given, and refuse one that is none")
    void ids() {
        assertThat(charts("甲")).allSatisfy(chart -> {
            String prefix = chart.all("svg > title").get(0).id().replace("title", "");
            assertThat(chart.all("[id]")).allMatch(element -> element.id().startsWith(prefix));
        });
        MatrixChart chart =
                new MatrixChart("图", "", List.of("甲"), List.of("乙"), List.of(List.of(MatrixChart.Open.NONE)));
        for (String id : List.of("", "1", "a b", "图", "a\"b")) {
            assertThatThrownBy(() -> chart.svg(id)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @DisplayName("have numbers of two decimals at most, in any locale")
    void numbers() {
        Locale before = Locale.getDefault();
        try {
            List<String> usual = charts("甲").map(Drawn::svg).toList();
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(charts("甲").map(Drawn::svg)).isEqualTo(usual);
            assertThat(usual).noneMatch(svg -> LONG_NUMBER
                    .matcher(svg.replaceAll("3\\.333|#[0-9a-f]{6}", ""))
                    .find());
        } finally {
            Locale.setDefault(before);
        }
    }
}
