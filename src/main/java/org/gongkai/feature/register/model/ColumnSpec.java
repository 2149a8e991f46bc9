package org.gongkai.feature.register.model;

import java.util.List;
import org.gongkai.input.data.Key;
import org.gongkai.output.table.Cell;
import org.gongkai.site.fact.Facts;

/**
 * A column of a register.
 *
 * @param name its name
 * @param type the type of its values
 * @param path where its value is found: paths separated by |, the first of which that leads to a value decides; if
 *     empty, it has the name of the column
 */
@Key.Group("写成“名称 类型 取自”，如 \"应到 number 会议.应到\"")
public record ColumnSpec(
        @Key(value = "名称", required = true, unique = true) String name,
        @Key(value = "类型", or = "text") ColumnType type,
        @Key(value = "取自", matches = "\\S+", allowed = "文件头里的字段，中间没有空格，如 会议.应到") String path) {

    /** The paths to its value. */
    public List<String> paths() {
        return path.isEmpty() ? List.of(name) : List.of(path.split("\\|"));
    }

    /** Returns its value; {@link Cell.Text#NONE} if there is none of its type. */
    public Cell read(Facts facts) {
        for (String each : paths()) {
            Cell cell = type.read(facts, each).orElse(Cell.Text.NONE);
            if (cell != Cell.Text.NONE) {
                return cell;
            }
        }
        return Cell.Text.NONE;
    }
}
