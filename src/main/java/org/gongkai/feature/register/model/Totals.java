package org.gongkai.feature.register.model;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.Register.Row;
import org.gongkai.input.entry.kind.Kind;

/** Counts and sums of the rows of a year. */
final class Totals {

    /** Shown for an empty second column. */
    private static final String UNSAID = "未写明";

    private Totals() {}

    /** Returns counts by word, then sums and shares by column; a kind without rows counts 0. */
    static Map<String, BigDecimal> of(RegisterSpec spec, List<Row> all) {
        List<Row> rows = all.stream().filter(Row::counts).toList();
        Map<String, BigDecimal> totals = new LinkedHashMap<>();
        for (String counted : spec.named().counts()) {
            if (counted.equals(RegisterSpec.KIND)) {
                spec.source().kinds().forEach(kind -> totals.put(kind, BigDecimal.ZERO));
                rows.forEach(row -> count(kinds(spec, row), totals));
            } else {
                List<Integer> columns = Stream.of(counted.split(RegisterSpec.TOGETHER))
                        .map(spec::column)
                        .toList();
                rows.forEach(row -> count(together(columns, row), totals));
            }
        }
        for (String sum : spec.named().sums()) {
            ColumnSpec column = spec.columns().get(spec.column(sum));
            (column.type() == ColumnType.PERCENTAGE ? share(spec, column, rows) : Row.sum(spec.column(sum), rows))
                    .ifPresent(total -> totals.put(sum, total));
        }
        return totals;
    }

    /** Returns the percentage of the sums of two columns, over the rows that have both; empty if there are none. */
    static Optional<BigDecimal> share(RegisterSpec spec, ColumnSpec share, List<Row> rows) {
        String[] paths = share.paths().get(0).split("/", 2);
        int part = column(spec, paths[0]);
        int whole = column(spec, paths[paths.length - 1]);
        if (part < 0 || whole < 0) {
            return Optional.empty();
        }
        List<Row> both = rows.stream()
                .filter(row -> row.number(part).isPresent() && row.number(whole).isPresent())
                .toList();
        return Row.sum(whole, both).filter(sum -> sum.signum() > 0).flatMap(sum -> Row.sum(part, both)
                .map(some -> ColumnType.percent(some, sum)));
    }

    private static int column(RegisterSpec spec, String path) {
        return spec.columns().stream()
                .filter(column -> column.type().isSummed() && column.paths().contains(path))
                .findFirst()
                .map(column -> spec.column(column.name()))
                .orElse(-1);
    }

    private static void count(List<String> words, Map<String, BigDecimal> totals) {
        words.forEach(word -> totals.merge(word, BigDecimal.ONE, BigDecimal::add));
    }

    /** The kinds of the entries of a row that the register has; of one of all kinds the first of each entry. */
    static List<String> kinds(RegisterSpec spec, Row row) {
        List<String> kinds = spec.source().kinds();
        return row.entries().stream()
                .flatMap(item -> item.entry().kinds().stream().limit(kinds.isEmpty() ? 1 : Long.MAX_VALUE))
                .map(Kind::name)
                .filter(name -> kinds.isEmpty() || kinds.contains(name))
                .distinct()
                .toList();
    }

    /** Returns the words of a column combined with those of the next ones; empty if the first column has none. */
    private static List<String> together(List<Integer> columns, Row row) {
        List<String> words = row.cells().get(columns.get(0)).counted();
        for (int column : columns.subList(1, columns.size())) {
            List<String> next = row.cells().get(column).counted();
            words = words.stream()
                    .flatMap(word ->
                            (next.isEmpty() ? List.of(UNSAID) : next).stream().map(it -> word + "·" + it))
                    .toList();
        }
        return words;
    }
}
