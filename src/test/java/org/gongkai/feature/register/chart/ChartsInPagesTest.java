package org.gongkai.feature.register.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.testing.HtmlChecker;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Charts in a page")
@Tag("slow")
class ChartsInPagesTest {

    private static final Path KEPT = Path.of("src/test/resources/org/gongkai/feature/register/chart");
    private static final List<String> CHARTS = List.of("bars.svg", "matrix.svg", "timeline.svg");

    @Test
    @DisplayName("are valid HTML")
    void valid() throws Exception {
        StringBuilder page =
                new StringBuilder("<!DOCTYPE html><html lang=\"zh-CN\"><head><title>图</title></head><body>");
        for (String name : CHARTS) {
            page.append("<div class=\"chart-wrap\">")
                    .append(Files.readString(KEPT.resolve(name)))
                    .append("</div>");
        }
        byte[] bytes = page.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);

        assertThat(new HtmlChecker().errors(bytes)).isEmpty();
    }

    @Test
    @DisplayName("have sizes for every width, and system colours for what they are drawn with, in the style sheet")
    void styled() throws Exception {
        String sheet = Files.readString(Path.of("assets/registers.css"));
        String charts = sheet.substring(sheet.indexOf("/* 10 charts"));
        Set<String> surfaces = new TreeSet<>();
        for (String name : CHARTS) {
            surfaces.addAll(Drawn.of(Files.readString(KEPT.resolve(name))).all("[stroke]").stream()
                    .map(Element::className)
                    .map(classes -> classes.split(" ")[0])
                    .collect(Collectors.toSet()));
        }

        assertThat(ChartWidth.values()).allMatch(width -> charts.contains("." + width.cssClass() + " {"));
        assertThat(surfaces).hasSizeGreaterThan(8).allMatch(name -> charts.contains("." + name));
    }
}
