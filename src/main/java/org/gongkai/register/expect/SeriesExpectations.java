package org.gongkai.register.expect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.register.Cell;
import org.gongkai.register.Expectation;
import org.gongkai.register.spec.ExpectationSpec.Series;

/** Numbers that are expected to follow each other; only those that were skipped are returned. */
final class SeriesExpectations {

    /** A larger gap is a mistyped number, such as a year, and no list of skipped ones. */
    private static final int LONGEST_GAP = 50;

    private SeriesExpectations() {}

    static List<Expectation> of(Series spec, int year, List<ExpectedRow> rows) {
        Map<String, TreeMap<Integer, ExpectedRow>> series = new LinkedHashMap<>();
        for (ExpectedRow row : rows) {
            if (row.cell(spec.number()) instanceof Cell.Number number
                    && number.value().stripTrailingZeros().scale() <= 0
                    && number.value().longValue() == number.value().intValue()) {
                series.computeIfAbsent(name(spec, row), name -> new TreeMap<>())
                        .put(number.value().intValue(), row);
            }
        }
        List<Expectation> found = new ArrayList<>();
        series.forEach((name, numbers) -> {
            int last = numbers.firstKey();
            for (Map.Entry<Integer, ExpectedRow> next : numbers.entrySet()) {
                for (int skipped = last + 1;
                        skipped < next.getKey() && next.getKey() - last <= LONGEST_GAP;
                        skipped++) {
                    LocalDate due = next.getValue().day().orElse(LocalDate.of(year, 12, 31));
                    String what = name + "第" + skipped + spec.subject();
                    found.add(new Expectation(name, "", Optional.empty(), what, due, false, List.of(), spec.basis()));
                }
                last = next.getKey();
            }
        });
        return found;
    }

    private static String name(Series spec, ExpectedRow row) {
        return String.join(
                "",
                spec.by().stream().map(column -> word(row, row.cell(column))).toList());
    }

    /** A meeting that was a lecture as well has the number of the meeting: the kind that the register names first. */
    private static String word(ExpectedRow row, Cell cell) {
        return cell instanceof Cell.Words several
                ? row.spec().source().kinds().stream()
                        .filter(several.words()::contains)
                        .findFirst()
                        .orElse(cell.text())
                : cell.text();
    }
}
