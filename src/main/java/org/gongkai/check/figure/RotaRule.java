package org.gongkai.check.figure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;
import org.gongkai.text.Period;

/**
 * From its first month to its last, a rota names each month once. Whether it should have begun earlier or gone on is
 * not known: whoever is on duty next may not be settled yet.
 */
final class RotaRule {

    private RotaRule() {}

    /** A longer span is a mistyped year, and no list of months that were left out. */
    private static final int LONGEST = 24;

    static void check(Entry entry, Consumer<Problem> problems) {
        entry.own().stream().filter(own -> own.spec().name().equals("轮值")).forEach(own -> own.spec()
                .column("月份")
                .ifPresent(column -> check(
                        entry,
                        own.rows().stream()
                                .map(row -> Figure.cell(column, row).orElse(new Value.Text("", 1, 1)))
                                .toList(),
                        problems)));
    }

    private static void check(Entry entry, List<Value.Text> months, Consumer<Problem> problems) {
        TreeMap<YearMonth, Value> named = new TreeMap<>();
        boolean readable = true;
        for (Value.Text typed : months) {
            Optional<Period> period =
                    Period.parse(typed.text().strip(), entry.years().get(0));
            readable &= period.isPresent();
            if (period.isPresent()) {
                YearMonth last = YearMonth.from(period.get().to());
                YearMonth month = YearMonth.from(period.get().from());
                for (int i = 0; i < LONGEST && !month.isAfter(last); i++, month = month.plusMonths(1)) {
                    if (named.putIfAbsent(month, typed) != null) {
                        problems.accept(warning(
                                entry,
                                typed,
                                "轮值表里" + month.getMonthValue() + "月写了两次",
                                "请核对；一个月写一行，两人一起轮值的，写在同一行的“轮值人”里"));
                    }
                }
            }
        }
        if (readable && !named.isEmpty() && named.firstKey().plusMonths(LONGEST).isAfter(named.lastKey())) {
            gaps(entry, named, problems);
        }
    }

    /** Reports each gap at the month behind it. */
    private static void gaps(Entry entry, TreeMap<YearMonth, Value> named, Consumer<Problem> problems) {
        List<YearMonth> missing = new ArrayList<>();
        for (YearMonth month = named.firstKey(); !month.isAfter(named.lastKey()); month = month.plusMonths(1)) {
            if (!named.containsKey(month)) {
                missing.add(month);
            } else if (!missing.isEmpty()) {
                problems.accept(warning(
                        entry,
                        named.get(month),
                        "轮值表里没有"
                                + missing.stream()
                                        .map(it -> it.getMonthValue() + "月")
                                        .collect(Collectors.joining("、")),
                        "请核对；漏写的补上，这几个月没有安排轮值的可以不改"));
                missing.clear();
            }
        }
    }

    private static Problem warning(Entry entry, Value at, String message, String hint) {
        return Problem.warning("W173", entry.path(), at, message, hint);
    }
}
