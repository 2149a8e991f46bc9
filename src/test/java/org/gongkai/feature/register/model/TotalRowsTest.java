package org.gongkai.feature.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row of a table that states the sum of the others is no record. */
class TotalRowsTest extends SiteFixture {

    private SiteFolder with(String title, String kind, String... header) {
        List<String> lines = new ArrayList<>(List.of("标题: " + title, "文种: " + kind, "发布日期: 2024-03-05"));
        lines.addAll(List.of(header));
        return site.published("content/记录/表.md", lines.toArray(String[]::new));
    }

    private static String csv(SiteFolder site, String register) {
        return site.built().page("registers/" + register + "/" + register + ".csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"合计", "总计", "共计", "小计", "合　计", "全年合计", "合计（次）：", "\"合 计 \""})
    void inAnyWordsIsNotCounted(String word) {
        SiteFolder site = with(
                        "谈心谈话情况统计",
                        "谈心谈话统计",
                        "统计:",
                        "  - {对象: 书记与委员, 次数: 4, 人次: 8}",
                        "  - {对象: 委员与党员, 次数: 17, 人次: 34}",
                        "  - {对象: " + word + ", 次数: 21, 人次: 42}")
                .file(
                        "content/文章/小结.md",
                        "---\n标题: 小结\n发布日期: 2024-03-05\n---\n\n谈话{{合计: 谈心谈话统计.次数}}次、{{合计: 谈心谈话统计.人次}}人次。\n");

        assertThat(said(site)).isEqualTo("谈话21次、42人次。");
    }

    private static String said(SiteFolder site) {
        Element prose = site.built().html("articles/2024/xiao-jie.html").selectFirst(".prose");
        return prose.text();
    }

    @Test
    void aloneIsTheRecord() {
        SiteFolder site = with("谈心谈话情况统计", "谈心谈话统计", "统计: [{对象: 合计, 次数: 21, 人次: 42}]")
                .file("content/文章/小结.md", "---\n标题: 小结\n发布日期: 2024-03-05\n---\n\n谈话{{合计: 谈心谈话统计.次数}}次。\n");

        assertThat(said(site)).isEqualTo("谈话21次。");
    }

    @Test
    void ofSignaturesIsNoRowAndNotInTheSum() {
        String csv = csv(
                with(
                        "党员承诺",
                        "党员承诺",
                        "签订情况:",
                        "  - {签订文件: 承诺书, 对象: 厂区组, 应签: 4, 已签: 4}",
                        "  - {签订文件: 承诺书, 对象: 管网组, 应签: 17, 已签: 16}",
                        "  - {签订文件: 合计, 应签: 21, 已签: 20}"),
                "signatures");

        assertThat(csv.lines().filter(line -> line.contains("合计"))).isEmpty();
        assertThat(csv.lines().filter(line -> line.contains("承诺书"))).hasSize(2);
    }

    @Test
    void ofPointsIsNoRowAndNotInTheSum() {
        SiteFolder site = with(
                "第一党支部2024年第一季度党员积分公示",
                "党员积分公示",
                "期间: 2024年第一季度",
                "积分: [{分数段: 90分以上, 人数: 4}, {分数段: 80至89分, 人数: 17}, {分数段: 合计, 人数: 21}]");

        assertThat(csv(site, "points").lines().skip(1).filter(line -> line.contains("合计")))
                .isEmpty();
        assertThat(site.page("registers/points/points.json"))
                .contains("\"人数\": 21")
                .doesNotContain("\"分数段\": \"合计\"");
    }
}
