package org.gongkai.feature.register.spec;

import java.util.List;
import org.gongkai.output.table.Cell;

/**
 * A column of a register.
 *
 * @param name its name
 * @param type the type of its values
 * @param paths where its value is found: the first path that leads to a value decides; if there are none,
 *     it has the name of the column
 */
public record ColumnSpec(String name, Cell.Type type, List<String> paths) {

    public ColumnSpec {
        paths = paths.isEmpty() ? List.of(name) : List.copyOf(paths);
    }

    /** Returns true if its values are numbers that can be added up. */
    public boolean isNumber() {
        return type == Cell.Type.NUMBER || type == Cell.Type.MONEY;
    }
}
