package org.gongkai.feature.register.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of meetings that summaries state in words. */
class StatedCountRuleTest extends SiteFixture {

    private static final String PATH = "content/工作总结/总结.md";

    private static final String DUES = "标题: 2023年第%s季度党费收缴公示\n发布日期: 2023-%s-10\n文种: 党费收缴公示\n"
            + "期间: {起: 2023-%s-01, 止: 2023-%s}\n应交人数: 9\n实交人数: 9\n应交金额: 3888\n实交金额: 3888";

    /** In 2023: an assembly in each half, three meetings of the committee, two lectures, a theme day. */
    @BeforeEach
    void aSite() {
        record("党员大会", "2023-03-09");
        record("党员大会", "2023-09-09");
        record("支委会", "2023-01-09");
        record("支委会", "2023-02-09");
        record("支委会", "2023-07-09");
        record("党课", "2023-04-09");
        record("党课", "2023-10-09");
        record("主题党日", "2023-05-09");
    }

    private void record(String kind, String day) {
        site.published(
                "content/" + kind + "/" + day + ".md",
                "标题: 支部" + kind + "记录",
                "发布日期: " + day,
                "文种: " + kind,
                "会议: {时间: " + day + " 15:00, 地点: 一楼会议室}",
                "主题: 水".repeat(kind.equals("主题党日") ? 1 : 0),
                "主讲人: 支部书记".repeat(kind.equals("党课") ? 1 : 0));
    }

    private List<String> problems(String body, String... more) {
        List<String> header = new ArrayList<>(List.of(more));
        List.of("标题: 第一党支部2023年度工作总结", "文种: 工作总结").stream()
                .filter(own -> header.stream().noneMatch(line -> line.startsWith(own.substring(0, 2))))
                .forEach(header::add);
        header.addAll(List.of("发布日期: 2024-01-12", "年度: 2023"));
        header.addAll(List.of(SiteFolder.PUBLICATION));
        site.file(PATH, "---\n" + String.join("\n", header) + "\n---\n" + body + "\n");
        return site.build().problems().stream()
                .map(line -> line.replaceFirst("^[^ ]*总结\\.md:\\d+:", "").replaceFirst("；请核对：.*", ""))
                .toList();
    }

    @Test
    void areComparedWithTheRecords() {
        assertThat(problems("- 一年来，支部召开支部党员大会3次、支委会十二次，讲党课2次。"))
                .containsExactly(
                        "9: 警告 W240 “召开支部党员大会3次”与登记的不一致：2023年登记的党员大会是2次", "20: 警告 W240 “支委会十二次”与登记的不一致：2023年登记的支委会是3次");
        // Two records of twenty lessons are those that somebody wrote down.
        assertThat(problems("讲党课20次。")).isEmpty();
        assertThat(problems("召开支委会12次，纪要全部在网上公布。")).hasSize(1);
        assertThat(problems("召开支委会12次，其中3次在网上公布，另外9次只贴在公告栏。")).isEmpty();
        assertThat(problems("召开支委会12次。")).hasSize(1);
        assertThat(site.build().problems())
                .containsExactly(PATH + ":11:1: 警告 W240 “召开支委会12次”与登记的不一致：2023年登记的支委会是3次；"
                        + "请核对：是正文的数写错了，还是有记录没有登记；登记的见“三会一课”台账，或者用 gongkai register meetings --year 2023 列出来；"
                        + "也可以写成 {{计数: 文种=支委会, 期间=2023年 = 3}}，由程序来数");
        // Of minutes with greater numbers some are missing.
        site.published("content/12.md", "标题: 支委会", "发布日期: 2023-12-09", "文种: 支委会", "会议: {时间: 2023-12-09, 次数: 12}");
        assertThat(problems("召开支委会11次。")).isEmpty();
    }

    @Test
    void areThoseOfTheGroupThatTheSentenceOrTheTitleNames() {
        site.file(
                "content/_data/organisation.yml",
                "支部: 第一党支部\n党小组:\n  - {名称: 厂区组, 组长: 林远舟, 人数: 9}\n  - {名称: 管网组, 组长: 顾清和, 人数: 9}\n");
        for (String day : List.of("2023-02-07", "2023-03-07")) {
            group("厂区组", day);
            group("管网组", day);
        }
        group("管网组", "2023-04-07");

        assertThat(problems("厂区组召开党小组会2次，管网组召开党小组会3次。两个组共召开党小组会5次。")).isEmpty();
        assertThat(problems("厂区组召开党小组会4次。")).containsExactly("4: 警告 W240 “召开党小组会4次”与登记的不一致：2023年厂区组登记的党小组会是2次");
        assertThat(problems("召开党小组会4次。", "标题: 管网组2023年度工作总结"))
                .containsExactly("1: 警告 W240 “召开党小组会4次”与登记的不一致：2023年管网组登记的党小组会是3次");
    }

    private void group(String group, String day) {
        site.published(
                "content/党小组会/" + group + day + ".md",
                "标题: " + group + "党小组会记录",
                "发布日期: " + day,
                "文种: 党小组会",
                "会议: {时间: " + day + " 15:00, 地点: 值班室, 党小组: " + group + "}");
    }

    @Test
    void areThoseOfAHalfYearIfTheTextIs() {
        assertThat(problems("上半年召开支委会3次。", "标题: 第一党支部2023年上半年工作总结"))
                .containsExactly("4: 警告 W240 “召开支委会3次”与登记的不一致：2023年上半年登记的支委会是2次");
        // What stands under the heading of a later period is planned.
        assertThat(problems("## 四、第三季度\n\n召开支委会9次。", "标题: 第一党支部2023年上半年工作总结")).isEmpty();
        assertThat(problems("召开支委会2次，讲党课两堂。", "期间: {起: 2023-01-01, 止: 2023-06-30}"))
                .containsExactly("9: 警告 W240 “讲党课两堂”与登记的不一致：2023年上半年登记的党课是1次");
        assertThat(problems("召开支委会2次。", "标题: 关于2023年支部工作的报告", "文种: 报告"))
                .containsExactly("1: 警告 W240 “召开支委会2次”与登记的不一致：2023年登记的支委会是3次");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "召开支部党员大会2次、支委会3次，讲党课2次。召开党小组会12次。开展集中学习5次。",
                "计划召开支委会12次。每季度召开支委会2次，每月开展主题党日2次。第一季度召开支委会2次。去年召开支委会12次。",
                "应当召开支委会12次。书记带头讲党课2次，一次有人缺课。召开支委会1次，研究补选。",
                "召开支委会12次以上。召开支委会两余次。召开支委会两次多。召开支委会12次，本网登出的是有代表性的3次。",
                "邀请市委党校老师讲党课5次。各党小组组织主题党日9次。上半年召开支委会2次，下半年召开支委会1次。",
                "`召开支委会12次`。召开支委会专题会12次。支委会12次讨论。召开支委会{{计数: 文种=支委会, 年度=2023 = 3}}次。",
            })
    void areLeftAloneWhereTheyAreRightOrMeanSomethingElse(String body) {
        assertThat(problems(body)).isEmpty();
    }

    @Test
    void areThoseOfPledgesAndOfDuesAndAreToldOnce() {
        site.published(
                "content/承诺.md",
                "标题: 第一党支部2023年承诺\n文种: 党员承诺\n发布日期: 2023-02-09\n承诺事项: [{内容: 修灯, 践诺情况: 已完成}, {内容: 修井, 践诺情况: 进行中}]");
        assertThat(problems("公开承诺3项，兑现1项。")).containsExactly("1: 警告 W240 “公开承诺3项”与登记的不一致：2023年登记的党员承诺的承诺事项是2项");
        assertThat(problems("承诺事项2项，兑现2项。")).hasSize(1);
        site.published("content/党费/1.md", DUES.formatted("一", "04", "01", "03-31"));
        site.published("content/党费/2.md", DUES.formatted("二", "07", "04", "06-30"));
        assertThat(problems("上半年收党费7770元。", "标题: 第一党支部2023年上半年工作总结"))
                .containsExactly("4: 警告 W240 “收党费7770元”与登记的不一致：2023年上半年登记的党费收缴公示的实交金额是7776元");
    }

    @Test
    void areLeftAloneInOtherTexts() {
        assertThat(problems("召开支委会12次。", "标题: 第一党支部2022年度工作总结").stream().filter(line -> line.contains("W240")))
                .isEmpty();
        assertThat(problems("召开支委会12次。", "标题: 关于召开会议的通知", "文种: 通知")).isEmpty();
    }

    @Test
    void knowRecordsForOtherAudiences() {
        site.file("content/_data/site.yml", "公开对象:\n- {名称: 群众, 范围: [社会]}\n- {名称: 党员, 范围: [社会, 本单位], 目录: dang}\n");
        site.published(
                "content/支委会/内部.md",
                "标题: 支部支委会记录",
                "发布日期: 2023-11-09",
                "文种: 支委会",
                "公开范围: 本单位",
                "会议: {时间: 2023-11-09 15:00, 地点: 一楼会议室}");
        assertThat(problems("召开支委会4次。")).isEmpty();
    }
}
