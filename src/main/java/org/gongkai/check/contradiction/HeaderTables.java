package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.check.contradiction.ProseFactReader.Sentence;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.TotalRow;
import org.gongkai.text.DateText;
import org.gongkai.text.WrittenNumber;

/**
 * Reads what the tables in the header of an entry state: {@code TABLE.数}, the number of rows without totals, and of
 * each column {@code TABLE.COLUMN.和}, the sum, {@code .最小}, the least number, {@code .名}, the words, {@code .种}, how many different ones, {@code .最早}
 * and {@code .最晚}, the first and the last day, and {@code TABLE.COLUMN.WORD}, how often each word of an enumeration
 * stands there.
 */
final class HeaderTables {

    /** What the names of facts of one row begin with. */
    static final String ROW = "行.";

    private HeaderTables() {}

    static Map<String, StatedFact> read(Entry entry) {
        Map<String, StatedFact> facts = new HashMap<>();
        for (Entry.OwnField own : entry.own()) {
            if (own.value() instanceof Value.Items items
                    && !own.spec().columns().isEmpty()) {
                read(own.spec(), items, facts);
            }
        }
        return facts;
    }

    /** Returns the cells of each row: {@code 行.COLUMN} and {@code 行.TABLE.COLUMN}. */
    static List<Sentence> rows(Entry entry) {
        List<Sentence> rows = new ArrayList<>();
        for (Entry.OwnField own : entry.own()) {
            for (Value.Fields row : own.rows()) {
                Map<String, StatedFact> facts = new HashMap<>();
                row.fields().forEach(cell -> own.spec()
                        .column(cell.key().text())
                        .filter(column -> cell.value() instanceof Value.Text text && !text.isBlank())
                        .ifPresent(column -> {
                            String text = ((Value.Text) cell.value()).text();
                            Comparable<?> value = WrittenNumber.read(text)
                                    .<Comparable<?>>map(it -> it)
                                    .orElse(text);
                            Stream.of("", own.spec().name() + ".")
                                    .map(table -> ROW + table + column.name())
                                    .forEach(name -> facts.put(name, new StatedFact(name, value, cell.value())));
                        }));
                rows.add(new Sentence("", facts));
            }
        }
        return rows;
    }

    private static void read(FieldSpec table, Value.Items items, Map<String, StatedFact> facts) {
        List<Value.Fields> rows = items.items().stream()
                .filter(it -> it instanceof Value.Fields row
                        && TotalRow.word(table, row).isEmpty())
                .map(Value.Fields.class::cast)
                .toList();
        put(table.name() + ".数", BigDecimal.valueOf(rows.size()), items, facts);
        for (FieldSpec column : table.columns()) {
            String name = table.name() + "." + column.name();
            List<String> cells = rows.stream()
                    .flatMap(row -> table.cell(row, column.name()).stream())
                    .filter(cell -> !cell.isBlank())
                    .toList();
            List<BigDecimal> numbers = cells.stream()
                    .flatMap(cell -> WrittenNumber.read(cell).stream())
                    .toList();
            if (numbers.size() == cells.size()) {
                numbers.stream().min(BigDecimal::compareTo).ifPresent(it -> put(name + ".最小", it, items, facts));
                put(name + ".和", numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add), items, facts);
            }
            put(name + ".名", HeaderFactReader.names(cells), items, facts);
            put(name + ".种", BigDecimal.valueOf(cells.stream().distinct().count()), items, facts);
            List<LocalDate> days = cells.stream()
                    .flatMap(cell -> DateText.day(cell).stream())
                    .sorted()
                    .toList();
            if (!days.isEmpty()) {
                put(name + ".最早", days.get(0), items, facts);
                put(name + ".最晚", days.get(days.size() - 1), items, facts);
            }
            List<String> words = column.counted(cells);
            column.choices()
                    .forEach(choice -> put(
                            name + "." + choice.name(),
                            BigDecimal.valueOf(
                                    words.stream().filter(choice.name()::equals).count()),
                            items,
                            facts));
        }
    }

    private static void put(String name, Comparable<?> value, Value.Items at, Map<String, StatedFact> facts) {
        facts.put(name, new StatedFact(name, value, at));
    }
}
