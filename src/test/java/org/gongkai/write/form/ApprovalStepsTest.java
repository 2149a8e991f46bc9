package org.gongkai.write.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.check.contradiction.ContradictionRule;
import org.gongkai.check.header.HeaderRuleContext;
import org.gongkai.check.header.HeaderRules;
import org.gongkai.check.prose.ProseReader;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;
import org.gongkai.testing.Headers;
import org.gongkai.write.form.ApprovalSteps.Step;
import org.junit.jupiter.api.Test;

class ApprovalStepsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final ApprovalSteps steps = new ApprovalSteps(new YamlReader());

    private static String draft(String... more) {
        return "---\n标题: 关于值班的通知\n文种: 通知\n发布日期: 2026-11-23\n公开范围: 本单位\n发布机构: 第一党支部\n" + String.join("", more)
                + "状态: 草稿\n---\n\n正文\n";
    }

    /** What a check tells of the header and of what contradicts in it. */
    private static List<Problem> check(String text) {
        Headers.Read read = Headers.read("content/a.md", text);
        List<Problem> problems = new ArrayList<>(read.found());
        WorkCalendar calendar = new WorkCalendar(new YamlReader(), List.of());
        HeaderRuleContext facts = new HeaderRuleContext("", "", calendar, row -> Optional.empty(), 30);
        read.entry().ifPresent(entry -> {
            HeaderRules.all(facts).headerRules().forEach(rule -> rule.check(entry, problems::add));
            new ContradictionRule(Organisation.unknown(), calendar, true)
                    .check(new ProseReader().read(entry, text), problems::add);
        });
        return problems;
    }

    private Step approve(String text, String person) {
        return steps.approve("md", text, person, DAY.atStartOfDay(), written -> written, ApprovalStepsTest::check);
    }

    @Test
    void aReviewAndAnApprovalPublishADraft() {
        Step reviewed = steps.examine(CommonField.SECRECY_REVIEW, "md", draft("保密审查:\n"), "宣传委员", DAY.minusDays(1));

        assertThat(reviewed).isEqualTo(new Step(draft("保密审查: 宣传委员 2026-11-19\n"), true, List.of(), List.of()));
        assertThat(approve(reviewed.text(), "支部书记"))
                .isEqualTo(new Step(
                        draft("保密审查: 宣传委员 2026-11-19\n", "审批: 支部书记 2026-11-20\n")
                                .replace("草稿", "已发布"),
                        true,
                        List.of(),
                        List.of()));
    }

    @Test
    void aBranchMayExamineBetweenTheTwo() {
        String reviewed = draft("保密审查: 宣传委员 2026-11-19\n", "审批:\n");

        assertThat(steps.examine(CommonField.EXAMINATION, "md", reviewed, "组织委员", DAY)
                        .text())
                .isEqualTo(draft("保密审查: 宣传委员 2026-11-19\n", "审核: 组织委员 2026-11-20\n", "审批:\n"));
        assertThat(steps.examine(CommonField.EXAMINATION, "md", draft("审核: {审核人: 组织委员, 日期: 2026-11-18}\n"), "副书记", DAY)
                        .text())
                .isEqualTo(draft("审核: 副书记 2026-11-20\n"));
        assertThat(steps.examine(CommonField.EXAMINATION, "md", reviewed, " ", DAY)
                        .remarks())
                .containsExactly("请写明审核人");
    }

    @Test
    void aDraftIsNotPublishedBeforeItsApproval() {
        String text = draft("保密审查: 宣传委员 2026-11-19\n").replace("2026-11-23", "2026-11-18");

        Step approved = approve(text, "支部书记");

        assertThat(approved.text()).contains("发布日期: 2026-11-20\n");
        assertThat(approved.remarks()).containsExactly("发布日期由2026-11-18改为审批的这一天2026-11-20");
    }

    @Test
    void anErrorPreventsThePublicationAndChangesNothing() {
        String text = draft("保密审查: 宣传委员 2026-11-19\n").replace("公开范围: 本单位", "公开范围: 全世界");

        Step approved = approve(text, "支部书记");

        assertThat(approved.text()).isEqualTo(text);
        assertThat(approved.done()).isFalse();
        assertThat(approved.remarks()).containsExactly("还有错误，改好以后才能发布");
        assertThat(approved.errors().stream().map(Problem::code)).containsExactly("E109");
    }

    @Test
    void theReviewComesFirstAndIsDoneBySomebodyElse() {
        assertThat(approve(draft(), "支部书记").remarks()).containsExactly("还没有保密审查，请先审查，再审批");
        assertThat(approve(draft("保密审查: {审查人: 支部书记, 日期: 2026-11-19}\n"), "支部书记").remarks())
                .containsExactly("保密审查和审批要由两个人分别做，审查人已经是支部书记");
        assertThat(steps.approve(
                                "md",
                                draft("保密审查: 支部书记 2026-11-19\n"),
                                "支部书记",
                                DAY.atStartOfDay(),
                                written -> written,
                                text -> check(text).stream()
                                        .filter(Problem::isError)
                                        .toList())
                        .done())
                .as("where a site has switched the rule off")
                .isTrue();
        assertThat(steps.examine(CommonField.SECRECY_REVIEW, "md", draft(), " ", DAY)
                        .remarks())
                .containsExactly("请写明审查人");
        assertThat(approve("没有文件头\n", "支部书记").remarks()).contains("审批：文件头读不出来，请先改正文件头里的错误");
    }

    @Test
    void theTimeOfAStepIsNoPartOfAName() {
        assertThat(ApprovalStepText.of(FormValue.of("支部书记 2026-11-20 15:00")))
                .isEqualTo(new ApprovalStepText("支部书记", "2026-11-20"));
        assertThat(approve(draft("保密审查: 支部书记 2026-11-19 09:00\n"), "支部书记").remarks())
                .containsExactly("保密审查和审批要由两个人分别做，审查人已经是支部书记");
    }

    @Test
    void theDateOfAPublishedEntryStaysAndItsNextApprovalHasATime() {
        String text = draft("保密审查: 宣传委员 2026-11-19\n").replace("草稿", "已发布").replace("2026-11-23", "2026-11-18");

        Step timed = steps.approve("md", text, "支部书记", DAY.atTime(15, 0), written -> written, any -> List.of());
        assertThat(timed.text()).contains("发布日期: 2026-11-18\n", "审批: 支部书记 2026-11-20 15:00\n");
        assertThat(approve(text, "支部书记").errors().stream().map(Problem::code)).contains("E144");
    }
}
