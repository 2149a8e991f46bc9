package org.gongkai.write.form;

import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.FieldSpec;

/** How the value of a field is entered. */
public enum FieldInput {
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

    static FieldInput of(FieldSpec field) {
        return switch (field.type()) {
            case TEXT, TIME, ISSUE -> TEXT;
            case DATE -> DATE;
            case RANGE -> RANGE;
            case NUMBER -> NUMBER;
            case MONEY -> MONEY;
            case PERCENTAGE -> PERCENTAGE;
            case PERSON -> PERSON;
            case LIST -> LIST;
            case ENUM -> CHOICE;
            case REFERENCE -> REFERENCE;
            case TABLE -> TABLE;
        };
    }

    static FieldInput of(CommonField field) {
        return switch (field) {
            case DATE, SIGNED, EXPIRES, REVISED, WITHDRAWN_ON -> DATE;
            case KIND, CATEGORY, YEAR, TAGS, MATTER, ALIASES, ERRATA -> LIST;
            case SCOPE, STATUS, VALIDITY, TERM, HISTORY -> CHOICE;
            case OWNER, DRAFTER -> PERSON;
            case SUMMARY, WITHDRAWN_WHY -> LONG_TEXT;
            case ATTACHMENTS -> TABLE;
            case NOTICE -> NOTICE;
            case MEETING -> MEETING;
            case SECRECY_REVIEW, EXAMINATION, APPROVAL -> STEP;
            default -> TEXT;
        };
    }
}
