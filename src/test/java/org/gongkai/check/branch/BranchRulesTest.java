package org.gongkai.check.branch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.check.prose.ProseReader;
import org.gongkai.check.rule.RuleSet.EntryRule;
import org.gongkai.check.rule.RuleSet.HeaderRule;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Problem;
import org.gongkai.testing.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of groups, posts and persons that a branch did not have on the day of an entry. */
class BranchRulesTest {

    /** 泵房组 and 管线组 were merged on 2024-07-01, the committee was elected on 2024-09-20. */
    private static final String BRANCH =
            """
            支部: 第一党支部
            委员会:
              - {职务: 书记, 姓名: 甲一, 止: 2024-09-19}
              - {职务: 书记, 姓名: 乙二, 起: 2024-09-20}
              - {职务: 副书记兼组织委员, 姓名: 丙三}
              - {职务: 宣传委员, 止: 2024-09-19}
              - {职务: 纪检委员, 姓名: 丁四, 起: 2024-09-20}
            党小组:
              - {名称: 泵房组, 止: 2024-06-30, 并入: 运行组}
              - {名称: 管线组, 组长: 戊五, 止: 2024-06-30, 并入: 运行组}
              - {名称: 运行组, 起: 2024-07-01, 组长: [{姓名: 戊五, 止: 2024-12-31}, {姓名: 己六, 起: 2025-01-01}]}
            人员: [{姓名: 庚七, 止: 2024-10-31}]
            """;

    private static List<String> told(String branch, String fields) {
        return told(branch, fields, "略");
    }

    private static List<String> told(String branch, String fields, String body) {
        Organisation organisation = Organisation.read(new YamlReader(), Optional.of(branch), problem -> {
            throw new IllegalStateException(problem.text());
        });
        List<String> header = new ArrayList<>(List.of(fields.split("; ")));
        for (String line : List.of("标题: 甲", "文种: 支委会", "发布日期: 2025-03-10")) {
            if (header.stream().noneMatch(own -> own.startsWith(line.substring(0, 2)))) {
                header.add(line);
            }
        }
        String text = "---\n" + String.join("\n", header) + "\n---\n" + body + "\n";
        Headers.Read read = Headers.read("content/a.md", text);
        List<Problem> problems = new ArrayList<>();
        for (EntryRule rule : new BranchRules(organisation).rules().entryRules()) {
            rule.check(new ProseReader().read(read.entry().orElseThrow(), text), problems::add);
        }
        for (HeaderRule rule : new BranchRules(organisation).rules().headerRules()) {
            rule.check(read.entry().orElseThrow(), problems::add);
        }
        return problems.stream()
                .map(problem -> problem.text().replaceFirst("^content/a\\.md:", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "headers.csv", delimiter = '|', quoteCharacter = '`')
    void theBranchOfTheDayIsAnother(String fields, String expected) {
        assertThat(told(BRANCH, fields)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "texts.csv", delimiter = '|', nullValues = "-")
    void personsInTheTextAreThoseOfTheBranch(String fields, String body, String expected) {
        String branch = "委员会: [{职务: 组织委员, 姓名: 田青禾, 止: 2024-06-30}, {职务: 组织委员, 姓名: 沈岚清, 起: 2024-07-01},"
                + " {职务: 纪检委员, 姓名: 程月白}]\n党小组: [{名称: 一组, 组长: 程月白}, {名称: 二组, 止: 2024-12-31, 并入: 一组}]\n"
                + "人员: [{姓名: 许长河, 止: 2024-10-31}]";
        assertThat(told(branch, fields, body).stream().map(it -> it.replaceFirst("^[0-9:]+ ", "")))
                .containsExactlyElementsOf(Stream.ofNullable(expected).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "会议: {时间: 2024-06-30, 党小组: 泵房组、管线组}",
                // The committee that leaves calls the assembly that elects its successor.
                "文种: 党员大会; 会议: {时间: 2024-09-20, 主持人: 甲一}",
                "会议: {时间: 2024-07-01, 党小组: 运行组, 主持人: 运行组组长}",
                "会议: {时间: 2024-06-15, 主持人: 支部书记, 记录人: 宣传委员}",
                "会议: {时间: 2024-06-15, 主持人: 甲一, 记录人: 庚七}",
                // Who was 纪检委员 before is not in the file.
                "会议: {时间: 2024-06-15, 记录人: 纪律检查委员}",
                "会议: {时间: 2025-02-10, 主持人: 支部副书记, 记录人: 组织委员}",
                // Former members of the committee still belong to the branch.
                "会议: {时间: 2025-02-10, 记录人: 甲一}; 责任人: 甲一",
                "文种: 党小组会; 会议: {时间: 2025-02-10, 党小组: 运行组, 主持人: 甲一}",
                "责任人: 上级党委书记",
                "责任人: 党委委员、讲师、安全委员、航标站记录员、检修组组长",
                "责任人: 第二党支部书记",
                "责任人: 第一党支部书记（兼）、书记、丁四",
                "审批: 一名支部委员 2025-03-09",
                "责任人: 青年委员; 状态: 草稿",
                "发布日期: 2024-06-01; 成文日期: 2024-05-30; 责任人: 泵房组组长; 审批: 支部书记甲一 2024-05-31"
            })
    void whoeverWasInOfficeIsRight(String fields) {
        assertThat(told(BRANCH, fields)).isEmpty();
    }

    @Test
    void tablesAndListsNameThoseOfTheBranch() {
        String branch = "支部: 第一党支部\n委员会: [{职务: 书记, 姓名: 沈岚清}, {职务: 纪检委员, 姓名: 程月白}]\n"
                + "党小组: [{名称: 一组, 组长: 程月白}, {名称: 二组}]\n人员: [{姓名: 许长河, 止: 2024-10-31}]";

        assertThat(told(branch, "标题: 元宵值守", "| 日期 | 值班 |\n| --- | --- |\n| 2月12日 | 许长河 |"))
                .allMatch(told -> told.contains("W358 “许长河”2025-03-10已经不在本支部"))
                .hasSize(1);
        String led = branch.replace("{名称: 二组}", "{名称: 二组, 组长: 顾长安}");
        String rows = "| 党小组 | 组长 |\n| --- | --- |\n| 一组 | 程月白 |\n| 二组 | %s |";
        assertThat(told(led, "标题: 党小组设置", rows.formatted("沈岚清")))
                .allMatch(told -> told.contains("W359 二组的组长是“顾长安”，这一行写的是“沈岚清”"))
                .hasSize(1);
        assertThat(told(led, "标题: 党小组设置", rows.formatted("程月白（代）"))).isEmpty();
        assertThat(told(led, "标题: 会议情况", "| 党小组 | 主持 |\n| --- | --- |\n| 一组 | 顾长安 |"))
                .allMatch(told -> told.contains("W359 一组的组长是“程月白”，这一行写的是“顾长安”"))
                .hasSize(1);
        assertThat(told(branch, "标题: 结果; 文种: 换届选举; 大会日期: 2025-03-01; 当选名单: [{姓名: 沈岚清, 职务: 书记}, {姓名: 沈岚清, 职务: 纪检委员}]"))
                .allMatch(told -> told.contains("W359 “纪检委员”是“程月白”，这里写的是“沈岚清”"))
                .hasSize(1);
        assertThat(told(branch, "标题: 第三党支部学习计划; 发布机构: 中共示例局第一支部委员会; 发布日期: 2025-03-10"))
                .allMatch(told -> told.contains("W359 本支部是“第一党支部”，标题里写的是“第三党支部”"))
                .hasSize(1);
        assertThat(told(branch, "标题: 与第三党支部联学; 发布机构: 中共示例局第一支部委员会; 发布日期: 2025-03-10"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "roster.csv", delimiter = '|')
    void aFileThatLeavesItOpenWarnsOfNothing(String branch, String fields) {
        assertThat(told(branch, fields)).isEmpty();
    }
}
