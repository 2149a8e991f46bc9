package org.gongkai.write.form;

import java.util.List;
import java.util.regex.Matcher;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.text.DateText;
import org.gongkai.text.FullWidth;

/**
 * 保密审查, 审核 or 审批: a person and a day, which headers hold as {@code 支部书记 2026-11-20} or as a group.
 *
 * @param person the person; may be empty
 * @param day the day, as a date if it is one; may be empty
 */
public record ApprovalStepText(String person, String day) {

    static final List<String> PERSONS = List.of("审查人", "reviewer", "审核人", "examiner", "审批人", "approver");

    public ApprovalStepText {
        person = person.strip();
        day = iso(day.strip());
    }

    /** Returns a date as {@code 2026-11-20}; any other text as it is. */
    static String iso(String text) {
        return DateText.day(text).map(String::valueOf).orElse(text);
    }

    /**
     * Returns a time as {@code 2026-11-20 15:00}, a date without one as {@code 2026-11-20}, any other text as it is.
     */
    static String moment(String text) {
        return DateText.parse(text)
                .filter(time -> !time.equals(time.toLocalDate().atStartOfDay()))
                .map(DateText::minutes)
                .orElseGet(() -> iso(text));
    }

    /** Reads the value of a header or of a form. */
    public static ApprovalStepText of(FormValue value) {
        if (value instanceof FormValue.Group group) {
            return new ApprovalStepText(group.text(PERSONS.toArray(String[]::new)), group.text("日期", "date"));
        }
        String text = value instanceof FormValue.Words words ? words.text() : "";
        Matcher date = DateText.WITHIN.matcher(FullWidth.narrow(text));
        if (!date.find()) {
            return new ApprovalStepText(text, "");
        }
        String rest = text.substring(0, date.start()) + text.substring(date.end());
        return new ApprovalStepText(rest.replaceAll("^[\\s　，,、；;（(于]+|[\\s　，,、；;）)于]+$", ""), date.group());
    }

    /** What the person of a step is called. */
    static String role(CommonField step) {
        return switch (step) {
            case APPROVAL -> "审批人";
            case EXAMINATION -> "审核人";
            default -> "审查人";
        };
    }

    /** Returns it as named values for a form. */
    FormValue form(CommonField step) {
        return FormValue.Group.of(role(step), person, "日期", day);
    }

    /** Returns it as the short text of a header; as a group if the text would be read differently. */
    public FormValue written(CommonField step) {
        FormValue text = FormValue.of(person + " " + day);
        return of(text).equals(this) ? text : form(step);
    }
}
