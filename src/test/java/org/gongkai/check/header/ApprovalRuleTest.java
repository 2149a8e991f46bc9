package org.gongkai.check.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.check.header.Rules.told;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalRuleTest {

    private static final String REVIEW = "保密审查: {审查人: 宣传委员, 日期: 2024-02-27}";
    private static final String APPROVAL = "审批: {审批人: 支部书记, 日期: 2024-02-28}";
    private static final String ORDER = "；顺序应是：保密审查、审核、审批、发布，成文不晚于发布；请核对日期";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{审查人: 宣传委员, 日期: 2024-02-27}",
                "{reviewer: 宣传委员, date: 2024/2/27}",
                "宣传委员 2024-02-27",
                "宣传委员，2024年2月27日",
                "2024-02-27 宣传委员",
                "宣传委员（2024-02-27）",
                "宣传委员　2024-02-27",
                "2024年2月27日　宣传委员",
                "宣传委员　２０２４年２月２７日",
                "宣传委员 2024年2月27号",
                "宣传委员（2024年2月27日）"
            })
    void mayBeTypedInManyWays(String review) {
        assertThat(told("保密审查: " + review, APPROVAL, "成文日期: 2024-02-27")).isEmpty();
    }

    @Test
    void asksWhoReviewedAndWhoApproved() {
        assertThat(told("保密审查: 2024-02-27", "审批: {日期: 2024-02-28}"))
                .containsExactly(
                        "2:7: 错误 E145 “保密审查”没有写审查人；请写成 保密审查: 姓名或职务 2024-03-01",
                        "3:5: 错误 E145 “审批”没有写审批人；请写成 审批: 姓名或职务 2024-03-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"已审查", "审查通过", "已保密审查", "是", "同意"})
    void takesAWordThatNamesNobodyForNobody(String word) {
        assertThat(told("保密审查: " + word + " 2024-02-27", APPROVAL))
                .containsExactly("2:7: 错误 E145 “保密审查”没有写审查人；请写成 保密审查: 姓名或职务 2024-03-01");
    }

    @Test
    void tellsOfAWordWithoutPersonAndDayOnce() {
        assertThat(told("保密审查: 无", APPROVAL)).containsExactly("2:7: 错误 E145 “保密审查”没有写审查人；请写成 保密审查: 姓名或职务 2024-03-01");
    }

    @Test
    void asksForTheDates() {
        assertThat(told("保密审查: 宣传委员", "审批: {审批人: 支部书记}"))
                .containsExactly(
                        "2:7: 警告 W145 “保密审查”没有写日期；请写成 保密审查: 姓名或职务 2024-03-01",
                        "3:5: 警告 W145 “审批”没有写日期；请写成 审批: 姓名或职务 2024-03-01");
    }

    @ParameterizedTest
    @CsvSource({"2024-02-30, 2024-02-30", "2024/13/1, 2024/13/1"})
    void tellsOfADateThatIsNone(String date, String shown) {
        assertThat(told("保密审查: 宣传委员 " + date, APPROVAL))
                .containsExactly("2:7: 错误 E146 保密审查的日期“" + shown + "”不是有效日期；请写成 2024-03-01 这样的形式");
    }

    @Test
    void tellsOfAReviewAfterTheApproval() {
        assertThat(told("保密审查: 宣传委员 2024-02-29", APPROVAL))
                .containsExactly("2:7: 错误 E144 保密审查日期2024-02-29晚于审批日期2024-02-28" + ORDER);
    }

    @Test
    void tellsOfAnExaminationAfterTheApproval() {
        assertThat(told(REVIEW, "审核: 组织委员 2024-02-28", APPROVAL)).isEmpty();
        assertThat(told(REVIEW, "审核: 组织委员 2024-02-29", APPROVAL))
                .containsExactly("3:5: 错误 E144 审核日期2024-02-29晚于审批日期2024-02-28" + ORDER);
        assertThat(told(REVIEW, "审核: 组织委员 2024-03-02"))
                .containsExactly("3:5: 错误 E144 审核日期2024-03-02晚于发布日期2024-03-01" + ORDER);
    }

    @Test
    void leavesOpenWhetherAnExaminationIncludesTheReview() {
        assertThat(told(REVIEW, "审核: 组织委员 2024-02-26", APPROVAL)).isEmpty();
    }

    @Test
    void tellsOfAnApprovalAfterThePublication() {
        assertThat(told(REVIEW, "审批: 支部书记 2024-03-02"))
                .containsExactly("3:5: 错误 E144 审批日期2024-03-02晚于发布日期2024-03-01" + ORDER);
    }

    @Test
    void tellsOfAPaperSignedAfterItsPublication() {
        assertThat(told("成文日期: 2024-03-02")).containsExactly("2:7: 错误 E144 成文日期2024-03-02晚于发布日期2024-03-01" + ORDER);
    }

    @Test
    void warnsOfAPaperSignedAfterItsApproval() {
        assertThat(told(REVIEW, APPROVAL, "成文日期: 2024-02-29"))
                .containsExactly(
                        "4:7: 警告 W144 成文日期2024-02-29晚于审批日期2024-02-28；" + "成文日期是会议通过或者负责人签发的日期；请核对日期，通过或者签发时改动过的，请重新审批");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-20", "2024-02-27", "2024-02-28"})
    void takesAPaperSignedBeforeOrAfterItsReview(String signed) {
        assertThat(told(REVIEW, APPROVAL, "成文日期: " + signed)).isEmpty();
    }

    @Test
    void warnsOfOnePersonForBoth() {
        assertThat(told("保密审查: 支部书记　2024-02-27", APPROVAL))
                .containsExactly("3:5: 警告 W146 保密审查和审批是同一个人：支部书记；一般由两个人分别审查和审批，请核对");
    }

    @Test
    void asksNothingOfADraft() {
        assertThat(told("状态: 草稿", "保密审查: 支部书记", "审批: 支部书记 2024-05-01")).isEmpty();
    }
}
