package org.gongkai.write.form;

import org.gongkai.input.entry.kind.Choice;
import org.gongkai.input.entry.kind.FieldSpec;

/** How the value of a field is entered. */
public enum FieldInput {
    /** A line of text; choices are suggestions. */
    TEXT,
    /** Some lines of text. */
    LONG_TEXT,
    /** A day as {@code 2026-11-20}, possibly with a time; words may stand for it where the kind asks for a time. */
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

    static FieldInput of(FieldSpec field) {
        return switch (field.type()) {
            case ISSUE -> TEXT;
            case TIME -> DATE;
            case ENUM -> CHOICE;
            default -> valueOf(field.type().name());
        };
    }

    /** What to enter in a field of a kind, in one sentence. */
    static String help(FieldSpec field) {
        return switch (field.type()) {
            case TEXT -> "一段文字";
            case TIME -> "哪一天、哪一段时间或者到什么时候";
            case ISSUE -> "第几期，合刊写成 3、4";
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
