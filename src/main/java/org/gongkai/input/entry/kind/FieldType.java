package org.gongkai.input.entry.kind;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What may stand in a field of a kind. */
public enum FieldType {
    TEXT("文字"),
    DATE("日期"),
    /** A group of 起 from and 止 to. */
    RANGE("期间"),
    NUMBER("数字"),
    /** An amount in yuan. */
    MONEY("金额"),
    /** A share of a hundred, from 0 to 100. */
    PERCENTAGE("百分比"),
    /** A name or a post, never a number that would tell more of a person. */
    PERSON("人员"),
    LIST("列表"),
    /** One of the words that the field allows. */
    ENUM("选项"),
    /** The source path of another entry, relative to this one's folder. */
    REFERENCE("引用"),
    /** A list of rows, each a group with the same names. */
    TABLE("表格");

    private final String label;

    FieldType(String label) {
        this.label = label;
    }

    /** The type of a Chinese or English name. */
    public static Optional<FieldType> named(String name) {
        return Arrays.stream(values())
                .filter(t -> t.name().equalsIgnoreCase(name) || t.label.equals(name))
                .findFirst();
    }

    /** Every name that may be typed, Chinese and English. */
    public static List<String> names() {
        return Arrays.stream(values())
                .flatMap(t -> Stream.of(t.label, t.name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
