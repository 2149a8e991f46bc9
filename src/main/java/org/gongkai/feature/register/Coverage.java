package org.gongkai.feature.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.register.Expectation;
import org.gongkai.text.Period;

/**
 * What is expected of the periods of a year, by subject.
 *
 * @param months the length of the shortest period
 * @param rows the subjects, in the order in which they first fall due
 */
record Coverage(int year, int months, List<Row> rows) {

    private static final int YEAR = 12;

    Coverage {
        rows = List.copyOf(rows);
    }

    /**
     * A subject.
     *
     * @param months the length of its periods
     * @param expected what is expected of each period of the year; empty where nothing is
     */
    record Row(String subject, int months, List<Optional<Expectation>> expected) {
        Row {
            expected = List.copyOf(expected);
        }
    }

    /** Arranges what is expected of a year; without rows if nothing of it is periodical. */
    static Coverage of(int year, List<Expectation> expected) {
        Map<String, Map<Period, Expectation>> subjects = new LinkedHashMap<>();
        expected.forEach(it -> it.period()
                .ifPresent(period -> subjects.computeIfAbsent(it.subject(), subject -> new LinkedHashMap<>())
                        .put(period, it)));
        List<Row> rows = new ArrayList<>();
        subjects.forEach((subject, periods) -> {
            int months = periods.keySet().iterator().next().months();
            rows.add(new Row(
                    subject,
                    months,
                    Period.of(year, months).stream()
                            .map(period -> Optional.ofNullable(periods.get(period)))
                            .toList()));
        });
        return new Coverage(year, rows.stream().mapToInt(Row::months).min().orElse(YEAR), rows);
    }

    /** The names of the shortest periods of the year. */
    List<String> periods() {
        return Period.of(year, months).stream().map(Period::label).toList();
    }
}
