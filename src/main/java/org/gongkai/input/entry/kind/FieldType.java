package org.gongkai.input.entry.kind;

import java.util.List;
import java.util.Locale;
import org.gongkai.input.data.Key;

/** The type of the value of a field. */
public enum FieldType implements Key.Words {
    TEXT("文字"),
    /** A text that names a moment, a span or a deadline, if it names a day or an hour at all. */
    TIME("时间"),
    DATE("日期"),
    /** A group of 起 (from) and 止 (to). */
    RANGE("期间"),
    NUMBER("数字"),
    /** The numbers of an issue, usually one. */
    ISSUE("期数"),
    /** An amount in yuan. */
    MONEY("金额"),
    /** A percentage from 0 to 100. */
    PERCENTAGE("百分比"),
    /** A name or a post without further personal data such as telephone numbers. */
    PERSON("人员"),
    LIST("列表"),
    /** One of the words that the field allows. */
    ENUM("选项"),
    /** The source path of another entry, relative to the folder of this one. */
    REFERENCE("引用"),
    /** A list of rows, each of which is a group with the same names. */
    TABLE("表格");

    private final String label;

    FieldType(String label) {
        this.label = label;
    }

    /** Whether values of the type can be added up. */
    public boolean isAmount() {
        return this == NUMBER || this == MONEY;
    }

    /** Its Chinese and its English name. */
    @Override
    public List<String> words() {
        return List.of(label, name().toLowerCase(Locale.ROOT));
    }
}
