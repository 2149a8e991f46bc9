package org.gongkai.feature.register.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.gongkai.testing.Case;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers that summaries state of what any register contains. */
class StatedFiguresTest extends SiteFixture {

    @BeforeEach
    void aBranchWithAYearOfRecords() {
        site.file(
                "content/_data/organisation.yml",
                "支部: 河口站党支部\n党小组:\n  - {名称: 测流组, 组长: 测流组组长, 人数: 9}\n  - {名称: 泥沙组, 组长: 泥沙组组长, 人数: 9}\n");
        List.of("01-09", "02-09", "03-09", "04-09", "05-09", "06-09", "09-09").forEach(day -> meeting("支委会", "", day));
        List.of("01-15", "02-15", "03-15").forEach(day -> meeting("党小组会", "测流组", day));
        List.of("01-16", "02-16").forEach(day -> meeting("党小组会", "泥沙组", day));
        List.of("04-18", "10-18").forEach(day -> meeting("党课", "", day));
        String[] issues = {"02-10", "05-10", "08-10", "11-10"};
        IntStream.range(0, 4)
                .forEach(i -> record("简报", "学习教育简报第" + (i + 1) + "期：雨量筒", "2023-" + issues[i], "期数: " + (i + 1)));
        talks("上半年", "2023-07-03", 10);
        talks("下半年", "2023-12-28", 12);
        dues("第一季度", "2023-04-03", "3000.00");
        dues("第二季度", "2023-07-03", "3000.50");
        dues("第三季度", "2023-10-09", "3100.00");
        volunteering("2023-03-05", 8, 5);
        volunteering("2023-06-05", 6, 4);
        volunteering("2023-09-05", 10, 3);
        record("学习记录", "河口站党支部3月集中学习情况", "2023-03-20", "学习时间: 2023-03-19", "学时: 3.5", "形式: 集中学习");
        record("学习记录", "河口站党支部9月集中学习情况", "2023-09-20", "学习时间: 2023-09-19", "学时: 4", "形式: 集中学习");
        record("廉政教育", "支部召开节前警示教育会", "2023-01-20", "活动日期: 2023-01-19", "场次: 2", "参加人数: 20");
        record("廉政教育", "支部召开中秋节前警示教育会", "2023-09-25", "活动日期: 2023-09-24", "场次: 1", "参加人数: 18");
        List.of("一", "二", "三").forEach(n -> record("心得体会", "学习心得之" + n, "2023-05-20", "作者: 测流组组员"));
        record(
                "整改清单",
                "河口站党支部检查问题整改清单",
                "2023-03-20",
                "整改项:",
                "  - {问题: 甲, 时限: 2023-04-30, 完成情况: 已完成}",
                "  - {问题: 乙, 时限: 2023-05-31, 完成情况: 已整改}",
                "  - {问题: 丙, 时限: 2023-06-30, 完成情况: 已完成（6月20日）}",
                "  - {问题: 丁, 时限: 2023-12-31, 完成情况: 在办}",
                "  - {问题: 戊, 时限: 2023-12-31, 完成情况: 长期坚持}");
        record(
                "意见反馈",
                "意见建议办理情况",
                "2023-11-20",
                "办理情况:",
                "  - {意见: 甲, 日期: 2023-03-30, 状态: 已答复}",
                "  - {意见: 乙, 日期: 2023-05-30, 状态: 办结}",
                "  - {意见: 丙, 日期: 2023-08-30, 状态: 未采纳, 理由: 没有依据}",
                "  - {意见: 丁, 日期: 2023-11-10, 状态: 在办}");
        record("责任清单", "河口站党支部2023年责任清单", "2023-01-20", "签订情况:", "  - {签订文件: 责任书, 应签: 20, 已签: 20}");
        record(
                "工作计划",
                "河口站党支部2023年工作计划",
                "2023-01-15",
                "任务项:",
                "  - {内容: 甲, 时限: 2023-06-30, 状态: 已完成}",
                "  - {内容: 乙, 时限: 2023-09-30, 状态: 已完成}",
                "  - {内容: 丙, 时限: 2023-12-20, 状态: 未完成}");
    }

    private void record(String kind, String title, String day, String... more) {
        String[] header = new String[more.length + 3];
        header[0] = "标题: " + title;
        header[1] = "文种: " + kind;
        header[2] = "发布日期: " + day;
        System.arraycopy(more, 0, header, 3, more.length);
        site.published("content/" + kind + "/" + day + title.hashCode() + ".md", header);
    }

    private void meeting(String kind, String group, String day) {
        record(
                kind,
                group + kind + day + "记录",
                "2023-" + day,
                "会议: {时间: 2023-" + day + " 15:00, 地点: 站房" + (group.isEmpty() ? "" : ", 党小组: " + group) + "}");
    }

    private void talks(String half, String day, int times) {
        record(
                "谈心谈话统计",
                "河口站党支部2023年" + half + "谈心谈话情况统计",
                day,
                "统计:",
                "  - {对象: 委员之间, 次数: 4, 人次: 8}",
                "  - {对象: 委员与党员, 次数: " + (times - 4) + ", 人次: " + (2 * times - 8) + "}",
                "  - {对象: 合计, 次数: " + times + ", 人次: " + 2 * times + "}");
    }

    private void dues(String quarter, String day, String amount) {
        record("党费收缴公示", "河口站党支部2023年" + quarter + "党费收缴公示", day, "应交金额: " + amount, "实交金额: " + amount);
    }

    private void volunteering(String day, int persons, int hours) {
        record("志愿服务", "支部到村里量雨", day, "活动日期: " + day, "参加人数: " + persons, "时长: " + hours);
    }

    private void summary(String name, String title, List<String> text) {
        site.file(
                "content/工作总结/" + name + ".md",
                "---\n标题: " + title + "\n发布日期: 2024-01-12\n年度: " + (title.contains("2021") ? "2021" : "2023") + "\n文种: "
                        + (title.endsWith("报告") ? "报告" : title.endsWith("生活会") ? "组织生活会" : "工作总结") + "\n"
                        + String.join("\n", SiteFolder.PUBLICATION) + "\n---\n" + String.join("\n", text) + "\n");
    }

    private List<String> told(String name) {
        return site.build().problems().stream()
                .filter(line -> line.startsWith("content/工作总结/" + name) && line.contains("W240"))
                .toList();
    }

    @Test
    void areComparedWithTheRecords() {
        List<Case> cases = Case.of(StatedFiguresTest.class, "stated.txt").toList();
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            summary(
                    "s" + i,
                    one.form().isEmpty()
                            ? "河口站党支部2023年度工作总结"
                            : "河口站党支部" + one.form().strip().replace("; ", "\n"),
                    one.lines());
        }
        List<String> all = site.build().problems();
        SoftAssertions soft = new SoftAssertions();
        for (int i = 0; i < cases.size(); i++) {
            String path = "content/工作总结/s" + i + ".md:";
            soft.assertThat(all.stream()
                            .filter(line -> line.startsWith(path) && line.contains("W240"))
                            .map(line -> line.replaceFirst("^.*W240 ", "").replaceFirst("；请核对.*", "")))
                    .as(cases.get(i).text())
                    .containsExactlyElementsOf(cases.get(i).told());
        }
        soft.assertAll();
    }

    @Test
    void areToldWithTheRegisterAndTheQuestionThatCountsThem() {
        summary("a", "河口站党支部2023年度工作总结", List.of("全年，测流组党小组会5次，收到意见15条，办结9条。"));

        assertThat(told("a"))
                .containsExactly("content/工作总结/a.md:11:7: 警告 W240 “党小组会5次”与登记的不一致：2023年测流组登记的党小组会是3次；"
                        + "请核对：是正文的数写错了，还是有记录没有登记；登记的见“三会一课”台账，或者用 gongkai register meetings --year 2023 列出来；"
                        + "也可以写成 {{计数: 文种=党小组会, 期间=2023年, 党小组=测流组 = 3}}，由程序来数");
    }

    @Test
    void areReplacedByTheQuestionsThatTheWarningsOffer() {
        summary("a", "河口站党支部2023年度工作总结", List.of("谈心谈话50人次。整改12项，完成10项。志愿服务95小时。收到意见15条，办结14条。"));
        List<String> offered = told("a").stream()
                .map(line -> line.replaceFirst(".*也可以写成 ", "").replaceFirst("，由程序来数", ""))
                .toList();
        summary("a", "河口站党支部2023年度工作总结", offered);

        assertThat(offered)
                .containsExactly(
                        "{{合计: 谈心谈话统计.人次, 期间=2023年 = 44}}",
                        "{{计数: 整改清单.整改项, 期间=2023年 = 5}}",
                        "{{计数: 整改清单.整改项, 完成情况=已完成, 期间=2023年 = 3}}",
                        "{{合计: 志愿服务.时长, 期间=2023年 = 12}}",
                        "{{计数: 意见反馈.办理情况, 期间=2023年 = 4}}",
                        "{{计数: 意见反馈.办理情况, 状态=已完成、已答复、未采纳、长期坚持, 期间=2023年 = 3}}");
        assertThat(site.build().problems())
                .filteredOn(line -> line.contains("/a.md"))
                .isEmpty();
        assertThat(site.html("summaries/2023/a.html").select("main").text()).contains("44 5 3 12 4 3");
    }

    /** A list may be a selection of what its text counts. */
    @Test
    void areNotComparedWithRowsWhoseOwnTextCountsOthers() {
        String path = "content/意见反馈/二.md";
        String header = "---\n标题: 2023年第四季度意见建议办理情况\n文种: 意见反馈\n发布日期: 2024-01-04\n年度: 2023\n"
                + "办理情况: [{意见: 甲, 状态: 办结}, {意见: 乙, 状态: 办结}]\n"
                + String.join("\n", SiteFolder.PUBLICATION) + "\n---\n";
        summary("a", "河口站党支部2023年第四季度工作总结", List.of("收到意见9条。"));
        site.file(path, header + "四季度收到意见9条，其中2条有代表性。\n");
        assertThat(told("a")).isEmpty();

        site.file(path, header + "四季度收到意见3条。\n");
        summary("a", "河口站党支部2023年第四季度工作总结", List.of("收到意见9条。"));
        assertThat(told("a")).isEmpty();

        site.file(path, header + "四季度的意见都已办结。\n");
        assertThat(told("a")).hasSize(1);
    }

    /** What was right when a text was signed stays right, whatever is registered afterwards. */
    @Test
    void ofSignedTextsMayBeThoseOfTheDayOfSigning() {
        summary("a", "河口站党支部2023年度工作总结", List.of("编发简报4期。"));
        record("简报", "学习教育简报第5期：雪后", "2024-02-03", "期数: 5", "成文日期: 2024-02-02", "年度: 2023");
        assertThat(told("a")).isEmpty();

        summary("b", "河口站党支部2023年度工作总结（二）", List.of("编发简报6期。"));
        assertThat(told("b")).hasSize(1);
    }

    @Test
    void areComparedInDraftsAndNotInWithdrawnTexts() {
        for (String status : List.of("草稿", "已撤回")) {
            summary("a", "河口站党支部2023年度工作总结\n状态: " + status, List.of("编发简报9期。"));
            assertThat(told("a")).hasSize(status.equals("草稿") ? 1 : 0);
        }
    }
}
