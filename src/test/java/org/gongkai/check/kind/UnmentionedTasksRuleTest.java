package org.gongkai.check.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnmentionedTasksRuleTest extends SiteFixture {

    @BeforeEach
    void aPlan() {
        site.published(
                "content/工作计划/计划.md",
                "标题: 第一党支部2023年工作计划",
                "文种: 工作计划",
                "发布日期: 2023-01-10",
                "任务项: [{内容: 修订两项制度，试行一项办法}, {内容: 支部委员会换届}, {内容: 编一本案例集}]");
    }

    private List<String> problems(String title, String body) {
        return problems(title, "../工作计划/计划.md", body);
    }

    private List<String> problems(String title, String plan, String body) {
        String[] header = {"标题: " + title, "文种: 工作总结", "发布日期: 2024-01-10", "年度: 2023", "对应计划: " + plan};
        String[] all = Stream.concat(Stream.of(header), Stream.of(SiteFolder.PUBLICATION))
                .toArray(String[]::new);
        return site.file("content/工作总结/总结.md", "---\n" + String.join("\n", all) + "\n---\n\n" + body + "\n")
                .build()
                .problems();
    }

    @Test
    void areToldToTheWriterAndNotToReaders() {
        assertThat(problems("第一党支部2023年工作总结", "一年来修订了请假、借阅制度，值班办法已经试行。\n\n完成了支部委员会的换届。"))
                .containsExactly("content/工作总结/总结.md:6:7: 警告 W250 计划《第一党支部2023年工作计划》里有、本条正文没有提到的任务：编一本案例集；"
                        + "请核对是漏写了，还是换了说法；不必提到的，可以不改");
        assertThat(site.html("summaries/2023/zong-jie.html").text()).doesNotContain("案例集");
    }

    @Test
    void areNotToldInOtherWords() {
        assertThat(problems("第一党支部2023年工作总结", "重写了请假制度。\n\n9月换届，选出新一届委员。\n\n十二篇案例印成册子。"))
                .noneMatch(line -> line.contains("W250"));
    }

    @Test
    void areNotToldOfASummaryOfAPartOfTheYear() {
        assertThat(problems("第一党支部2023年上半年工作总结", "修订了制度。")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../../计划.md", "\"a\\0b.md\"", "\"a:*?.md\""})
    void ofAPlanThatIsNotThereAreNotTold(String plan) {
        assertThat(problems("第一党支部2023年工作总结", plan, "修订了制度。"))
                .noneMatch(line -> line.contains("W250"))
                .anyMatch(line -> line.startsWith("content/工作总结/总结.md:6:"));
    }
}
