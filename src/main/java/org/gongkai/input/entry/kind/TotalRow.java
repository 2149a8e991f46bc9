package org.gongkai.input.entry.kind;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.data.Value;
import org.gongkai.text.FullWidth;

/** Rows of tables with numbers that state sums of other rows. */
public final class TotalRow {

    /** What stands in a column of such a row, once blanks are removed: 合计, 全年合计, 小计（人）. */
    private static final Pattern TOTAL = Pattern.compile("\\p{IsHan}{0,6}?(合计|总计|小计|共计)(?:\\([^()]*\\))?:?");

    private static final Pattern BLANKS = Pattern.compile("[\\s\u3000]+");

    private TotalRow() {}

    /** Returns the word by which a row says that it states sums; empty if it is an ordinary row. */
    public static Optional<String> word(FieldSpec table, Value.Fields row) {
        List<FieldSpec> columns = row.fields().stream()
                .flatMap(cell -> table.column(cell.key().text()).stream())
                .toList();
        if (columns.stream().noneMatch(column -> column.type().isAmount())) {
            return Optional.empty();
        }
        return row.fields().stream()
                .filter(cell -> cell.value() instanceof Value.Text)
                .map(cell -> BLANKS.matcher(((Value.Text) cell.value()).text()).replaceAll(""))
                .map(text -> TOTAL.matcher(FullWidth.narrow(text)))
                .filter(Matcher::matches)
                .map(total -> total.group(1))
                .findFirst();
    }

    /** Returns the rows of a table but for those that state sums of others, unless there are no others. */
    public static List<Value.Fields> data(FieldSpec spec, Value table) {
        if (!(table instanceof Value.Items items)) {
            return List.of();
        }
        List<Value.Fields> all = items.items().stream()
                .filter(Value.Fields.class::isInstance)
                .map(Value.Fields.class::cast)
                .toList();
        List<Value.Fields> data =
                all.stream().filter(row -> word(spec, row).isEmpty()).toList();
        return data.isEmpty() ? all : data;
    }
}
