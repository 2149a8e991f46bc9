package org.gongkai.write.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.PublicationReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.HeaderValues;

/**
 * The two forms of a value: as headers hold it, in one of several notations, and as forms show it, always the same.
 *
 * @param names the names of the members of a group or of the columns of a table: Chinese ones, by all names
 */
record FieldNotation(Map<String, String> names) {

    static final FieldNotation RANGE = of("起", "from", "止", "to", "工作日", "working-days", "结果", "result");
    static final FieldNotation FILE = of("文件", "file", "名称", "name", "人工核查", "examined");
    static final FieldNotation MEETING = new FieldNotation(pairs(EntryReader.MEETING_FIELDS));

    private static final String DAY = "([0-9]{4}[0-9年月日号./ -]*[0-9日号])";

    private static final Pattern SPAN = Pattern.compile("自?" + DAY + "\\s*(?:起?[至到]|[—–―]+|[~～－])\\s*" + DAY
            + "\\s*止?(?:[\\s,，、;；(（]*(?:共\\s*)?([0-9]{1,3})\\s*个?\\s*工作日[)）]?)?");

    private static FieldNotation of(String... names) {
        return new FieldNotation(pairs(List.of(names)));
    }

    /** Chinese and English names in turn. */
    private static Map<String, String> pairs(List<String> names) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i += 2) {
            pairs.put(names.get(i), names.get(i));
            pairs.put(names.get(i + 1), names.get(i));
        }
        return pairs;
    }

    /** Returns a group without blank members, with Chinese names; any other value as it is. */
    FormValue inChinese(FormValue value) {
        if (!(value instanceof FormValue.Group group)) {
            return value;
        }
        Map<String, FormValue> members = new LinkedHashMap<>();
        group.members().forEach((name, member) -> {
            if (!member.isBlank()) {
                members.put(names.getOrDefault(name, name), member);
            }
        });
        return new FormValue.Group(members);
    }

    /** Returns a period as a group of ISO dates; a text that is no period as it is. */
    static FormValue range(FormValue value) {
        Map<String, FormValue> members = new LinkedHashMap<>();
        if (value instanceof FormValue.Words words) {
            Matcher span = SPAN.matcher(words.text());
            if (!span.matches()) {
                return value;
            }
            members.put("起", FormValue.of(ApprovalStepText.iso(span.group(1))));
            members.put("止", FormValue.of(ApprovalStepText.iso(span.group(2))));
            if (span.group(3) != null) {
                members.put("工作日", FormValue.of(span.group(3)));
            }
            return new FormValue.Group(members);
        }
        if (RANGE.inChinese(value) instanceof FormValue.Group group) {
            group.members()
                    .forEach((name, member) -> members.put(
                            name,
                            member instanceof FormValue.Words day && !name.equals("结果")
                                    ? FormValue.of(ApprovalStepText.iso(day.text()))
                                    : member));
            return new FormValue.Group(members);
        }
        return value;
    }

    /** Returns a 公示 period as one line; as a group if that would say less. */
    static FormValue notice(FormValue value) {
        if (!(RANGE.inChinese(value) instanceof FormValue.Group group)) {
            return value;
        }
        String days = group.text("工作日");
        FormValue line =
                FormValue.of(group.text("起") + " 至 " + group.text("止") + (days.isEmpty() ? "" : "，" + days + "个工作日"));
        return range(line).equals(group) ? line : group;
    }

    /** Returns the rows of a table without blank rows and cells, with Chinese names of columns. */
    FormValue rows(FormValue value) {
        if (!(value instanceof FormValue.Items rows)) {
            return value.isBlank() ? new FormValue.Items(List.of()) : value;
        }
        return new FormValue.Items(rows.items().stream()
                .map(this::inChinese)
                .filter(row -> !row.isBlank())
                .toList());
    }

    /** Returns the files of 附件 as a table. */
    static FormValue files(FormValue value) {
        List<FormValue> items = new ArrayList<>();
        for (FormValue item : value instanceof FormValue.Items list
                ? list.items()
                : list(value).items()) {
            items.add(item instanceof FormValue.Words ? new FormValue.Group(Map.of("文件", item)) : item);
        }
        return FILE.rows(new FormValue.Items(items));
    }

    /** Returns the parts of a list as the program reads them: commas separate parts, but not in quotation marks. */
    static FormValue.Items parts(Value value) {
        List<String> parts = new ArrayList<>();
        for (Value item : value instanceof Value.Items list ? list.items() : List.of(value)) {
            if (!(item instanceof Value.Text text)) {
                return list(FormValue.of(value));
            }
            List<Value.Text> texts =
                    text.quoted() && value instanceof Value.Items ? List.of(text) : HeaderValues.parts(text);
            texts.stream().map(Value.Text::text).filter(part -> !part.isBlank()).forEach(parts::add);
        }
        return FormValue.Items.of(parts);
    }

    /** Returns the parts of a list in a form. */
    static FormValue.Items list(FormValue value) {
        if (value instanceof FormValue.Items list) {
            return new FormValue.Items(
                    list.items().stream().filter(item -> !item.isBlank()).toList());
        }
        String text = value instanceof FormValue.Words words ? words.text() : "";
        return FormValue.Items.of(HeaderValues.parts(new Value.Text(text, 1, 1)).stream()
                .map(Value.Text::text)
                .filter(part -> !part.isEmpty())
                .toList());
    }

    /** Converts the values of fields between headers and forms. */
    static final class FieldValues {

        private FieldValues() {}

        /** Returns the value of a header as a form shows it. */
        static FormValue shown(FormField field, FormValue value) {
            if (value.isBlank() && field.input() != FieldInput.LIST && field.input() != FieldInput.TABLE) {
                return FormValue.Words.BLANK;
            }
            return switch (field.input()) {
                case DATE ->
                    value instanceof FormValue.Words words
                            ? FormValue.of(ApprovalStepText.moment(words.text()))
                            : value;
                case RANGE, NOTICE -> FieldNotation.range(value);
                case MEETING -> FieldNotation.MEETING.inChinese(value);
                case STEP -> ApprovalStepText.of(value).form(step(field));
                case LIST -> FieldNotation.list(value);
                case CHOICE -> status(value);
                case TABLE ->
                    isFiles(field) ? FieldNotation.files(value) : columns(field).rows(value);
                default -> value;
            };
        }

        /** English words of 状态 are offered in Chinese; they belong to no other field. */
        private static FormValue status(FormValue value) {
            List<String> words = PublicationReader.STATUSES;
            int english = value instanceof FormValue.Words word ? words.indexOf(word.text()) - words.size() / 2 : -1;
            return english < 0 ? value : FormValue.of(words.get(english));
        }

        /**
         * Returns the value of a form as a header holds it: short, without blank parts, unchanged rows as they were.
         */
        static FormValue written(FormField field, FormValue value) {
            return switch (field.input()) {
                case STEP -> ApprovalStepText.of(value).written(step(field));
                case NOTICE -> FieldNotation.notice(value);
                case RANGE, MEETING -> FieldNotation.MEETING.inChinese(value);
                case LIST -> list(field, FieldNotation.list(value));
                case TABLE -> rows(field, value);
                default -> value;
            };
        }

        /** Kinds, columns and years are written without brackets if there is only one. */
        private static FormValue list(FormField field, FormValue.Items list) {
            boolean bare = CommonField.named(field.name())
                    .filter(common -> List.of(CommonField.KIND, CommonField.CATEGORY, CommonField.YEAR)
                            .contains(common))
                    .isPresent();
            boolean one = list.items().size() == 1
                    && FieldNotation.list(list.items().get(0)).equals(list);
            return bare && one ? list.items().get(0) : list;
        }

        private static FormValue rows(FormField field, FormValue value) {
            FormValue rows = columns(field).rows(value);
            if (!(rows instanceof FormValue.Items list)) {
                return rows;
            }
            List<FormValue> before = field.values().written() instanceof FormValue.Items old ? old.items() : List.of();
            return new FormValue.Items(
                    list.items().stream().map(row -> row(field, row, before)).toList());
        }

        private static FormValue row(FormField field, FormValue row, List<FormValue> before) {
            for (FormValue old : before) {
                FormValue one = new FormValue.Items(List.of(old));
                if (shown(field, one).equals(new FormValue.Items(List.of(row)))) {
                    return old;
                }
            }
            boolean bareFile = isFiles(field)
                    && row instanceof FormValue.Group group
                    && group.members().keySet().equals(Set.of("文件"));
            return bareFile ? ((FormValue.Group) row).members().get("文件") : row;
        }

        private static boolean isFiles(FormField field) {
            return field.name().equals(CommonField.ATTACHMENTS.label());
        }

        private static CommonField step(FormField field) {
            return CommonField.named(field.name()).orElseThrow();
        }

        private static FieldNotation columns(FormField table) {
            Map<String, String> names = new LinkedHashMap<>();
            table.members().forEach(column -> column.names().forEach(name -> names.put(name, column.name())));
            return new FieldNotation(names);
        }
    }
}
