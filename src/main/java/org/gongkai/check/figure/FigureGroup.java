package org.gongkai.check.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.input.entry.kind.TotalRow;

/** Values that are given together, by the Chinese names of their fields: those of a header, a meeting or a row. */
final class FigureGroup {

    private final Map<String, Value> values;
    private final Optional<String> total;

    private FigureGroup(Map<String, Value> values, Optional<String> total) {
        this.values = Map.copyOf(values);
        this.total = total;
    }

    /** Returns the fields of the kinds of an entry. */
    static FigureGroup own(Entry entry) {
        Map<String, Value> values = new HashMap<>();
        entry.own().forEach(own -> values.putIfAbsent(own.spec().name(), own.value()));
        return new FigureGroup(values, Optional.empty());
    }

    /** Returns the attendance in the group 会议; empty if there is none. */
    static FigureGroup meeting(Entry entry) {
        Map<String, Value> values = new HashMap<>();
        if (entry.values().get(CommonField.MEETING) instanceof Value.Fields meeting) {
            FieldReader reader = new FieldReader(meeting);
            reader.value("应到", "entitled").ifPresent(value -> values.put("应到", value));
            reader.value("实到", "attended").ifPresent(value -> values.put("实到", value));
        }
        return new FigureGroup(values, Optional.empty());
    }

    /** Returns the rows of all tables with defined columns. */
    static List<FigureGroup> rows(Entry entry) {
        return entry.own().stream()
                .filter(own -> own.spec().type() == FieldType.TABLE)
                .flatMap(own -> rows(own.spec(), own.value()).stream())
                .toList();
    }

    /** Returns the rows of a table. */
    static List<FigureGroup> rows(FieldSpec table, Value value) {
        List<FigureGroup> rows = new ArrayList<>();
        if (value instanceof Value.Items items) {
            for (Value item : items.items()) {
                if (item instanceof Value.Fields row) {
                    rows.add(row(table, row));
                }
            }
        }
        return rows;
    }

    private static FigureGroup row(FieldSpec table, Value.Fields row) {
        Map<String, Value> values = new HashMap<>();
        row.fields().forEach(cell -> table.column(cell.key().text())
                .ifPresent(column -> values.putIfAbsent(column.name(), cell.value())));
        return new FigureGroup(values, TotalRow.word(table, row));
    }

    /** Returns the word by which a row says that it states sums of others; empty if it does not. */
    Optional<String> total() {
        return total;
    }

    /** Returns a number; empty if it is not given or not a number, which the check of types reports. */
    Optional<Figure> figure(String name) {
        return Optional.ofNullable(values.get(name)).flatMap(Figure::of);
    }

    /** Returns a text; empty if it is not given. */
    String text(String name) {
        return values.get(name) instanceof Value.Text text ? text.text().strip() : "";
    }

    Optional<Value> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
