package org.gongkai.input.entry.kind;

import java.util.List;
import org.gongkai.input.data.Key;

/**
 * Rows of the tables of entries of a kind.
 *
 * @param table the kind and its table, with a dot between them
 * @param columns the columns that are told; the first says what a row is about
 * @param states the states of the rows that are meant, besides those that state none; all rows if empty
 * @param words what is told before them; may be empty
 * @param earlier whether entries of all earlier periods are meant, and not only those of the period or the last one
 * @param due whether rows are meant that fall due after the period, or the others; both if empty
 * @param into the own field of the new entry that takes rows or the path of their entry; may be empty
 */
@Key.Group("例如 列出: [{表: 工作计划.任务项, 列: [内容, 状态], 状态: [进行中, 未完成]}]")
public record KindRows(
        @Key(value = "表 table", required = true, matches = "[^.]+\\.[^.]+", allowed = "文种.表格，如 工作计划.任务项") String table,
        @Key(value = "列 columns", required = true) List<String> columns,
        @Key("状态 states") List<String> states,
        @Key("说 words") String words,
        @Key("往期 earlier") boolean earlier,
        @Key(value = "到期 due", matches = "期内|期后", allowed = "期内、期后") String due,
        @Key("到 into") String into) {
    public String kind() {
        return table.substring(0, table.indexOf('.'));
    }

    public String field() {
        return table.substring(table.indexOf('.') + 1);
    }
}
