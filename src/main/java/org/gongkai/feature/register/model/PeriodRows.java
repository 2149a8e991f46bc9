package org.gongkai.feature.register.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.Register.Row;
import org.gongkai.feature.register.spec.RegisterSpec.RowType;
import org.gongkai.input.entry.Entry;
import org.gongkai.output.table.Cell;
import org.gongkai.text.Period;

/**
 * Merges rows that are amounts of periods: only the correction of an amount counts, and no amount within a longer
 * period.
 */
public final class PeriodRows {

    private static final String CORRECTION = "更正";
    private static final Pattern SUPPLEMENT = Pattern.compile("补[缴交报]");

    private PeriodRows() {}

    /**
     * Returns true if the amount of one period replaces that of another.
     *
     * @param isLater whether it was published later, so that it may correct a correction of the same period
     */
    public static boolean replaces(Period one, Entry by, boolean isLater, Period other, Entry entry) {
        return one.contains(other)
                && !isSupplement(by)
                && !isSupplement(entry)
                // A correction of the same day may come first.
                && (isCorrection(by) && (isLater || !isCorrection(entry)) || !other.contains(one));
    }

    /** Returns true if an entry corrects the amount of a period, according to its title. */
    public static boolean isCorrection(Entry entry) {
        return entry.title().contains(CORRECTION);
    }

    /** Returns true if the amount of an entry is in addition to others of its period, according to its title. */
    public static boolean isSupplement(Entry entry) {
        return SUPPLEMENT.matcher(entry.title()).find();
    }

    /**
     * Merges each row into the one that replaces it, if there is one.
     *
     * @param rows the rows, those of older entries first
     * @param type what a row is
     * @param group returns the group of a row; rows of different groups do not replace each other
     */
    static List<Row> merged(List<Row> rows, RowType type, Function<Row, String> group) {
        List<Row> merged = new ArrayList<>();
        for (Row row : rows) {
            String own = group.apply(row);
            List<Row> same = merged.stream()
                    .filter(other -> group.apply(other).equals(own))
                    .toList();
            Optional<Row> longer =
                    same.stream().filter(other -> replaces(other, false, row)).findFirst();
            if (longer.isPresent()) {
                merged.set(merged.indexOf(longer.get()), with(longer.get(), row, type));
                continue;
            }
            Row last = row;
            for (Row replaced :
                    same.stream().filter(other -> replaces(row, true, other)).toList()) {
                merged.remove(replaced);
                last = with(last, replaced, type);
            }
            merged.add(last);
        }
        return merged;
    }

    /** Rows of one table are parts of one amount and do not replace each other. */
    private static boolean replaces(Row one, boolean isLater, Row other) {
        Optional<Period> first = one.period();
        Optional<Period> second = other.period();
        Entry by = one.entries().get(0).entry();
        Entry entry = other.entries().get(0).entry();
        return by != entry
                && first.isPresent()
                && second.isPresent()
                && replaces(first.get(), by, isLater, second.get(), entry);
    }

    /** Returns a row with the entries of one that it replaces; a correction need not repeat correct values. */
    private static Row with(Row one, Row other, RowType type) {
        boolean isSame = type == RowType.ENTRY && one.period().equals(other.period());
        List<Cell> cells = IntStream.range(0, one.cells().size())
                .mapToObj(i -> isSame && one.cells().get(i).isEmpty()
                        ? other.cells().get(i)
                        : one.cells().get(i))
                .toList();
        return new Row(
                one.period(),
                one.lastYear(),
                cells,
                Stream.concat(one.entries().stream(), other.entries().stream()).toList());
    }
}
