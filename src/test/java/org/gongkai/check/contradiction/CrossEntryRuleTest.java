package org.gongkai.check.contradiction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.cache.CacheStore;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.FolderSource;
import org.gongkai.testing.Case;
import org.gongkai.testing.Headers;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two entries about one thing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossEntryRuleTest {

    private final ContradictionRule rule = rule(new YamlReader());

    private SiteFolder site;

    private static ContradictionRule rule(YamlReader yaml) {
        return new ContradictionRule(
                Organisation.read(yaml, Optional.of("{党小组: [外业组, 内业组], 委员会: [{职务: 宣传委员, 姓名: 闻一舟}]}"), problem -> {}),
                new WorkCalendar(yaml, List.of()),
                true);
    }

    @BeforeEach
    void minutes(@TempDir Path folder) {
        site = new SiteFolder(folder)
                .published(
                        "content/三会一课/纪要.md",
                        "标题: 第3次支部委员会会议纪要",
                        "文种: 支委会",
                        "发布日期: 2024-06-10",
                        "会议: {次数: 3, 时间: 2024-06-04 15:00, 地点: 三楼会议室, 应到: 5, 实到: 4}");
    }

    private List<String> told() {
        return site.build().problems().stream()
                .filter(line -> line.contains(" W33"))
                .map(line -> line.replaceFirst("；.*", ""))
                .toList();
    }

    /** An entry each between lines of 另一条： , of which the last one is the later; what is told, without the paths. */
    @ParameterizedTest
    @MethodSource("cases")
    void tellsWhereTwoEntriesDoNotFitAndNothingElse(Case test, @TempDir Path folder) {
        SiteFolder files = new SiteFolder(folder);
        List<Entry> entries = new ArrayList<>();
        for (String typed : test.text().split("\n另一条：\n")) {
            String path = "content/条目/" + (entries.size() + 1) + ".md";
            String[] parts = (typed + "\n---\n略").split("\n---\n");
            String text = "---\n" + parts[0] + "\n---\n" + parts[1] + "\n";
            files.file(path, text);
            entries.add(Headers.read(path, text).entry().orElseThrow());
        }
        List<String> told = new ArrayList<>();
        new CrossEntryRule(() -> rule, LocalDate.of(2026, 6, 1))
                .check(
                        entries,
                        new WholeSite(
                                entries,
                                new FolderSource(folder, List.of("content")),
                                Set.of(),
                                Set.of(),
                                Map.of(),
                                name -> CacheStore.NONE,
                                (read, version) -> {}),
                        problem -> told.add(problem.text()
                                .replaceFirst("^[^ ]+ ", "")
                                .replaceAll("（content/条目/\\d[.]md）", "")
                                .replaceFirst("；.*", "")));
        assertThat(told).containsExactlyInAnyOrderElementsOf(test.told());
    }

    static Stream<Case> cases() {
        return Case.of(CrossEntryRuleTest.class, "between.txt");
    }

    @Test
    void draftsAndWithdrawnEntriesContradictNothing() {
        site.published(
                "content/决议/决议.md",
                "标题: 支部委员会关于值班的决议",
                "文种: 决议",
                "发布日期: 2024-06-11",
                "状态: 草稿",
                "通过会议: 2024年6月4日支部委员会会议",
                "执行情况: 进行中");
        assertThat(told()).isEmpty();
    }

    @Test
    void aChangeOfOneEntryIsToldAtTheOther() {
        String text = "---\n标题: 支部委员会关于值班的决议\n文种: 决议\n发布日期: 2024-06-%s\n公开范围: 本单位\n发布机构: 第一党支部\n"
                + "保密审查: 宣传委员 2010-01-04\n审批: 书记 2010-01-05\n通过会议: 2024年6月4日支部委员会会议\n---\n\n应到5人，实到%s人。\n";
        site.file("content/决议/决议.md", text.formatted("08", "4"));
        assertThat(told()).isEmpty();
        site.file("content/决议/决议.md", text.formatted("08", "5"));
        assertThat(told())
                .containsExactly("content/三会一课/纪要.md:5:57: 警告 W331 同一次会议，本条实到4人，《支部委员会关于值班的决议》（content/决议/决议.md）里是5人");
        site.file("content/决议/决议.md", text.formatted("08", "4"));
        assertThat(told()).isEmpty();
    }
}
