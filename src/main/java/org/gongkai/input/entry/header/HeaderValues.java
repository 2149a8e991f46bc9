package org.gongkai.input.entry.header;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.input.data.Value;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;
import org.gongkai.text.DateText;

/** The common fields of one header, converted to texts, lists and dates; what cannot be converted is reported. */
public record HeaderValues(String path, Map<CommonField, Value> values, Consumer<Problem> problems) {

    public static final String DATE_HINT = "请写成 2020-01-31 这样的形式";

    private static final Pattern SEPARATORS = Pattern.compile("[，、;；]|(?<![0-9]),|,(?![0-9]{3}(?![0-9]))");

    /** The value of a field; null if it is absent. */
    public Value value(CommonField field) {
        return values.get(field);
    }

    public void error(Value at, String code, String message, String hint) {
        problems.accept(Problem.error(code, path, at, message, hint));
    }

    public void warning(Value at, String code, String message, String hint) {
        problems.accept(Problem.warning(code, path, at, message, hint));
    }

    /** The text of a mandatory field; an absent or blank one is reported. */
    public Optional<String> required(CommonField field) {
        Optional<String> text = text(field);
        if (text.isEmpty() && (!values.containsKey(field) || values.get(field) instanceof Value.Text)) {
            missing(field);
        }
        return text;
    }

    /** Reports a missing field, at its empty value if there is one, else at the start of the file. */
    public void missing(CommonField field) {
        missing(field.label(), values.getOrDefault(field, new Value.Text("", 1, 1)));
    }

    /** Reports a missing field by its name. */
    public void missing(String name, Value at) {
        error(at, "E104", "缺少“" + name + "”", "请在文件头里写上“" + name + ": ……”");
    }

    public Optional<String> text(CommonField field) {
        Value value = values.get(field);
        if (value instanceof Value.Text text) {
            return Optional.of(text.text().strip()).filter(t -> !t.isEmpty());
        }
        if (value != null) {
            error(value, "E106", "字段“" + field.label() + "”应是一段文字", "不要写成列表或分组");
        }
        return Optional.empty();
    }

    /**
     * The parts that commas or semicolons separate, of a text or of each item of a list; blank ones are left out.
     * Quoted items, numbers such as 1,200 and addresses are not divided.
     */
    public List<Value.Text> texts(CommonField field) {
        List<Value.Text> found = new ArrayList<>();
        Value value = values.get(field);
        List<Value> items =
                value instanceof Value.Items list ? list.items() : value == null ? List.of() : List.of(value);
        for (Value item : items) {
            if (!(item instanceof Value.Text text)) {
                error(item, "E106", "字段“" + field.label() + "”的每一项应是一个词", "例如 [甲, 乙]");
                continue;
            }
            if (value instanceof Value.Items && (text.quoted() || field == CommonField.ALIASES)) {
                found.add(new Value.Text(text.text().strip(), text.line(), text.column()));
            } else {
                found.addAll(parts(text));
            }
        }
        found.removeIf(Value.Text::isBlank);
        return found;
    }

    /** The parts of a text that commas or semicolons separate, each with its own column. */
    public static List<Value.Text> parts(Value.Text text) {
        List<Value.Text> parts = new ArrayList<>();
        int at = text.column();
        for (String part : SEPARATORS.split(text.text(), -1)) {
            int blank = part.length() - part.stripLeading().length();
            parts.add(new Value.Text(part.strip(), text.line(), at + blank));
            at += part.length() + 1;
        }
        return parts;
    }

    public List<String> list(CommonField field) {
        return texts(field).stream().map(Value.Text::text).distinct().toList();
    }

    public List<String> categories(String column) {
        List<String> named = list(CommonField.CATEGORY);
        return named.isEmpty() ? List.of(column) : named;
    }

    /** Returns the same values, whose problems are not reported. */
    public HeaderValues quiet() {
        return new HeaderValues(path, values, problem -> {});
    }

    /**
     * Returns the years that the header states.
     *
     * @param otherwise the years if it states none
     */
    public List<Integer> years(List<Integer> otherwise) {
        List<Integer> years = new ArrayList<>();
        for (Value.Text text : texts(CommonField.YEAR)) {
            String digits = text.text().replaceFirst("年度?$", "");
            if (digits.matches("(19|20|21)\\d{2}")) {
                years.add(Integer.valueOf(digits));
            } else {
                error(text, "E107", "年度“" + text.text() + "”不是年份", "请写四位数字，如 2024，或 [2024, 2025]");
            }
        }
        return years.isEmpty() ? otherwise : years.stream().distinct().toList();
    }

    public Optional<LocalDateTime> dateTime(CommonField field) {
        Optional<String> text = text(field);
        Optional<LocalDateTime> date = text.flatMap(DateText::parse);
        if (text.isPresent() && date.isEmpty()) {
            error(values.get(field), "E123", field.label() + "“" + text.get() + "”不是有效日期", DATE_HINT);
        }
        return date;
    }

    public Optional<LocalDate> date(CommonField field) {
        return dateTime(field).map(LocalDateTime::toLocalDate);
    }

    /** Reports the fields of a group whose names are not allowed. */
    public void rejectUnknown(Value.Fields group, String label, List<String> names) {
        for (Value.Field field : group.fields()) {
            if (!names.contains(field.key().text().toLowerCase(Locale.ROOT))) {
                error(
                        field.key(),
                        "E103",
                        "“" + label + "”里不认识的字段“" + field.key().text() + "”",
                        Nearest.hint(field.key().text(), names));
            }
        }
    }
}
