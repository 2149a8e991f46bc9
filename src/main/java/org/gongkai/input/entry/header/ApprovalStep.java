package org.gongkai.input.entry.header;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.data.Value;
import org.gongkai.text.DateText;
import org.gongkai.text.FullWidth;

/**
 * A step before publication: the person and the date, written as {@code 宣传委员 2024-03-01} or as a group.
 *
 * @param person the person; may be empty
 * @param typedDate the date as written; may be empty
 * @param at the value, for its position
 */
public record ApprovalStep(String person, String typedDate, Value at) {

    /** What is meant as a date at the end: 5月29日, 26-05-29. */
    private static final Pattern UNREADABLE = Pattern.compile("\\d[-/.\\d年月日号]{2,}$");

    private static final Pattern AROUND = Pattern.compile("^[\\s　，,、；;：:（(于]+|[\\s　，,、；;：:（()）于]+$");

    /** Texts that state that the step was done but not by whom. */
    private static final Pattern NOBODY = Pattern.compile("(?:已?(?:保密)?(?:审查|核查|审核|审批|批准|通过|同意))++|是|有|无|合格");

    /**
     * Parses a step.
     *
     * @param names the names of the field of the person
     */
    public static ApprovalStep of(Value value, String... names) {
        if (value instanceof Value.Fields group) {
            return new ApprovalStep(
                    person(group.text(names).orElse("")),
                    group.text("日期", "date").orElse(""),
                    value);
        }
        String text = value instanceof Value.Text typed ? typed.text().strip() : "";
        // As many characters as were typed, so that the person is taken as typed.
        Matcher date = DateText.WITHIN.matcher(FullWidth.narrow(text));
        if (!date.find() && !date.usePattern(UNREADABLE).reset().find()) {
            return new ApprovalStep(person(text), "", value);
        }
        return new ApprovalStep(
                person(text.substring(0, date.start()) + text.substring(date.end())), date.group(), value);
    }

    /** The date; empty if it is missing or none. */
    public Optional<LocalDate> date() {
        return DateText.day(typedDate);
    }

    /** The date with its time, midnight if it has none. */
    public Optional<LocalDateTime> moment() {
        return DateText.parse(typedDate);
    }

    /** The same text for the same person and moment, whichever way they are written. */
    public String identity() {
        String moment = moment().map(DateText::minutes)
                .map(time -> time.replace(" 00:00", ""))
                .orElse(typedDate);
        return person.replaceAll("[\\s　]+", "") + " " + moment;
    }

    private static String person(String text) {
        String person = AROUND.matcher(text).replaceAll("");
        return NOBODY.matcher(person).matches() ? "" : person;
    }
}
