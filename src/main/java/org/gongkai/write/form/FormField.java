package org.gongkai.write.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.TitlePattern;

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
        FormInput input,
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
    static FormField member(String name, FormInput input, Need need, List<String> choices) {
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
                member("起", FormInput.DATE, Need.REQUIRED),
                member("止", FormInput.DATE, Need.REQUIRED),
                member("工作日", FormInput.NUMBER, Need.OPTIONAL),
                member("结果", FormInput.REFERENCE, Need.OPTIONAL));
    }

    private static List<FormField> meeting(List<String> persons, List<String> groups) {
        return List.of(
                member("名称", FormInput.TEXT, Need.RECOMMENDED),
                member("次数", FormInput.TEXT, Need.OPTIONAL),
                member("时间", FormInput.DATE, Need.RECOMMENDED),
                member("地点", FormInput.TEXT, Need.RECOMMENDED),
                member("主持人", FormInput.PERSON, Need.RECOMMENDED, persons),
                member("记录人", FormInput.PERSON, Need.OPTIONAL, persons),
                member("应到", FormInput.NUMBER, Need.RECOMMENDED),
                member("实到", FormInput.NUMBER, Need.RECOMMENDED),
                member("出席", FormInput.LIST, Need.OPTIONAL),
                member("列席", FormInput.LIST, Need.OPTIONAL),
                member("缺席", FormInput.LIST, Need.OPTIONAL),
                member("主题", FormInput.TEXT, Need.OPTIONAL),
                member("党小组", FormInput.TEXT, Need.OPTIONAL, groups));
    }

    private static List<FormField> files() {
        return List.of(
                member("文件", FormInput.REFERENCE, Need.REQUIRED),
                member("名称", FormInput.TEXT, Need.OPTIONAL),
                member("人工核查", FormInput.TEXT, Need.OPTIONAL));
    }

    private static List<FormField> step(String who, List<String> persons) {
        return List.of(
                member(who, FormInput.PERSON, Need.REQUIRED, persons), member("日期", FormInput.DATE, Need.REQUIRED));
    }

    private static FormField member(String name, FormInput input, Need need) {
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
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("input", input.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("need", need.name().toLowerCase(Locale.ROOT));
        json.put("needLabel", need.label());
        json.put("usual", isUsual());
        json.put("choices", choices);
        json.put("members", members.stream().map(FormField::json).toList());
        json.put("help", help);
        json.put("preset", preset.json());
        json.put("value", value.json());
        return json;
    }

    /** How the value of a field is entered. */
    public enum FormInput {
        /** A line of text; choices are suggestions. */
        TEXT,
        /** Some lines of text. */
        LONG_TEXT,
        /** A day as {@code 2026-11-20}, possibly with a time. */
        DATE,
        /** A group of 起 and 止. */
        RANGE,
        NUMBER,
        MONEY,
        PERCENTAGE,
        /** One of the choices, possibly with a remark in brackets. */
        CHOICE,
        /** A name or a post; choices are suggestions. */
        PERSON,
        /** Several texts; choices are suggestions. */
        LIST,
        /** The path of another entry, relative to the folder of this one. */
        REFERENCE,
        /** A list of groups; members are the columns. */
        TABLE,
        /** A group of 起, 止, 工作日 and 结果. */
        NOTICE,
        /** A group of facts about a meeting. */
        MEETING,
        /** A group of a person and 日期. */
        STEP;

        static FormInput of(FieldSpec field) {
            // Both have the same names, but for one.
            return field.type() == FieldType.ENUM
                    ? CHOICE
                    : valueOf(field.type().name());
        }

        static FormInput of(CommonField field) {
            return switch (field) {
                case DATE, SIGNED, EXPIRES, REVISED, WITHDRAWN_ON -> DATE;
                case KIND, CATEGORY, YEAR, TAGS, MATTER, ALIASES -> LIST;
                case SCOPE, STATUS, VALIDITY, TERM, HISTORY -> CHOICE;
                case OWNER -> PERSON;
                case SUMMARY, WITHDRAWN_WHY -> LONG_TEXT;
                case ATTACHMENTS -> TABLE;
                case NOTICE -> NOTICE;
                case MEETING -> MEETING;
                case SECRECY_REVIEW, EXAMINATION, APPROVAL -> STEP;
                default -> TEXT;
            };
        }
    }

    /** What to enter in a field, in one sentence. */
    static final class FieldHelp {

        private FieldHelp() {}

        static String of(CommonField field, Kind kind) {
            return switch (field) {
                case TITLE ->
                    kind.title()
                                    .map(TitlePattern::example)
                                    .filter(example -> !example.isEmpty())
                                    .map(example -> "如“" + example + "”，")
                                    .orElse("")
                            + "写在一行里，末尾不加句号";
                case KIND -> "决定要写哪些字段";
                case CATEGORY -> "放在网站的哪个栏目；不写就放在“" + kind.column() + "”";
                case YEAR -> "四位年份，可以有几个；不写就是发布日期的年份";
                case DATE -> "从这一天起网站上看得到，不早于审批日期";
                case SIGNED -> "会议通过或者负责人签发的日期，不晚于发布日期";
                case NUMBER -> "编好以后不再改动，也不给别的条目用";
                case DOC_NUMBER -> "如 示水党支〔2025〕3号";
                case SCOPE -> "谁看得到";
                case TERM -> "公开多久";
                case CATALOGUE -> "对应党务公开目录里的哪一项";
                case VALIDITY -> "制度和文件现在是不是有效";
                case OWNER -> "谁负责这一条，姓名或职务";
                case PUBLISHER -> "以谁的名义发布，写全称";
                case TAGS -> "方便查找的词";
                case MATTER -> "同一件事的几份写同一个名称，网站把它们排在一页";
                case ATTACHMENTS -> "放在条目旁边的文件；名称不写，就显示文件名";
                case STATUS -> "草稿不公开；审批以后改成已发布";
                case NOTICE -> "公示的起止日期；按工作日公示的，写上天数";
                case SECRECY_REVIEW -> "谁在哪天审查过";
                case EXAMINATION -> "谁在哪天审核过；没有这一步的不填";
                case APPROVAL -> "谁在哪天批准发布，和审查人不是同一人";
                case ALIASES -> "从前的网址，从首页算起";
                case EXPIRES -> "从这一天起不再显示";
                case REVISED -> "发布以后改动过的，写最后一次的日子";
                case HISTORY -> "以前各版公开多少；不写就按文种的规定";
                case WITHDRAWN_ON -> "从哪天起撤回";
                case WITHDRAWN_WHY -> "为什么撤回，读者看得到";
                case MEETING -> "时间、地点和人数";
                case SUMMARY -> "一两句话，列表和搜索结果里显示";
                default -> "";
            };
        }

        static String of(FieldSpec field) {
            return switch (field.type()) {
                case TEXT -> "一段文字";
                case DATE -> "日期";
                case RANGE -> "起止日期";
                case NUMBER -> "数字";
                case MONEY -> "以元为单位的金额，如 1234.50";
                case PERCENTAGE -> "百分比，如 95.5%";
                case PERSON -> "姓名或职务，不写电话和证件号";
                case ENUM -> Choice.names(field.choices()) + "之一，要补充的写在后面的括号里";
                case LIST -> "可以有几项";
                case REFERENCE -> "另一条的文件，从本条的文件夹算起，如 ../2023/计划.md";
                case TABLE -> "一行写一项";
            };
        }
    }
}
