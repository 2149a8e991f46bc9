package org.gongkai.check.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.TotalRow;
import org.gongkai.problem.Problem;

/**
 * A row of totals equals the sum of the rows above it, in each column of numbers or amounts. A total may be of all rows
 * above or only of those since the last row of totals; one above all rows is of all of them.
 */
final class TotalRowRule {

    private TotalRowRule() {}

    private static final String PART = "小计";
    private static final String SERIAL = "序号";

    /** Columns whose total is no sum. */
    private static final Pattern AVERAGE = Pattern.compile("平均|人均|单价|均价");

    static void check(Entry entry, Consumer<Problem> problems) {
        for (Entry.OwnField own : entry.own()) {
            List<Value.Fields> rows = own.value() instanceof Value.Items items
                    ? items.items().stream()
                            .filter(Value.Fields.class::isInstance)
                            .map(Value.Fields.class::cast)
                            .toList()
                    : List.of();
            own.spec().columns().stream()
                    .filter(TotalRowRule::isSummed)
                    .forEach(column -> column(entry, own.spec(), column, rows, problems));
        }
    }

    private static void column(
            Entry entry, FieldSpec table, FieldSpec column, List<Value.Fields> rows, Consumer<Problem> problems) {
        List<BigDecimal> above = new ArrayList<>();
        List<Value.Fields> first = new ArrayList<>();
        int part = 0;
        for (Value.Fields row : rows) {
            Optional<Figure> figure = Figure.of(column, row);
            Optional<String> total = TotalRow.word(table, row);
            if (total.isEmpty()) {
                if (figure.isEmpty()
                        && Figure.cell(column, row)
                                .filter(cell -> !cell.isBlank())
                                .isPresent()) {
                    return;
                }
                figure.ifPresent(given -> above.add(given.value()));
            } else if (above.isEmpty()) {
                first.add(row);
            } else {
                BigDecimal all = sum(above);
                BigDecimal last = sum(above.subList(part, above.size()));
                BigDecimal meant = total.get().equals(PART) ? last : all;
                figure.filter(given -> !given.is(all) && !given.is(last))
                        .ifPresent(given -> problems.accept(
                                problem(entry, table, column, total.get(), given, "上面各行之和" + Figure.text(meant))));
                part = above.size();
            }
        }
        BigDecimal all = sum(above);
        first.stream().filter(row -> !above.isEmpty()).forEach(row -> Figure.of(column, row)
                .filter(given -> !given.is(all))
                .ifPresent(given -> problems.accept(problem(
                        entry,
                        table,
                        column,
                        TotalRow.word(table, row).orElseThrow(),
                        given,
                        "其余各行之和" + Figure.text(all)))));
    }

    private static Problem problem(
            Entry entry, FieldSpec table, FieldSpec column, String total, Figure figure, String sum) {
        return Problem.error(
                "E172",
                entry.path(),
                figure.at(),
                "表格“" + table.name() + "”里“" + column.name() + "”的" + total + Figure.text(figure.value()) + "，与" + sum
                        + "不符",
                "请核对各行和" + total);
    }

    private static boolean isSummed(FieldSpec column) {
        return column.type().isAmount()
                && !column.name().equals(SERIAL)
                && !AVERAGE.matcher(column.name()).find();
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
