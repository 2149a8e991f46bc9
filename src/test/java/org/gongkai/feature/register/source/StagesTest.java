package org.gongkai.feature.register.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The stages of a procedure")
class StagesTest extends SiteFixture {

    @BeforeEach
    void aSite() {
        admission("a", "关于确定林晓禾同志为入党积极分子的公示", "确定积极分子", "2022-03-07", "2022-03-11");
        admission("b", "关于拟接收林晓禾同志为中共预备党员的公示", "接收预备党员", "2023-04-10", "2023-04-14");
        admission("c", "关于确定何一舟同志为入党积极分子的公示", "确定入党积极分子", "2024-03-04", "2024-03-08");
    }

    private void admission(String name, String title, String stage, String from, String to) {
        site.published(
                "content/公示/" + name + ".md",
                "标题: " + title,
                "文种: 发展党员公示",
                "发布日期: " + from,
                "阶段: " + stage,
                "事项: " + (title.contains("林晓禾") ? "第一名" : "第二名") + "党员的发展",
                "公示: {起: " + from + ", 止: " + to + ", 结果: 没有收到不同意见}",
                "监督电话: 6021");
    }

    private List<String> due(String asOf) {
        return site.run("due", "-s", site.root(), "--as-of", asOf)
                .out()
                .lines()
                .filter(line -> line.contains("发展党员"))
                .map(line -> line.replaceAll(" +", " "))
                .toList();
    }

    @Test
    @DisplayName("say what comes next of the last one of each person, and from when on")
    void next() {
        assertThat(site.run("register", "admissions", "--format", "csv", "-s", site.root(), "--as-of", "2024-06-01")
                        .out())
                .contains(",2023-04-10,2023-04-14,没有收到不同意见,转正,2024-04-13,2024-06-12")
                .contains(",2022-03-07,2022-03-11,没有收到不同意见,,,")
                .contains(",2024-03-04,2024-03-08,没有收到不同意见,确定发展对象,2025-03-08,");
        site.built("--as-of", "2024-06-01");
        assertThat(site.files().keySet().stream()
                        .filter(file -> file.startsWith("matters/di-"))
                        .map(file -> site.html(file).select(".intro").text()))
                .anyMatch(text -> text.contains("下一步：转正（最早2024年4月13日，最迟2024年6月12日，根据：《中国共产党发展党员工作细则》：预备期一年"))
                .anyMatch(text -> text.contains("下一步：确定发展对象（最早2025年3月8日，根据：《中国共产党发展党员工作细则》：经过一年以上"));
    }

    @Test
    @DisplayName("are due until the day that a rule names, in words that name nobody, and not once they are there")
    void due() {
        assertThat(due("2024-06-01")).containsExactly("将到期 2024-06-12 转正 发展党员");
        assertThat(due("2024-07-01")).containsExactly("已逾期 2024-06-12 转正 发展党员");

        admission("d", "关于预备党员林晓禾同志转为中共正式党员的公示", "转正", "2024-05-06", "2024-05-10");
        assertThat(due("2024-07-01")).isEmpty();
    }

    @Test
    @DisplayName("of elections follow each other within a year")
    void elections() {
        site.published("content/换届/a.md", "标题: 关于启动支部委员会换届工作的通知", "文种: 换届选举", "发布日期: 2024-05-06", "阶段: 启动换届");
        site.published(
                "content/换届/b.md",
                "标题: 换届选举结果",
                "文种: 换届选举",
                "发布日期: 2021-07-01",
                "阶段: 公布结果",
                "任期: 2021-06-30 至 2024-06-29");

        assertThat(site.run("register", "elections", "--format", "csv", "-s", site.root(), "--as-of", "2024-06-01")
                        .out())
                .contains("启动换届")
                .contains(",酝酿候选人,2024-06-29");
        assertThat(site.run("register", "elections", "--format", "csv", "-s", site.root(), "--as-of", "2026-06-01")
                        .out())
                .doesNotContain(",酝酿候选人");
    }
}
