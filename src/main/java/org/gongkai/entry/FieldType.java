package org.gongkai.entry;

import java.util.Arrays;
import java.util.Optional;

/** What may stand in a field of a kind. */
public enum FieldType {
    TEXT,
    DATE,
    /** A group of 起 from and 止 to. */
    RANGE,
    NUMBER,
    /** An amount in yuan. */
    MONEY,
    LIST,
    /** The source path of another entry, relative to this one's folder. */
    REFERENCE,
    /** A list of rows, each a group with the same names. */
    TABLE;

    static Optional<FieldType> named(String name) {
        return Arrays.stream(values())
                .filter(t -> t.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
