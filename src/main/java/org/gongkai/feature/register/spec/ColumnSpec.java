package org.gongkai.feature.register.spec;

import java.util.List;

/**
 * A column of a register.
 *
 * @param name its name
 * @param type the type of its values
 * @param paths where its value is found: the first path that leads to a value decides
 */
public record ColumnSpec(String name, Type type, List<String> paths) {

    public ColumnSpec {
        paths = List.copyOf(paths);
    }

    /** The type of the values of a column. */
    public enum Type {
        TEXT,
        DATE,
        NUMBER,
        /** An amount in yuan. */
        MONEY,
        /** A percentage; {@code a/b} as a path is the quotient of two numbers. */
        PERCENTAGE
    }

    /** Returns true if its values are numbers that can be added up. */
    public boolean isNumber() {
        return type == Type.NUMBER || type == Type.MONEY;
    }
}
