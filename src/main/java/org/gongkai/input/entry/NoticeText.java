package org.gongkai.input.entry;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.calendar.Counting;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.text.DateText;
import org.gongkai.text.FullWidth;

/**
 * The period of a 公示 in one line: {@code 2025-01-13 至 2025-01-17}, {@code 2025年1月13日至17日}, {@code 2025-01-13 起 5
 * 个工作日}.
 *
 * @param first the first day as written
 * @param last the last day as written; a year or a month that it omits is that of the first day; empty if a number of
 *     days is given instead
 * @param days the number of days; 0 if none is given
 * @param working whether the days are working days
 */
record NoticeText(String first, String last, int days, boolean working) {

    /** How to write such a line; part of hints. */
    static final String FORMS = "公示: 2025-01-13 至 2025-01-17，或者 公示: 2025-01-13 起 5 个工作日";

    private static final String DAY =
            "\\d{4}(?:-\\d{1,2}-\\d{1,2}|/\\d{1,2}/\\d{1,2}|\\.\\d{1,2}\\.\\d{1,2}|\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*[日号])";
    private static final String TO = "\\s*(?:起?\\s*至|起?\\s*到|~+|[—–―]+|-)\\s*";
    private static final String COUNT = "(\\d{1,3})\\s*(个?\\s*工作日|个?\\s*自然日|[天日])";

    private static final Pattern SPAN = Pattern.compile("自?(" + DAY + ")" + TO + "(" + DAY
            + "|(?:\\d{1,2}\\s*月\\s*)?\\d{1,2}\\s*[日号])\\s*止?(?:[\\s,、;(]*(?:共\\s*)?(\\d{1,3})\\s*个?\\s*工作日\\)?)?");
    private static final Pattern COUNTED =
            Pattern.compile("自?(" + DAY + ")\\s*(?:起|开始)?[\\s,、;(]*(?:共\\s*)?" + COUNT + "\\)?");
    private static final Pattern SHORT = Pattern.compile("(?:(\\d{1,2})\\s*月\\s*)?(\\d{1,2})\\s*[日号]");

    /** Parses a line; empty if it has another form. */
    static Optional<NoticeText> parse(String typed) {
        String text = FullWidth.narrow(typed).strip();
        Matcher span = SPAN.matcher(text);
        if (span.matches()) {
            return Optional.of(new NoticeText(span.group(1), span.group(2), number(span.group(3)), true));
        }
        Matcher counted = COUNTED.matcher(text);
        return counted.matches() && number(counted.group(2)) > 0
                ? Optional.of(new NoticeText(
                        counted.group(1),
                        "",
                        number(counted.group(2)),
                        counted.group(3).endsWith("工作日")))
                : Optional.empty();
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    Optional<LocalDate> from() {
        return day(first);
    }

    /** The last day as written; empty if it does not exist. */
    Optional<LocalDate> to(LocalDate from) {
        Matcher part = SHORT.matcher(last);
        return part.matches()
                ? day(from.getYear() + "-" + (part.group(1) == null ? from.getMonthValue() : part.group(1)) + "-"
                        + part.group(2))
                : day(last);
    }

    /** The last day by the number of days, the first day included; empty if a holiday plan is missing. */
    Optional<LocalDate> end(LocalDate from, WorkCalendar calendar) {
        return working ? calendar.end(from, days, Counting.FROM_FIRST_DAY) : Optional.of(from.plusDays(days - 1L));
    }

    private static Optional<LocalDate> day(String text) {
        return DateText.day(text);
    }
}
