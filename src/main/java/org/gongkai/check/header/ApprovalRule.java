package org.gongkai.check.header;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.ApprovalStep;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;

/**
 * Before publication an entry is reviewed for secrecy and examined, and then another person approves it (《党务公开条例（试行）》
 * on the steps of publication). The examination may include the review: their order is left open. A document is dated
 * by its adoption or signature, which may come before or after the review; one that is dated after the approval is
 * doubtful, because what was approved may not be what was signed.
 */
final class ApprovalRule {

    /** Checks an entry that is no draft. */
    void check(Entry entry, Consumer<Problem> problems) {
        Optional<ApprovalStep> review = step(entry, CommonField.SECRECY_REVIEW, "审查人", problems, "审查人", "reviewer");
        Optional<ApprovalStep> approval = step(entry, CommonField.APPROVAL, "审批人", problems, "审批人", "approver");
        Optional<ApprovalStep> examination = step(entry, CommonField.EXAMINATION, "审核人", problems, "审核人", "examiner");
        Optional<LocalDate> approved = approval.flatMap(ApprovalStep::date);
        order(entry, review.flatMap(ApprovalStep::date), approved, problems);
        Day approvedOrPublished = approved.isPresent() ? new Day("审批日期", approved) : shown(entry);
        new Day("审核日期", examination.flatMap(ApprovalStep::date))
                .mustNotBeAfter(approvedOrPublished, HeaderPosition.of(entry, CommonField.EXAMINATION, problems));
    }

    private static Optional<ApprovalStep> step(
            Entry entry, CommonField field, String who, Consumer<Problem> problems, String... names) {
        Value value = entry.values().get(field);
        if (value == null || value instanceof Value.Text blank && blank.isBlank()) {
            return Optional.empty();
        }
        ApprovalStep typed = ApprovalStep.of(value, names);
        ApprovalStep step = new ApprovalStep(entry.who(typed.person(), value), typed.typedDate(), value);
        HeaderPosition place = HeaderPosition.of(entry, field, problems);
        String example = "请写成 " + field.label() + ": 姓名或职务 2024-03-01";
        if (step.person().isEmpty()) {
            place.error("E145", "“" + field.label() + "”没有写" + who, example);
        }
        if (step.typedDate().isEmpty()) {
            if (step.person().isEmpty()) {
                return Optional.of(step);
            }
            place.warning("W145", "“" + field.label() + "”没有写日期", example);
        } else if (step.date().isEmpty()) {
            place.error("E146", field.label() + "的日期“" + step.typedDate() + "”不是有效日期", "请写成 2024-03-01 这样的形式");
        }
        return Optional.of(step);
    }

    private static void order(
            Entry entry, Optional<LocalDate> review, Optional<LocalDate> approval, Consumer<Problem> problems) {
        HeaderPosition reviewed = HeaderPosition.of(entry, CommonField.SECRECY_REVIEW, problems);
        HeaderPosition approved = HeaderPosition.of(entry, CommonField.APPROVAL, problems);
        Day signed = new Day("成文日期", entry.dates().signed());
        Day reviewDay = new Day("保密审查日期", review);
        Day approvalDay = new Day("审批日期", approval);
        Day published = published(entry);
        reviewDay.mustNotBeAfter(approvalDay, reviewed);
        Day shown = shown(entry);
        if (approvalDay.isAfter(shown) && shown.equals(published)) {
            approved.error(
                    "E144",
                    "审批日期" + approval.get() + "晚于发布日期" + published.day().get(),
                    "发布以后更正、重新审批的，写上 修订日期: " + approval.get() + "；没有的，请核对日期，先审批后发布");
        } else {
            approvalDay.mustNotBeAfter(shown, approved);
        }
        if (approval.isEmpty()) {
            reviewDay.mustNotBeAfter(shown, reviewed);
        }
        HeaderPosition atSigned = HeaderPosition.of(entry, CommonField.SIGNED, problems);
        if (signed.isAfter(published)) {
            signed.mustNotBeAfter(published, atSigned);
        } else if (signed.isAfter(approvalDay)) {
            atSigned.warning(
                    "W144",
                    "成文日期" + signed.day().get() + "晚于审批日期" + approval.get(),
                    "成文日期是会议通过或者负责人签发的日期；请核对日期，通过或者签发时改动过的，请重新审批");
        }
    }

    /** A correction is approved after the publication, and the entry revised on that day at the earliest. */
    private static Day shown(Entry entry) {
        LocalDate changed = entry.dates().changed();
        return changed.equals(entry.dates().day()) ? published(entry) : new Day("修订日期", Optional.of(changed));
    }

    private static Day published(Entry entry) {
        return new Day("发布日期", Optional.of(entry.dates().day()));
    }

    /** A date in the process of publication. */
    private record Day(String label, Optional<LocalDate> day) {

        boolean isAfter(Day other) {
            return day.isPresent() && other.day.isPresent() && day.get().isAfter(other.day.get());
        }

        void mustNotBeAfter(Day other, HeaderPosition place) {
            if (isAfter(other)) {
                place.error(
                        "E144",
                        label + day.get() + "晚于" + other.label + other.day.get(),
                        "顺序应是：保密审查、审核、审批、发布，成文不晚于发布；请核对日期");
            }
        }
    }
}
