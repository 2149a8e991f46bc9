package org.gongkai.register.source;

import java.util.List;
import java.util.Optional;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.site.Item;

/** A row of a table in the header of an entry. A path is the name of a column; else it leads into the header. */
final class TableRowFacts implements Facts {

    private final FieldSpec table;
    private final FieldReader row;
    private final Facts entry;

    TableRowFacts(FieldSpec table, Value.Fields row, Facts entry) {
        this.table = table;
        this.row = new FieldReader(row);
        this.entry = entry;
    }

    @Override
    public List<Item> entries() {
        return entry.entries();
    }

    @Override
    public List<String> counted(String path) {
        return table.column(path).map(column -> column.counted(at(path))).orElseGet(() -> entry.counted(path));
    }

    @Override
    public List<String> at(String path) {
        Optional<FieldSpec> column = table.column(path);
        if (column.isEmpty()) {
            return entry.at(path);
        }
        return row.value(column.get().names().toArray(String[]::new))
                .map(EntryFacts::words)
                .orElse(List.of());
    }
}
