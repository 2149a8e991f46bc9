package org.gongkai.write.form;

import java.util.List;
import java.util.Map;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.io.JsonObject;

/**
 * A field of a form, or a member or column of one.
 *
 * @param name its Chinese name, by which values are returned
 * @param names all of its names in headers
 * @param input how its value is entered
 * @param need whether it must be filled in before publication
 * @param choices what can be chosen or is suggested, depending on the input; may be empty
 * @param members the members of a group or the columns of a table
 * @param help what to enter, as one sentence without a full stop
 * @param preset the default; blank if there is none
 * @param value the current value in the form of the input; blank if the header has none
 * @param written the current value as the header holds it
 */
public record FormField(
        String name,
        List<String> names,
        FieldInput input,
        Need need,
        List<String> choices,
        List<FormField> members,
        String help,
        FormValue preset,
        FormValue value,
        FormValue written) {

    /** Whether a field must be filled in. */
    public enum Need {
        REQUIRED("必填"),
        RECOMMENDED("应填"),
        OPTIONAL("可不写");

        private final String label;

        Need(String label) {
            this.label = label;
        }

        /** The Chinese word. */
        public String label() {
            return label;
        }
    }

    public FormField {
        names = List.copyOf(names);
        choices = List.copyOf(choices);
        members = List.copyOf(members);
    }

    /** Returns a member of a group or a column of a table. */
    private static FormField member(String name, FieldInput input, Need need, List<String> choices) {
        FormValue blank = FormValue.BLANK;
        return new FormField(name, List.of(name), input, need, choices, List.of(), "", blank, blank, blank);
    }

    /** The members of common fields that are groups. */
    static List<FormField> members(CommonField field, EntryPresets presets) {
        return switch (field) {
            case NOTICE -> notice();
            case MEETING -> meeting(presets.persons(), presets.groups());
            case ATTACHMENTS -> files();
            case SECRECY_REVIEW, EXAMINATION, APPROVAL -> step(StepText.role(field), presets.persons());
            default -> List.of();
        };
    }

    private static List<FormField> notice() {
        return List.of(
                member("起", FieldInput.DATE, Need.REQUIRED),
                member("止", FieldInput.DATE, Need.REQUIRED),
                member("工作日", FieldInput.NUMBER, Need.OPTIONAL),
                member("结果", FieldInput.REFERENCE, Need.OPTIONAL));
    }

    private static List<FormField> meeting(List<String> persons, List<String> groups) {
        return List.of(
                member("名称", FieldInput.TEXT, Need.RECOMMENDED),
                member("次数", FieldInput.TEXT, Need.OPTIONAL),
                member("时间", FieldInput.DATE, Need.RECOMMENDED),
                member("地点", FieldInput.TEXT, Need.RECOMMENDED),
                member("主持人", FieldInput.PERSON, Need.RECOMMENDED, persons),
                member("记录人", FieldInput.PERSON, Need.OPTIONAL, persons),
                member("应到", FieldInput.NUMBER, Need.RECOMMENDED),
                member("实到", FieldInput.NUMBER, Need.RECOMMENDED),
                member("出席", FieldInput.LIST, Need.OPTIONAL),
                member("列席", FieldInput.LIST, Need.OPTIONAL),
                member("缺席", FieldInput.LIST, Need.OPTIONAL),
                member("主题", FieldInput.TEXT, Need.OPTIONAL),
                member("党小组", FieldInput.TEXT, Need.OPTIONAL, groups));
    }

    private static List<FormField> files() {
        return List.of(
                member("文件", FieldInput.REFERENCE, Need.REQUIRED),
                member("名称", FieldInput.TEXT, Need.OPTIONAL),
                member("人工核查", FieldInput.TEXT, Need.OPTIONAL));
    }

    private static List<FormField> step(String who, List<String> persons) {
        return List.of(
                member(who, FieldInput.PERSON, Need.REQUIRED, persons), member("日期", FieldInput.DATE, Need.REQUIRED));
    }

    private static FormField member(String name, FieldInput input, Need need) {
        return member(name, input, need, List.of());
    }

    /** Returns this field with a current value. */
    FormField with(FormValue shown, FormValue inHeader) {
        return new FormField(name, names, input, need, choices, members, help, preset, shown, inHeader);
    }

    /** Returns true if a form shows it from the start: it is asked for, or has a value or a default. */
    public boolean isUsual() {
        return need != Need.OPTIONAL || !value.isBlank() || !preset.isBlank();
    }

    /** Returns this field as texts, lists and maps, for JSON. */
    public Map<String, Object> json() {
        Map<String, Object> json = JsonObject.fields(this);
        json.keySet().removeAll(List.of("names", "written"));
        json.put("needLabel", need.label());
        json.put("usual", isUsual());
        json.put("members", members.stream().map(FormField::json).toList());
        json.put("preset", preset.json());
        json.put("value", value.json());
        return json;
    }
}
