package org.gongkai.write.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.input.entry.header.CommonField;

/** Converts the values of fields between headers and forms. */
final class FieldValues {

    private FieldValues() {}

    /** Returns the value of a header as a form shows it. */
    static FormValue shown(FormField field, FormValue value) {
        if (value.isBlank() && field.input() != FormInput.LIST && field.input() != FormInput.TABLE) {
            return FormValue.BLANK;
        }
        return switch (field.input()) {
            case DATE -> value instanceof FormValue.Words words ? FormValue.of(StepText.moment(words.text())) : value;
            case RANGE, NOTICE -> HeaderForm.range(value);
            case MEETING -> HeaderForm.MEETING.inChinese(value);
            case STEP -> StepText.of(value).form(step(field));
            case LIST -> HeaderForm.list(value);
            case TABLE ->
                isFiles(field) ? HeaderForm.files(value) : columns(field).rows(value);
            default -> value;
        };
    }

    /** Returns the value of a form as a header holds it: short, without blank parts, unchanged rows as they were. */
    static FormValue written(FormField field, FormValue value) {
        return switch (field.input()) {
            case STEP -> StepText.of(value).written(step(field));
            case NOTICE -> HeaderForm.notice(value);
            case RANGE, MEETING -> HeaderForm.MEETING.inChinese(value);
            case LIST -> list(field, HeaderForm.list(value));
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
        boolean one =
                list.items().size() == 1 && HeaderForm.list(list.items().get(0)).equals(list);
        return bare && one ? list.items().get(0) : list;
    }

    private static FormValue rows(FormField field, FormValue value) {
        FormValue rows = columns(field).rows(value);
        if (!(rows instanceof FormValue.Items list)) {
            return rows;
        }
        List<FormValue> before = field.written() instanceof FormValue.Items old ? old.items() : List.of();
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

    private static HeaderForm columns(FormField table) {
        Map<String, String> names = new LinkedHashMap<>();
        table.members().forEach(column -> column.names().forEach(name -> names.put(name, column.name())));
        return new HeaderForm(names);
    }
}
