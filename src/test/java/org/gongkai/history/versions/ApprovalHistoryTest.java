package org.gongkai.history.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.testing.Case;
import org.gongkai.testing.GitFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was approved is what is published: changes after the approval are told, whoever made them. */
class ApprovalHistoryTest extends GitFixture {

    private static final String PATH = "content/通知/a.md";

    private static final String TEXT =
            """
            ---
            标题: 关于开展安全检查的通知
            文种: 通知
            发布日期: 2025-03-06
            公开范围: 本单位
            发布机构: 示例党支部
            时间: 3月12日
            保密审查: 宣传委员 2025-03-04
            审批: 支部书记 2025-03-05
            标签: 安全
            ---

            各党小组：

            在会仪室检查，支委会{{计数: 文种=支委会, 年度=2024}}。

            党课{{计数: 文种=党课, 年度=2024 = 0次}}。

            到会12人，每人发手套两双，费用360元。

            一、准备；

            二、检查。
            """;

    @BeforeEach
    void anApprovedEntry() {
        site.file("content/通知/名单.txt", "名单\n").file(PATH, TEXT);
        git.commit("2025-03-06", "甲", "发布");
    }

    private List<String> told() {
        return told("E385");
    }

    private List<String> told(String code) {
        return site.build().problems().stream()
                .filter(line -> line.contains(" " + code + " "))
                .toList();
    }

    static Stream<Case> cases() {
        return Case.of(ApprovalHistoryTest.class, "approved.txt");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsWhatTheApprovalDoesNotCover(Case changed) {
        String text = TEXT;
        for (String line : changed.lines()) {
            String[] sides = line.replace("↵", "\n").split(" => ");
            assertThat(text).contains(sides[0]);
            text = text.replace(sides[0], sides[1]);
        }
        site.file(PATH, text);

        assertThat(told())
                .extracting(line -> line.replaceAll(".*又改了：|；改了事实的.*", ""))
                .isEqualTo(changed.told());
    }

    @Test
    void saysBothDaysAndWhatToDo() {
        site.file(PATH, TEXT.replace("12人", "13人"));
        assertThat(told())
                .containsExactly(
                        PATH + ":9:5: 错误 E385 审批是2025-03-05的，现在又改了：“到会12人，每人发手套两双，费用360元。”改成“到会13人，每人发手套两双，费用360元。”"
                                + "；改了事实的，在正文末尾写明更正的日期和原因，重新审批，写上修订日期；只是错别字的，写 勘误: “错的字”改为“对的字”");

        git.commit("2025-03-10", "乙", "改一个数");
        site.file(PATH, TEXT.replace("12人", "13人").replace("标签: 安全", "标签: 检查"));
        git.commit("2025-03-12", "乙", "换标签");
        // Whoever comes to be checked with old changes is warned of them and not held up.
        assertThat(told()).singleElement().asString().contains(" 警告 E385 审批是2025-03-05的，2025-03-10又改了：");
        // After a quarter they are left to those who ask for them.
        assertThat(SiteFolder.run("check", "--as-of", "2025-08-01", "-s", site.root())
                        .out())
                .doesNotContain("E385");
    }

    @Test
    void whatWasChangedBackOrMovedIsTheApprovedText() throws IOException {
        site.file(PATH, TEXT.replace("12人", "13人"));
        git.commit("2025-03-10", "乙", "改");
        git.git("mv", PATH, "content/通知/检查.md");
        git.commit("2025-03-11", "乙", "改名");
        assertThat(told()).singleElement().asString().contains("content/通知/检查.md", "2025-03-10又改了");

        site.file("content/通知/检查.md", TEXT);
        git.commit("2025-03-12", "乙", "改回来");
        assertThat(told()).isEmpty();
    }

    @Test
    void aDayOfApprovalThatWasWrittenBeforehandCoversTheTextOfThatDay() {
        String path = "content/通知/b.md";
        String planned = TEXT.replace("安全检查", "年终检查").replace("2025-03-05", "2025-03-12");
        site.file(path, planned.replace("发布日期: 2025-03-06", "发布日期: 2025-03-13"));
        git.commit("2025-03-07", "甲", "写好");
        site.file(path, planned.replace("发布日期: 2025-03-06", "发布日期: 2025-03-13").replace("12人", "13人"));
        git.commit("2025-03-12", "甲", "审批前改好");
        assertThat(told()).isEmpty();

        site.file(path, planned.replace("发布日期: 2025-03-06", "发布日期: 2025-03-13").replace("12人", "14人"));
        assertThat(told()).singleElement().asString().contains("到会13人", "到会14人");
    }

    @Test
    void aNumberThatWasWrittenAfterTheApprovalIsCoveredFromThenOn() {
        String written = TEXT.replace("支委会, 年度=2024}}", "支委会, 年度=2024 = 3次}}");
        site.file(PATH, written);
        git.commit("2025-03-08", "甲", "写上发布时的数");
        assertThat(told()).isEmpty();

        String other = written.replace("3次", "4次");
        site.file(PATH, other);
        assertThat(told()).singleElement().asString().contains("= 3次", "= 4次");
        site.file(PATH, other.replace("2025-03-05", "2025-03-10"));
        assertThat(told("E389")).singleElement().asString().contains("= 3次", "= 4次");
    }

    @Test
    void aDraftIsNotApprovedYet() {
        String path = "content/通知/b.md";
        String draft = TEXT.replace("安全检查", "年终检查").replace("标签: 安全", "状态: 草稿");
        site.file(path, draft);
        git.commit("2025-03-06", "甲", "草稿");
        String published = draft.replace("状态: 草稿", "状态: 已发布").replace("12人", "13人");
        site.file(path, published);
        assertThat(told()).isEmpty();
        assertThat(told("W385"))
                .containsExactly(path
                        + ":8:7: 警告 W385 保密审查是2025-03-04的，以后又改了：“到会12人，每人发手套两双，费用360元。”改成“到会13人，每人发手套两双，费用360元。”"
                        + "；请再审查一次，写上新的日期；只是错别字的，写 勘误: “错的字”改为“对的字”");
        git.commit("2025-03-07", "乙", "发布");
        assertThat(told("W385")).hasSize(1);
        for (String renewed : List.of(
                published.replace("2025-03-04", "2025-03-05"),
                published.replace("13人", "12人").replace("会仪室", "会议室").replace("状态:", "勘误: “会仪室”改为“会议室”\n状态:"))) {
            site.file(path, renewed);
            assertThat(told("W385")).isEmpty();
        }
    }

    @Test
    void anApprovalThatIsNoLaterReplacesNone() {
        String other = TEXT.replace("12人", "13人");
        site.file(PATH, other.replace("支部书记 2025-03-05", "沈亦舟 2025-03-04"));
        assertThat(told())
                .singleElement()
                .asString()
                .contains("审批写的是“沈亦舟 2025-03-04”，不晚于已经批准的“支部书记 2025-03-05”，不算重新审批；现在又改了：“到会12人");

        // Neither a draft in between nor another state of the approval does.
        site.file(PATH, other.replace("审批: 支部书记 2025-03-05", "状态: 草稿"));
        git.commit("2025-03-10", "乙", "写成草稿");
        site.file(PATH, TEXT.replace("支部书记 2025-03-05", "支部书记 2025-03-04"));
        git.commit("2025-03-11", "乙", "审批写早一天");
        site.file(PATH, other);
        git.commit("2025-03-12", "乙", "恢复审批");
        assertThat(told()).singleElement().asString().contains("审批是2025-03-05的，2025-03-12又改了：“到会12人");
    }

    @Test
    void aCorrectionSaysWhenAndWhy() {
        String corrected = TEXT.replace("12人", "13人").replace("2025-03-05", "2025-03-10");
        site.file(PATH, corrected);
        assertThat(site.build().problems())
                .contains(PATH + ":9:5: 错误 E389 2025-03-10重新审批，改了：“到会12人，每人发手套两双，费用360元。”改成“到会13人，每人发手套两双，费用360元。”，"
                        + "没有写明更正的日期和原因；在正文末尾另起一行写明，如 更正：2025-03-10，原来写的……，现在改为……，原因是……");
        for (String silent : List.of("更正：2025年3月10日。", "原来人数漏计1人，3月10日补上。", "更正：人数漏计1人。")) {
            site.file(PATH, corrected + "\n" + silent + "\n");
            assertThat(told("E389")).as(silent).hasSize(1);
        }
        for (String stated : List.of("更正：2025年3月10日，人数漏计1人。", "（3月10日更正：人数漏计1人）", "**更正**\n\n2025-03-10：人数漏计1人。")) {
            site.file(PATH, corrected + "\n" + stated + "\n");
            assertThat(told("E389")).as(stated).isEmpty();
        }

        site.file(PATH, corrected);
        git.commit("2025-03-10", "乙", "更正");
        assertThat(told("E389")).singleElement().asString().contains("警告 E389");
        assertThat(SiteFolder.run("check", "--base", "HEAD~1", "-s", site.root())
                        .out())
                .contains("错误 E389");
        site.file(PATH, TEXT.replace("2025-03-05", "2025-03-11").replace("12人", "13人") + "\n3月10日更正，人数漏计1人。\n");
        git.commit("2025-03-11", "乙", "写上原因");
        assertThat(told("E389")).isEmpty();
    }

    @Test
    void whatNobodySawOrTheApprovalDoesNotCoverIsNoCorrection() {
        String approved = TEXT.replace("2025-03-05", "2025-03-10");
        site.file(
                PATH,
                approved.replace("标签: 安全", "标签: 检查")
                        .replace("会仪室", "会议室")
                        .replace("标签: 检查", "标签: 检查\n勘误: “会仪室”改为“会议室”"));
        assertThat(told("E389")).isEmpty();
        site.file(PATH, TEXT.replace("会仪室", "会仪室里").replace("标签: 安全", "标签: 安全\n勘误: “会仪室”改为“会仪室里”"));
        assertThat(told("E385")).isEmpty();
        site.file(PATH, TEXT);

        String path = "content/通知/b.md";
        String later = TEXT.replace("安全检查", "年终检查").replace("发布日期: 2025-03-06", "发布日期: 2025-03-20");
        site.file(path, later);
        git.commit("2025-03-07", "甲", "还没有公布");
        site.file(path, later.replace("2025-03-05", "2025-03-10").replace("12人", "13人"));
        assertThat(told("E389")).isEmpty();

        // An approval that was not uploaded is not the published one.
        site.file(path, TEXT.replace("安全检查", "年终检查"));
        git.commit("2025-03-07", "甲", "已经公布");
        site.file(path, approved.replace("安全检查", "年终检查").replace("12人", "13人"));
        git.commit("2025-03-10", "甲", "再批");
        assertThat(SiteFolder.run("check", "--base", "HEAD~2", "-s", site.root())
                        .out())
                .doesNotContain("E389");
        assertThat(SiteFolder.run("check", "--base", "HEAD~1", "-s", site.root())
                        .out())
                .contains("错误 E389");
    }

    @Test
    void aMergeThatBringsAnotherTextUnderTheApprovalIsAChange() {
        String path = "content/通知/b.md";
        String draft = TEXT.replace("安全检查", "年终检查").replace("标签: 安全", "状态: 草稿");
        String approved = draft.replace("状态: 草稿", "标签: 安全");
        site.file(path, draft);
        git.commit("2025-03-06", "甲", "草稿");
        git.git("checkout", "-q", "-b", "other");
        site.file(path, approved);
        git.commit("2025-03-07", "甲", "审批");
        git.git("checkout", "-q", "main");
        site.file(path, draft.replace("12人", "13人"));
        git.commit("2025-03-08", "乙", "改数");
        git.merge("2025-03-09", "乙", "other");

        assertThat(told()).singleElement().asString().contains(path, "2025-03-09又改了", "到会12人", "到会13人");
    }

    @Test
    void aMergeOfAnUntouchedApprovalIsNone() {
        String path = "content/通知/b.md";
        git.git("checkout", "-q", "-b", "other");
        site.file(path, TEXT.replace("安全检查", "年终检查"));
        git.commit("2025-03-07", "甲", "新的一条");
        git.git("checkout", "-q", "main");
        site.file("content/通知/c.md", TEXT.replace("安全检查", "防汛检查"));
        git.commit("2025-03-08", "乙", "又一条");
        git.merge("2025-03-09", "乙", "other");
        assertThat(told()).isEmpty();
    }

    @Test
    void baseAndUpstreamSayWhatIsNew() {
        site.file(PATH, TEXT.replace("12人", "13人"));
        git.commit("2025-03-10", "乙", "改");
        site.file("content/通知/c.md", TEXT.replace("安全检查", "防汛检查"));
        git.commit("2025-03-11", "乙", "另一条");

        assertThat(site.build("--rev", "HEAD").err()).contains("警告 E385");
        assertThat(SiteFolder.run("check", "--base", "HEAD~2", "-s", site.root())
                        .out())
                .contains("错误 E385");
        assertThat(SiteFolder.run("check", "--base", "HEAD~1", "-s", site.root())
                        .out())
                .contains("已有的问题（不影响本次提交）：", "警告 E385")
                .doesNotContain("错误 E385");

        git.git("branch", "published", "HEAD~2");
        git.git("branch", "-u", "published");
        assertThat(told()).singleElement().asString().contains("错误 E385");
    }

    @Test
    void inAsciiDocAndForEachOfTwoAudiencesOnce() {
        String adoc = TEXT.replace("---\n标题: 关于", "= 关于")
                .replaceAll("(?m)^(\\S+): ", ":$1: ")
                .replace("---\n", "");
        site.file("content/_data/site.yml", "公开对象: [{名称: 群众, 范围: [社会]}, {名称: 党员, 范围: [社会, 本单位]}]\n")
                .file("content/通知/d.adoc", adoc.replace("安全检查", "防汛检查"));
        git.commit("2025-03-07", "甲", "新的一条");
        site.file("content/通知/d.adoc", adoc.replace("安全检查", "防汛检查").replace("12人", "13人"));

        assertThat(told()).singleElement().asString().contains("d.adoc", "到会13人");
        site.file("content/通知/d.adoc", adoc.replace("安全检查", "防汛检查").replace(":标签: 安全", ":标签: 防汛"));
        assertThat(told()).isEmpty();
    }

    @Test
    void aShallowCloneSaysThatItCannotKnow() {
        site.file(PATH, TEXT.replace("12人", "13人").replace("年度=2024}}", "年度=2024 = 0次}}"));
        git.commit("2025-03-10", "乙", "改");
        Path shallow = folder.resolve("shallow");
        git.git("clone", "-q", "--depth", "1", "file://" + site.root(), shallow.toString());

        SiteFolder clone = new SiteFolder(shallow);
        assertThat(clone.build().err()).doesNotContain("E385").contains("浅克隆，修改记录从 2025-03-10 开始，以前审批的看不全");
    }
}
