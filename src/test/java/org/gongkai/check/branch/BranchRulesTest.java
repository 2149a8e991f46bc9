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
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    会议: {时间: 2025-02-10} | 书记沈岚清主持。 | -
                    会议: {时间: 2025-02-10} | 组织委员田青禾作了说明。 | 警告 W359 “组织委员”是“沈岚清”，这里写的是“田青禾”；请核对姓名和职务；“田青禾”2025-02-10不任这个职务，说从前的写明“时任”；换了人的，改 content/_data/organisation.yml
                    会议: {时间: 2024-02-10} | 组织委员田青禾作了说明。 | -
                    会议: {时间: 2025-02-10} | 原组织委员田青禾作了说明，时任组织委员田青禾签字，原支部组织委员田青禾应邀参加。 | -
                    会议: {时间: 2025-02-10} | 一组组长沈岚清发言。 | 警告 W359 “一组组长”是“程月白”，这里写的是“沈岚清”；请核对姓名和职务；换了人的，改 content/_data/organisation.yml
                    会议: {时间: 2025-02-10} | 纪检委员程月柏核对。 | 警告 W359 “纪检委员”是“程月白”，这里写的是“程月柏”；请核对姓名和职务；换了人的，改 content/_data/organisation.yml
                    会议: {时间: 2025-02-10} | 局党委书记程月兰到会。 | -
                    会议: {时间: 2025-02-10, 缺席: 纪检委员（出差）} | 纪检委员程月白报告情况。 | 警告 W317 纪检委员程月白报告，文件头里写的是缺席；请核对缺席和正文；书面发言、委托别人的写明
                    会议: {时间: 2025-02-10, 缺席: 程月白} | 纪检委员书面报告情况。 | -
                    会议: {时间: 2025-02-10, 主持人: 组织委员} | 会议由沈岚清主持。 | -
                    会议: {时间: 2025-02-10, 主持人: 组织委员} | 会议由程月白主持。 | 警告 W318 正文里主持的是程月白，文件头里是组织委员；请核对，两处写成一样
                    会议: {时间: 2025-02-10} | 由二组组织，编为一组。 | 警告 W355 2025-02-10没有“二组”这个党小组：到2024-12-31为止，后来并入“一组”；请核对日期和党小组
                    会议: {时间: 2025-02-10} | 原二组组织过，二组已经并入一组。 | -
                    会议: {时间: 2025-02-10} | 许长河同志汇报工作。 | 警告 W358 “许长河”2025-02-10已经不在本支部；请核对姓名和日期；写错了的，改 content/_data/organisation.yml 里的起止
                    会议: {时间: 2025-02-10} | 许长河同志已经转出，汇报由一组代写。 | -
                    """)
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
