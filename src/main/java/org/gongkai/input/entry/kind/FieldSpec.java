package org.gongkai.input.entry.kind;

import java.util.List;
import java.util.Optional;

/**
 * A field of one kind, or a column of a table in it.
 *
 * @param name its name in Chinese
 * @param key its English key; empty if it has none
 * @param type what may stand in it
 * @param values the words that an {@link FieldType#ENUM} allows
 * @param columns the columns of a {@link FieldType#TABLE}; empty if any may be typed
 * @param requiredColumns names of the columns that no row may lack
 */
public record FieldSpec(
        String name,
        String key,
        FieldType type,
        List<String> values,
        List<FieldSpec> columns,
        List<String> requiredColumns) {

    public FieldSpec {
        values = List.copyOf(values);
        columns = List.copyOf(columns);
        requiredColumns = List.copyOf(requiredColumns);
    }

    /** A field that is neither a table nor one of some words. */
    public FieldSpec(String name, String key, FieldType type) {
        this(name, key, type, List.of(), List.of(), List.of());
    }

    /** Whether it bears a name, Chinese or English. */
    public boolean isNamed(String typed) {
        return name.equals(typed) || !key.isEmpty() && key.equalsIgnoreCase(typed);
    }

    /** The column of a Chinese or English name. */
    public Optional<FieldSpec> column(String typed) {
        return columns.stream().filter(c -> c.isNamed(typed)).findFirst();
    }

    /** Its Chinese name, and its English key if it has one. */
    public List<String> names() {
        return key.isEmpty() ? List.of(name) : List.of(name, key);
    }
}
