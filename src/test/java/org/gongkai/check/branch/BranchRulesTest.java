package org.gongkai.check.branch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.check.rule.RuleSet.HeaderRule;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Problem;
import org.gongkai.testing.Headers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        Organisation organisation = Organisation.read(new YamlReader(), Optional.of(branch), problem -> {
            throw new IllegalStateException(problem.text());
        });
        List<String> header = new ArrayList<>(List.of(fields.split("; ")));
        for (String line : List.of("标题: 甲", "文种: 支委会", "发布日期: 2025-03-10")) {
            if (header.stream().noneMatch(own -> own.startsWith(line.substring(0, 2)))) {
                header.add(line);
            }
        }
        Headers.Read read = Headers.read("content/a.md", "---\n" + String.join("\n", header) + "\n---\n略\n");
        List<Problem> problems = new ArrayList<>();
        for (HeaderRule rule : new BranchRules(organisation).rules().headerRules()) {
            rule.check(read.entry().orElseThrow(), problems::add);
        }
        return problems.stream()
                .map(problem -> problem.text().replaceFirst("^content/a\\.md:", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    会议: {时间: 2024-07-15, 党小组: 泵房组} | 2:27: 警告 W355 2024-07-15没有“泵房组”这个党小组：到2024-06-30为止，后来并入“运行组”；请核对日期和党小组，这一天的党小组有：运行组；起止写错了的，改 content/_data/organisation.yml
                    会议: {时间: 2024-06-15, 党小组: 运行组} | 2:27: 警告 W355 2024-06-15没有“运行组”这个党小组：从2024-07-01起；请核对日期和党小组，这一天的党小组有：泵房组、管线组；起止写错了的，改 content/_data/organisation.yml
                    Meeting: {time: 2024-07-15, group: 管线组} | 2:36: 警告 W355 2024-07-15没有“管线组”这个党小组：到2024-06-30为止，后来并入“运行组”；请核对日期和党小组，这一天的党小组有：运行组；起止写错了的，改 content/_data/organisation.yml
                    会议: {时间: 2024-07-15, 党小组: 机修组} | 2:27: 警告 W129 没有“机修组”这个党小组；content/_data/organisation.yml 里的党小组有：泵房组、管线组、运行组
                    会议: {时间: 2024-10-15, 记录人: 宣传委员} | 2:27: 警告 W357 2024-10-15没有人任“宣传委员”；宣传委员到2024-09-19为止；请核对，另有人代行的写那个人的职务
                    会议: {时间: 2024-07-15, 主持人: 泵房组组长} | 2:27: 警告 W357 2024-07-15没有人任“泵房组组长”；泵房组组长到2024-06-30为止；请核对，另有人代行的写那个人的职务
                    责任人: 青年委员 | 2:6: 警告 W357 支部委员会里没有“青年委员”；这一天的委员会有：书记、副书记兼组织委员、纪检委员；从前有过的写进 content/_data/organisation.yml 并写上止，不是本支部的写明单位
                    审批: {审批人: 支部青年委员, 日期: 2025-03-09} | 2:5: 警告 W357 支部委员会里没有“青年委员”；这一天的委员会有：书记、副书记兼组织委员、纪检委员；从前有过的写进 content/_data/organisation.yml 并写上止，不是本支部的写明单位
                    审批: 甲一 2025-03-09 | 2:5: 警告 W358 “甲一”2025-03-09已经不任“书记”：到2024-09-19为止；这一天的“书记”是“乙二”；请核对姓名和日期
                    责任人: 党支部书记甲一 | 2:6: 警告 W358 “甲一”2025-03-10已经不任“书记”：到2024-09-19为止；这一天的“书记”是“乙二”；请核对姓名和日期
                    责任人: 甲一（书记） | 2:6: 警告 W358 “甲一”2025-03-10已经不任“书记”：到2024-09-19为止；这一天的“书记”是“乙二”；请核对姓名和日期
                    会议: {时间: 2025-02-10, 主持人: 甲一} | 2:27: 警告 W358 “甲一”2025-02-10已经不任“书记”：到2024-09-19为止；这一天的“书记”是“乙二”；请核对姓名和日期
                    责任人: 运行组组长戊五 | 2:6: 警告 W358 “戊五”2025-03-10已经不任“运行组组长”：2024-07-01至2024-12-31；这一天的“运行组组长”是“己六”；请核对姓名和日期
                    会议: {时间: 2024-11-15, 记录人: 庚七} | 2:27: 警告 W358 “庚七”2024-11-15已经不在本支部：到2024-10-31为止；请核对姓名和日期；写错了的，改 content/_data/organisation.yml 里的起止
                    """)
    void theBranchOfTheDayIsAnother(String fields, String expected) {
        assertThat(told(BRANCH, fields)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "会议: {时间: 2024-06-30, 党小组: 泵房组、管线组}",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    支部: 第一党支部                              | 责任人: 青年委员
                    委员会: [{职务: 书记, 起: 2026-01-01}]         | 责任人: 青年委员
                    委员会: [书记, 支部委员, 支部委员]              | 责任人: 组织委员
                    委员会: [书记, 副书记]                         | 责任人: 组织委员
                    党小组: [泵房组]                              | 责任人: 组织委员
                    """)
    void aFileThatLeavesItOpenWarnsOfNothing(String branch, String fields) {
        assertThat(told(branch, fields)).isEmpty();
    }
}
