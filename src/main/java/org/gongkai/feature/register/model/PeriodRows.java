package org.gongkai.feature.register.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.PeriodAmount.Whole;
import org.gongkai.feature.register.model.Register.Row;
import org.gongkai.feature.register.model.RegisterSpec.RowType;
import org.gongkai.output.table.Cell;

/**
 * Merges rows that are amounts of periods with what replaces and adjusts them.
 *
 * @param groups returns the 党小组 of a row; rows of different ones do not replace or adjust each other
 */
record PeriodRows(RegisterSpec spec, Function<Row, List<String>> groups) {

    /** @param rows the rows of a year, those of older entries first */
    List<Row> merged(List<Row> rows) {
        List<PeriodAmount> amounts = rows.stream()
                .map(row -> new PeriodAmount(row, groups.apply(row)))
                .toList();
        return PeriodAmount.wholes(spec, amounts).stream().map(this::row).toList();
    }

    /**
     * Returns a row for an adjustment that was published in another year than that of its period: without numbers, as
     * they count there.
     */
    Optional<Row> elsewhere(Row row) {
        if (row.adjustment().isEmpty() || row.lastYear() == year(row) || spec.columnOf(RegisterSpec.ADJUSTMENT) < 0) {
            return Optional.empty();
        }
        List<Cell> cells = new ArrayList<>(Collections.nCopies(row.cells().size(), Cell.Text.NONE));
        for (int i = 0; i < cells.size(); i++) {
            if (!Collections.disjoint(
                    spec.columns().get(i).paths(), spec.source().year())) {
                cells.set(i, row.cells().get(i));
            }
        }
        String amount = told().flatMap(column -> number(row, column).map(column.type()::alone))
                .orElse("");
        cells.set(
                spec.columnOf(RegisterSpec.ADJUSTMENT),
                new Cell.Text(row.adjustment()
                        + (spec.replaces(row.adjustment()) && !amount.isEmpty() ? "为" : "")
                        + amount + "，计入" + row.lastYear() + "年"));
        return Optional.of(new Row(Optional.empty(), year(row), cells, row.entries(), row.adjustment(), row.notHeld()));
    }

    /** The column whose numbers the adjustments are told of: that of money, if there is one. */
    private Optional<ColumnSpec> told() {
        return spec.columns().stream()
                .filter(spec::isAdjusted)
                .min(Comparator.comparing(column -> column.type() != ColumnType.MONEY));
    }

    private static int year(Row row) {
        return row.entries().get(0).entry().dates().published().getYear();
    }

    private Row row(Whole whole) {
        Row counted = whole.counted();
        List<Row> stages = whole.stages();
        List<Row> adjusting = whole.adjusting();
        List<Cell> cells = new ArrayList<>(counted.cells());
        if (spec.source().type() == RowType.ENTRY) {
            for (int i = 0; i < cells.size(); i++) {
                cells.set(i, latest(i, stages));
            }
        }
        if (!spec.source().adjustments().isEmpty()) {
            adjust(cells, counted, adjusting);
            int text = spec.columnOf(RegisterSpec.ADJUSTMENT);
            if (text >= 0) {
                cells.set(text, said(stages, adjusting));
            }
        }
        boolean isOwn = stages.stream().anyMatch(row -> row.adjustment().isEmpty());
        return share(new Row(
                counted.period(),
                counted.lastYear(),
                cells,
                whole.all().stream().flatMap(row -> row.entries().stream()).toList(),
                isOwn ? "" : counted.adjustment(),
                counted.notHeld()));
    }

    /** A correction need not repeat correct values. */
    private static Cell latest(int column, List<Row> stages) {
        Cell latest = Cell.Text.NONE;
        for (Row stage : stages) {
            latest =
                    stage.cells().get(column).isEmpty() ? latest : stage.cells().get(column);
        }
        return latest;
    }

    private void adjust(List<Cell> cells, Row counted, List<Row> adjusting) {
        for (int i = 0; i < cells.size(); i++) {
            ColumnSpec column = spec.columns().get(i);
            if (column.type().isSummed()) {
                Optional<BigDecimal> own = Row.number(cells.get(i))
                        .filter(number -> spec.sign(counted.adjustment(), column.name()) != 0)
                        .map(number -> signed(number, counted, column));
                cells.set(
                        i,
                        Stream.concat(own.stream(), adjusting.stream().flatMap(row -> number(row, column).stream()
                                        .filter(number -> spec.sign(row.adjustment(), column.name()) != 0)
                                        .map(number -> signed(number, row, column))))
                                .reduce(BigDecimal::add)
                                .<Cell>map(Cell.Number::new)
                                .orElse(Cell.Text.NONE));
            }
        }
    }

    private BigDecimal signed(BigDecimal number, Row row, ColumnSpec column) {
        return number.multiply(BigDecimal.valueOf(spec.sign(row.adjustment(), column.name())));
    }

    /** Tells in words what became of the number that was first published. */
    private Cell said(List<Row> stages, List<Row> adjusting) {
        List<String> said = new ArrayList<>();
        if (told().isEmpty()) {
            return Cell.Text.NONE;
        }
        BigDecimal settled = BigDecimal.ZERO;
        ColumnSpec column = told().get();
        Row first = stages.get(0);
        BigDecimal sum = null;
        for (Row stage : stages) {
            Optional<BigDecimal> number = number(stage, column);
            if (number.isPresent() && (sum == null || number.get().compareTo(sum) != 0)) {
                said.add((stage == first ? "" : stage.adjustment() + "为")
                        + column.type().alone(number.get()));
                sum = number.get();
            } else if (stage != first) {
                List<Row> before = stages.subList(0, stages.indexOf(stage));
                said.add(stage.adjustment() + others(stage, before));
            }
        }
        if (!first.adjustment().isEmpty() && !said.isEmpty()) {
            said.set(0, when(first) + first.adjustment() + said.get(0));
        }
        for (Row row : adjusting) {
            BigDecimal number = number(row, column).orElse(BigDecimal.ZERO);
            if (spec.sign(row.adjustment(), column.name()) == 0) {
                said.add(when(row) + row.adjustment() + column.type().alone(number) + "，不另计");
                settled = settled.add(number);
            } else {
                sum = signed(number, row, column).add(sum == null ? BigDecimal.ZERO : sum);
                said.add(when(row) + row.adjustment() + "后" + column.type().alone(sum));
            }
        }
        return said.isEmpty() || said.size() == 1 && first.adjustment().isEmpty() && adjusting.isEmpty()
                ? Cell.Text.NONE
                : new Cell.Settled(String.join("，", said), settled);
    }

    /** The amounts that a correction states otherwise: 应交金额为3900元. */
    private String others(Row stage, List<Row> before) {
        return spec.columns().stream()
                .filter(it -> it.type().isSummed())
                .flatMap(it -> number(stage, it).stream()
                        .filter(number -> Row.number(latest(spec.column(it.name()), before))
                                .filter(was -> was.compareTo(number) == 0)
                                .isEmpty())
                        .map(number -> it.name() + "为" + it.type().alone(number)))
                .collect(Collectors.joining("、"));
    }

    private static String when(Row row) {
        return row.lastYear() == year(row) ? "" : year(row) + "年";
    }

    /** Computes the percentages of two columns again. */
    private Row share(Row row) {
        return row.with(IntStream.range(0, row.cells().size())
                .mapToObj(i -> {
                    ColumnSpec column = spec.columns().get(i);
                    Cell otherwise = row.adjustment().isEmpty() ? row.cells().get(i) : Cell.Text.NONE;
                    return column.type() == ColumnType.PERCENTAGE
                            ? Totals.share(spec, column, List.of(row))
                                    .<Cell>map(Cell.Number::new)
                                    .orElse(otherwise)
                            : row.cells().get(i);
                })
                .toList());
    }

    private Optional<BigDecimal> number(Row row, ColumnSpec column) {
        return row.number(spec.column(column.name()));
    }
}
