package org.gongkai.input.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.calendar.WorkCalendar.PeriodStart;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.HeaderValues;
import org.gongkai.text.DateText;

/** Reads the 公示 period of an entry. */
record NoticeReader(HeaderValues values, WorkCalendar calendar) {

    private static final List<String> FIELDS = List.of("起", "from", "止", "to", "工作日", "working-days", "结果", "result");

    private static final String HINT = "例如 公示: 2025-01-13 至 2025-01-17，或者 公示: 2025-01-13 起 5 个工作日";

    Optional<Entry.Notice> read() {
        if (!(values.value(CommonField.NOTICE) instanceof Value.Fields group)) {
            Value typed = values.value(CommonField.NOTICE);
            if (typed instanceof Value.Text text) {
                return text.isBlank() ? Optional.empty() : line(text);
            }
            values.error(typed, "E119", "公示应写明起止日期", HINT);
            return Optional.empty();
        }
        values.rejectUnknown(group, "公示", FIELDS);
        Optional<LocalDate> from = member(group, "公示开始日期", "起", "from");
        Optional<LocalDate> to = member(group, "公示截止日期", "止", "to");
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (isReversed(from.get(), to.get(), group.value("止", "to").orElseThrow())) {
            return Optional.empty();
        }
        Optional<Integer> days = Optional.empty();
        Optional<String> typed = group.text("工作日", "working-days");
        if (typed.isPresent()) {
            if (typed.get().matches("[1-9]\\d{0,2}")) {
                days = Optional.of(Integer.valueOf(typed.get()));
            } else {
                values.error(
                        group.value("工作日", "working-days").orElseThrow(),
                        "E106",
                        "工作日“" + typed.get() + "”不是天数",
                        "请写数字，如 5");
            }
        }
        Value.Text result = group.value("结果", "result").orElse(null) instanceof Value.Text text
                ? text
                : new Value.Text("", group.line(), group.column());
        return Optional.of(new Entry.Notice(from.get(), to.get(), days, result));
    }

    /** Reads a period that is written in one line. */
    private Optional<Entry.Notice> line(Value.Text typed) {
        Optional<OneLine> parsed = OneLine.parse(typed.text());
        if (parsed.isEmpty()) {
            values.error(typed, "E119", "公示“" + typed.text().strip() + "”没有写明起止日期", HINT);
            return Optional.empty();
        }
        OneLine text = parsed.get();
        Optional<LocalDate> from = DateText.day(text.first());
        if (from.isEmpty()) {
            return noDate(typed, "公示开始日期", text.first());
        }
        Optional<LocalDate> to = text.last().isEmpty() ? text.end(from.get(), calendar) : text.to(from.get());
        if (to.isEmpty() && !text.last().isEmpty()) {
            return noDate(typed, "公示截止日期", text.last());
        }
        if (to.isEmpty()) {
            values.error(
                    typed,
                    "E119",
                    "没有放假安排，算不出公示“" + typed.text().strip() + "”到哪一天为止",
                    "请写明截止日期，如 公示: " + from.get() + " 至 " + from.get().plusDays(text.days())
                            + "；或者把那一年的放假安排写进 content/_data/holidays 文件夹");
            return Optional.empty();
        }
        if (isReversed(from.get(), to.get(), typed)) {
            return Optional.empty();
        }
        Optional<Integer> days = text.working() && text.days() > 0 ? Optional.of(text.days()) : Optional.empty();
        Value.Text result = new Value.Text("", typed.line(), typed.column());
        return Optional.of(new Entry.Notice(from.get(), to.get(), days, result));
    }

    private Optional<Entry.Notice> noDate(Value at, String label, String typed) {
        values.error(at, "E123", label + "“" + typed + "”不是有效日期", HeaderValues.DATE_HINT);
        return Optional.empty();
    }

    private boolean isReversed(LocalDate from, LocalDate to, Value at) {
        if (to.isBefore(from)) {
            values.error(at, "E120", "公示截止日期" + to + "早于开始日期" + from, "请核对起止日期");
        }
        return to.isBefore(from);
    }

    private Optional<LocalDate> member(Value.Fields group, String label, String... names) {
        Value value = group.value(names).orElse(null);
        if (!(value instanceof Value.Text text) || text.isBlank()) {
            values.error(value == null ? group : value, "E119", "缺少" + label, HINT);
            return Optional.empty();
        }
        Optional<LocalDate> date = DateText.day(text.text());
        if (date.isEmpty()) {
            values.error(text, "E123", label + "“" + text.text() + "”不是有效日期", HeaderValues.DATE_HINT);
        }
        return date;
    }

    /**
     * A period in one line: {@code 2025-01-13 至 2025-01-17}, {@code 2025年1月13日至17日}, {@code 2025-01-13 起 5 个工作日}.
     *
     * @param first the first day as written
     * @param last the last day as written; a year or a month that it omits is that of the first day; empty if a number
     *     of days is given instead
     * @param days the number of days; 0 if none is given
     * @param working whether the days are working days
     */
    private record OneLine(String first, String last, int days, boolean working) {

        private static final String WEEKDAY = "(?:\\s*\\(?(?:星期|周)[一二三四五六日天]\\)?)?";
        private static final String DAY =
                "\\d{4}(?:-\\d{1,2}-\\d{1,2}|/\\d{1,2}/\\d{1,2}|\\.\\d{1,2}\\.\\d{1,2}|\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*[日号])"
                        + WEEKDAY;
        private static final String TO = "\\s*(?:起?\\s*至|起?\\s*到|~+|[—–―]+|-)\\s*";
        private static final String COUNT = "(\\d{1,3})\\s*(个?\\s*工作日|个?\\s*自然日|[天日])";

        private static final Pattern SPAN =
                Pattern.compile("自?(" + DAY + ")" + TO + "(" + DAY + "|(?:\\d{1,2}\\s*月\\s*)?\\d{1,2}\\s*[日号]" + WEEKDAY
                        + ")\\s*止?(?:[\\s,、;(]*(?:共\\s*)?(\\d{1,3})\\s*个?\\s*工作日\\)?)?");
        private static final Pattern COUNTED =
                Pattern.compile("自?(" + DAY + ")\\s*(?:起|开始)?[\\s,、;(]*(?:共\\s*)?" + COUNT + "\\)?");
        private static final Pattern SHORT = Pattern.compile("(?:(\\d{1,2})\\s*月\\s*)?(\\d{1,2})\\s*[日号]" + WEEKDAY);

        /** Parses a line; empty if it has another form. */
        static Optional<OneLine> parse(String typed) {
            String text = DateText.inDigits(typed).strip();
            Matcher span = SPAN.matcher(text);
            if (span.matches()) {
                return Optional.of(new OneLine(span.group(1), span.group(2), number(span.group(3)), true));
            }
            Matcher counted = COUNTED.matcher(text);
            return counted.matches() && number(counted.group(2)) > 0
                    ? Optional.of(new OneLine(
                            counted.group(1),
                            "",
                            number(counted.group(2)),
                            counted.group(3).endsWith("工作日")))
                    : Optional.empty();
        }

        private static int number(String digits) {
            return digits == null ? 0 : Integer.parseInt(digits);
        }

        /** The last day as written; empty if it does not exist. */
        Optional<LocalDate> to(LocalDate from) {
            Matcher part = SHORT.matcher(last);
            return part.matches()
                    ? DateText.day(from.getYear() + "-" + (part.group(1) == null ? from.getMonthValue() : part.group(1))
                            + "-" + part.group(2))
                    : DateText.day(last);
        }

        /** The last day by the number of days, the first day included; empty if a holiday plan is missing. */
        Optional<LocalDate> end(LocalDate from, WorkCalendar calendar) {
            return working
                    ? calendar.end(from, days, PeriodStart.FROM_FIRST_DAY)
                    : Optional.of(from.plusDays(days - 1L));
        }
    }
}
