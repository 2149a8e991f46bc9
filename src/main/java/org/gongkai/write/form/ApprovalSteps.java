package org.gongkai.write.form;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.PublicationReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.problem.Problem;
import org.gongkai.text.DateText;
import org.gongkai.write.form.HeaderEditor.FieldEdit;

/**
 * The steps before an entry is published: one person reviews it for secrecy, then another approves it (《党务公开条例（试行）》
 * on the steps of publication); some branches examine it in between. Approval publishes a draft, if nothing is wrong
 * with it. A withdrawal takes a published entry back.
 */
public record ApprovalSteps(HeaderParser headers, HeaderEditor editor) {

    /** The rule that two persons take the two steps; a site can switch it off. */
    private static final String SAME_PERSON = "W146";

    /** The steps in their order; which of them an entry needs is said by its kind. */
    public static final List<CommonField> CHAIN =
            List.of(CommonField.SECRECY_REVIEW, CommonField.EXAMINATION, CommonField.APPROVAL);

    public ApprovalSteps(YamlReader reader) {
        this(new HeaderParser(reader), new HeaderEditor(reader));
    }

    /**
     * The result of a step.
     *
     * @param text the text after the step; unchanged if it was refused
     * @param done whether the step was taken
     * @param remarks why it was refused, or what else it has changed; sentences without a full stop
     * @param errors the errors because of which it was refused
     */
    public record Step(String text, boolean done, List<String> remarks, List<Problem> errors) {}

    /**
     * Fills in 保密审查, or 审核, which not every branch has.
     *
     * @param field the field of the step
     * @param ending the extension of the file in lower case
     * @param text its content
     * @param person who has taken the step: a name or a post
     * @param day when
     */
    public Step examine(CommonField field, String ending, String text, String person, LocalDate day) {
        if (person.isBlank()) {
            return refused(text, field == CommonField.EXAMINATION ? "请写明审核人" : "请写明审查人");
        }
        return edited(ending, text, List.of(step(field, person, day)));
    }

    /**
     * Fills in 审批 and publishes a draft. A draft cannot be published before its approval, so an earlier 发布日期 becomes
     * the day of the approval. That of what was published has its time, as it may be of the same day as the one before.
     *
     * @param ending the extension of the file in lower case
     * @param text its content
     * @param person who has approved it: a name or a post
     * @param time when; midnight if only the day is known
     * @param figures writes the figures that its text counts into the text, as they are now
     * @param check returns the problems of the entry with a text under the rules of the site; errors prevent the
     *     publication, and so does the warning that one person has taken both steps
     */
    public Step approve(
            String ending,
            String text,
            String person,
            LocalDateTime time,
            UnaryOperator<String> figures,
            Function<String, List<Problem>> check) {
        if (person.isBlank()) {
            return refused(text, "请写明审批人");
        }
        LocalDate day = time.toLocalDate();
        Optional<Value.Fields> header = header(ending, text);
        Optional<ApprovalStepText> review = header.flatMap(fields -> fields.value(CommonField.SECRECY_REVIEW.names()))
                .map(value -> ApprovalStepText.of(FormValue.of(value)))
                .filter(step -> !step.person().isEmpty());
        if (header.isPresent() && review.isEmpty()) {
            return refused(text, "还没有保密审查，请先审查，再审批");
        }
        List<FieldEdit> edits = new ArrayList<>(List.of(step(CommonField.APPROVAL, person, day)));
        List<String> remarks = new ArrayList<>();
        boolean isDraft = header.filter(ApprovalSteps::isDraft).isPresent();
        Optional<LocalDate> published = header.flatMap(fields -> fields.text(CommonField.DATE.names()))
                .flatMap(DateText::day)
                .filter(day::isAfter);
        if (isDraft) {
            edits.add(FieldEdit.set(CommonField.STATUS, PublicationReader.PUBLISHED.get(0)));
        }
        boolean isRevised = header.flatMap(fields -> fields.text(CommonField.REVISED.names()))
                .isPresent();
        if (isRevised) {
            edits.add(FieldEdit.set(CommonField.REVISED, day.toString()));
        }
        if (isRevised || !isDraft) {
            // What was published before keeps its day and its address.
            edits.add(FieldEdit.set(
                    CommonField.APPROVAL, person.strip() + " " + ApprovalStepText.moment(time.toString())));
        } else if (published.isPresent()) {
            edits.add(FieldEdit.set(CommonField.DATE, day.toString()));
            remarks.add("发布日期由" + published.get() + "改为审批的这一天" + day);
        }
        Step edited = edited(ending, text, edits);
        String written = edited.done() ? figures.apply(edited.text()) : text;
        if (!written.equals(edited.text())) {
            remarks.add("正文里的计数按现在的记录写上了数，请再看一遍");
        }
        Step approved = edited.done() ? new Step(written, true, remarks, List.of()) : edited;
        List<Problem> problems = approved.done() ? check.apply(approved.text()) : List.of();
        if (problems.stream().anyMatch(problem -> problem.code().equals(SAME_PERSON))) {
            return refused(text, "保密审查和审批要由两个人分别做，审查人已经是" + person.strip());
        }
        List<Problem> errors = problems.stream().filter(Problem::isError).toList();
        return errors.isEmpty() ? approved : new Step(text, false, List.of("还有错误，改好以后才能发布"), errors);
    }

    /**
     * Withdraws a published entry: its address remains, with the day and the reason.
     *
     * @param ending the extension of the file in lower case
     * @param text its content
     * @param reason why, for readers
     * @param day when
     */
    public Step withdraw(String ending, String text, String reason, LocalDate day) {
        if (reason.isBlank()) {
            return refused(text, "请写明为什么撤下，读者会在原来的网址上看到");
        }
        return edited(
                ending,
                text,
                List.of(
                        FieldEdit.set(CommonField.STATUS, PublicationReader.WITHDRAWN.get(0)),
                        FieldEdit.set(CommonField.WITHDRAWN_ON, day.toString()),
                        FieldEdit.set(CommonField.WITHDRAWN_WHY, reason)));
    }

    /**
     * Begins a correction: the text says when and why it was corrected, and is to be reviewed and approved again.
     *
     * @param ending the extension of the file in lower case
     * @param text its content, corrected
     * @param reason what is corrected and why, for readers
     * @param day when
     */
    public Step correct(String ending, String text, String reason, LocalDate day) {
        if (reason.isBlank()) {
            return refused(text, "请写明更正了什么、为什么，读者看得到");
        }
        List<FieldEdit> edits =
                new ArrayList<>(CHAIN.stream().map(FieldEdit::remove).toList());
        edits.add(FieldEdit.remove(CommonField.ERRATA));
        edits.add(FieldEdit.set(CommonField.REVISED, day.toString()));
        edits.add(FieldEdit.set(CommonField.STATUS, PublicationReader.DRAFT.get(0)));
        Step edited = edited(ending, text, edits);
        String note = "更正：" + DateText.chinese(day) + "，" + reason.strip().replaceFirst("[。；]+$", "") + "。";
        return edited.done()
                ? new Step(edited.text().stripTrailing() + "\n\n" + note + "\n", true, List.of(), List.of())
                : edited;
    }

    /**
     * States typing errors that were corrected after the approval.
     *
     * @param ending the extension of the file in lower case
     * @param text its content, corrected
     * @param errata all of them, each as {@code “布署”改为“部署”}
     */
    public Step state(String ending, String text, List<String> errata) {
        return edited(ending, text, List.of(FieldEdit.set(CommonField.ERRATA, FormValue.Items.of(errata))));
    }

    /** Whether a text is a draft; false if its header cannot be read. */
    public boolean isDraft(String ending, String text) {
        return header(ending, text).filter(ApprovalSteps::isDraft).isPresent();
    }

    private Optional<Value.Fields> header(String ending, String text) {
        return headers.parse("", ending, SourceText.plain(text), problem -> {}).map(parsed -> parsed.fields());
    }

    private Step edited(String ending, String text, List<FieldEdit> edits) {
        HeaderEditor.Edited edited = editor.edit(ending, text, edits);
        if (edited.refusals().isEmpty()) {
            return new Step(edited.text(), true, List.of(), List.of());
        }
        return new Step(
                text,
                false,
                edited.refusals().stream()
                        .map(refusal -> refusal.field() + "：" + refusal.reason())
                        .toList(),
                List.of());
    }

    private static FieldEdit step(CommonField field, String person, LocalDate day) {
        List<String> after = CHAIN.subList(0, CHAIN.indexOf(field)).stream()
                .flatMap(before -> before.names().stream())
                .toList();
        FormValue value = new ApprovalStepText(person, day.toString()).written(field);
        return new FieldEdit(field.names(), Optional.of(value), after);
    }

    private static Step refused(String text, String reason) {
        return new Step(text, false, List.of(reason), List.of());
    }

    private static boolean isDraft(Value.Fields header) {
        return header.text(CommonField.STATUS.names())
                .filter(PublicationReader.DRAFT::contains)
                .isPresent();
    }
}
