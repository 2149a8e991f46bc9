package org.gongkai.register;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.register.Register.Row;
import org.gongkai.register.spec.RegisterSpec;

/** Counts and sums of the rows of a year. */
final class Totals {

    private Totals() {}

    /** Returns counts by the word that is counted, then sums by the column; a kind without rows counts 0. */
    static Map<String, BigDecimal> of(RegisterSpec spec, List<Row> rows) {
        Map<String, BigDecimal> totals = new LinkedHashMap<>();
        if (spec.counts().equals(RegisterSpec.KIND)) {
            spec.source().kinds().forEach(kind -> totals.put(kind, BigDecimal.ZERO));
            rows.forEach(row -> count(kinds(spec, row), totals));
        } else if (!spec.counts().isEmpty()) {
            int column = spec.column(spec.counts());
            rows.forEach(row -> count(words(row.cells().get(column)), totals));
        }
        for (String sum : spec.sums()) {
            int column = spec.column(sum);
            totals.put(
                    sum,
                    rows.stream()
                            .map(row -> row.cells().get(column))
                            .filter(Cell.Number.class::isInstance)
                            .map(cell -> ((Cell.Number) cell).value())
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        return totals;
    }

    private static void count(List<String> words, Map<String, BigDecimal> totals) {
        words.forEach(word -> totals.merge(word, BigDecimal.ONE, BigDecimal::add));
    }

    private static List<String> kinds(RegisterSpec spec, Row row) {
        List<String> kinds = spec.source().kinds();
        return row.entries().stream()
                .flatMap(item -> item.entry().kinds().stream())
                .map(Kind::name)
                .filter(name -> kinds.isEmpty() || kinds.contains(name))
                .distinct()
                .toList();
    }

    private static List<String> words(Cell cell) {
        return cell instanceof Cell.Words several ? several.words() : cell.isEmpty() ? List.of() : List.of(cell.text());
    }
}
