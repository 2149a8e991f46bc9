package org.gongkai.register.expect;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.register.Expectation;
import org.gongkai.register.source.Facts;
import org.gongkai.register.spec.ExpectationSpec.Planned;
import org.gongkai.site.Item;
import org.gongkai.text.Period;

/** What a plan names for the months of a year, held against the rows of each month. */
final class PlannedExpectations {

    private static final List<String> WHEN = List.of("月份", "时间");

    private final Planned spec;
    private final List<Facts> plan;
    private final ExpectedSpan span;

    PlannedExpectations(Planned spec, List<Facts> plan, ExpectedSpan span) {
        this.spec = spec;
        this.plan = plan;
        this.span = span;
    }

    List<Expectation> of(int year, List<ExpectedRow> rows) {
        Map<YearMonth, List<Facts>> byMonth = new TreeMap<>();
        for (Facts row : plan) {
            month(row).filter(month -> month.getYear() == year).ifPresent(month -> byMonth.computeIfAbsent(
                            month, m -> new ArrayList<>())
                    .add(row));
        }
        List<Expectation> found = new ArrayList<>();
        byMonth.forEach((month, planned) -> {
            Period period = Period.of(year, 1).get(month.getMonthValue() - 1);
            if (span.includes(period)) {
                found.add(expectation(period, planned, rows));
            }
        });
        return found;
    }

    private Expectation expectation(Period period, List<Facts> planned, List<ExpectedRow> rows) {
        List<Item> done = entries(rows.stream()
                .filter(row -> row.day().filter(period::contains).isPresent())
                .flatMap(row -> row.row().entries().stream()));
        Set<String> topics = planned.stream()
                .map(row -> row.text(spec.topic()))
                .filter(topic -> !topic.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String what = period.label() + spec.subject();
        return new Expectation(
                spec.subject(),
                "",
                Optional.of(period),
                topics.isEmpty() ? what : what + "：" + String.join("；", topics),
                period.to().plusDays(spec.days()),
                !done.isEmpty(),
                done.isEmpty() ? entries(planned.stream().flatMap(row -> row.entries().stream())) : done,
                spec.basis());
    }

    private static List<Item> entries(Stream<Item> items) {
        return items.distinct().toList();
    }

    /** The month that a row of the plan names; empty if it names a longer period or none. */
    private static Optional<YearMonth> month(Facts row) {
        int year = row.at("年度").stream().findFirst().map(Integer::valueOf).orElse(0);
        return WHEN.stream()
                .flatMap(path -> Period.parse(row.text(path), year).stream())
                .filter(period -> YearMonth.from(period.from()).equals(YearMonth.from(period.to())))
                .map(period -> YearMonth.from(period.to()))
                .findFirst();
    }
}
