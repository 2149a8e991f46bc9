package org.gongkai.check.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.FieldSpec;
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
            List<FigureGroup> rows = FigureGroup.rows(own.spec(), own.value());
            own.spec().columns().stream()
                    .filter(TotalRowRule::isSummed)
                    .forEach(column -> column(entry, own.spec(), column.name(), rows, problems));
        }
    }

    private static void column(
            Entry entry, FieldSpec table, String column, List<FigureGroup> rows, Consumer<Problem> problems) {
        List<BigDecimal> above = new ArrayList<>();
        List<FigureGroup> first = new ArrayList<>();
        int part = 0;
        for (FigureGroup row : rows) {
            Optional<Figure> figure = row.figure(column);
            if (row.total().isEmpty()) {
                if (figure.isEmpty()
                        && row.value(column).isPresent()
                        && !row.text(column).isEmpty()) {
                    return;
                }
                figure.ifPresent(given -> above.add(given.value()));
            } else if (above.isEmpty()) {
                first.add(row);
            } else {
                BigDecimal all = sum(above);
                BigDecimal last = sum(above.subList(part, above.size()));
                if (figure.filter(given -> !given.is(all) && !given.is(last)).isPresent()) {
                    BigDecimal meant = row.total().get().equals(PART) ? last : all;
                    problems.accept(problem(entry, table, column, row, "上面各行之和" + Figure.text(meant)));
                }
                part = above.size();
            }
        }
        BigDecimal all = sum(above);
        first.stream()
                .filter(row -> !above.isEmpty())
                .filter(row ->
                        row.figure(column).filter(given -> !given.is(all)).isPresent())
                .forEach(row -> problems.accept(problem(entry, table, column, row, "其余各行之和" + Figure.text(all))));
    }

    private static Problem problem(Entry entry, FieldSpec table, String column, FigureGroup row, String sum) {
        String total = row.total().orElseThrow();
        Figure figure = row.figure(column).orElseThrow();
        return figure.error(
                "E172",
                entry,
                "表格“" + table.name() + "”里“" + column + "”的" + total + figure.text() + "，与" + sum + "不符",
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
