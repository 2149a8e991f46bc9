package org.gongkai.check.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.check.rule.HeaderRule;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.problem.Problem;

/**
 * A row of totals equals the sum of the rows above it, in each column of numbers or amounts. A total may be of all rows
 * above or only of those since the last row of totals.
 */
final class TotalRowRule implements HeaderRule {

    private static final String PART = "小计";
    private static final Set<String> TOTALS = Set.of("合计", "总计", "共计", PART);
    private static final Set<FieldType> SUMMED = Set.of(FieldType.NUMBER, FieldType.MONEY);
    private static final String SERIAL = "序号";

    /** Columns whose total is no sum. */
    private static final Pattern AVERAGE = Pattern.compile("平均|人均|单价|均价");

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
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
        int part = 0;
        for (FigureGroup row : rows) {
            Optional<Figure> figure = row.figure(column);
            Optional<String> total = total(table, row);
            if (total.isEmpty()) {
                if (figure.isEmpty()
                        && row.value(column).isPresent()
                        && !row.text(column).isEmpty()) {
                    return;
                }
                figure.ifPresent(given -> above.add(given.value()));
                continue;
            }
            BigDecimal all = sum(above);
            BigDecimal last = sum(above.subList(part, above.size()));
            if (figure.isPresent()
                    && !above.isEmpty()
                    && figure.get().value().compareTo(all) != 0
                    && figure.get().value().compareTo(last) != 0) {
                problems.accept(figure.get()
                        .error(
                                "E172",
                                entry,
                                "表格“" + table.name() + "”里“" + column + "”的" + total.get()
                                        + figure.get().text() + "，与上面各行之和"
                                        + Figure.text(total.get().equals(PART) ? last : all) + "不符",
                                "请核对各行和" + total.get()));
            }
            part = above.size();
        }
    }

    private static boolean isSummed(FieldSpec column) {
        return SUMMED.contains(column.type())
                && !column.name().equals(SERIAL)
                && !AVERAGE.matcher(column.name()).find();
    }

    /** Returns the word for a total in a row; empty if it is an ordinary row. */
    private static Optional<String> total(FieldSpec table, FigureGroup row) {
        return table.columns().stream()
                .filter(column -> !isSummed(column))
                .map(column -> row.text(column.name()).replaceAll("[\\s\u3000]", ""))
                .filter(TOTALS::contains)
                .findFirst();
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
