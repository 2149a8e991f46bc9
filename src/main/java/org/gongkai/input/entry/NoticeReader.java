package org.gongkai.input.entry;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.DateText;
import org.gongkai.input.entry.header.HeaderValues;

/** Reads the 公示 period of an entry. */
final class NoticeReader {

    private static final List<String> FIELDS = List.of("起", "from", "止", "to", "工作日", "working-days", "结果", "result");

    private final HeaderValues values;

    NoticeReader(HeaderValues values) {
        this.values = values;
    }

    Optional<Entry.Notice> read() {
        if (!(values.value(CommonField.NOTICE) instanceof Value.Fields group)) {
            Value typed = values.value(CommonField.NOTICE);
            if (typed != null && !(typed instanceof Value.Text text && text.isBlank())) {
                values.error(typed, "E119", "公示应写明起止日期", "例如 公示: {起: 2020-04-27, 止: 2020-05-06, 工作日: 5}");
            }
            return Optional.empty();
        }
        values.rejectUnknown(group, "公示", FIELDS);
        FieldReader reader = new FieldReader(group);
        Optional<LocalDate> from = member(reader, group, "公示开始日期", "起", "from");
        Optional<LocalDate> to = member(reader, group, "公示截止日期", "止", "to");
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.get().isBefore(from.get())) {
            values.error(
                    reader.value("止", "to").orElseThrow(),
                    "E120",
                    "公示截止日期" + to.get() + "早于开始日期" + from.get(),
                    "请核对起止日期");
            return Optional.empty();
        }
        Optional<Integer> days = Optional.empty();
        Optional<String> typed = reader.text("工作日", "working-days");
        if (typed.isPresent()) {
            if (typed.get().matches("[1-9]\\d{0,2}")) {
                days = Optional.of(Integer.valueOf(typed.get()));
            } else {
                values.error(
                        reader.value("工作日", "working-days").orElseThrow(),
                        "E106",
                        "工作日“" + typed.get() + "”不是天数",
                        "请写数字，如 5");
            }
        }
        Value.Text result = reader.value("结果", "result").orElse(null) instanceof Value.Text text
                ? text
                : new Value.Text("", group.line(), group.column());
        return Optional.of(new Entry.Notice(from.get(), to.get(), days, result));
    }

    private Optional<LocalDate> member(FieldReader reader, Value.Fields group, String label, String... names) {
        Value value = reader.value(names).orElse(null);
        if (!(value instanceof Value.Text text) || text.isBlank()) {
            values.error(
                    value == null ? group : value,
                    "E119",
                    "缺少" + label,
                    "例如 公示: {起: 2020-04-27, 止: 2020-05-06, 工作日: 5}");
            return Optional.empty();
        }
        Optional<LocalDate> date = DateText.parse(text.text()).map(LocalDateTime::toLocalDate);
        if (date.isEmpty()) {
            values.error(text, "E123", label + "“" + text.text() + "”不是有效日期", HeaderValues.DATE_HINT);
        }
        return date;
    }
}
