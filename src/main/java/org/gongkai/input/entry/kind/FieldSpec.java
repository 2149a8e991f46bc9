package org.gongkai.input.entry.kind;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.input.data.FieldReader;

/**
 * A field that a kind defines, or a column of a table in it.
 *
 * @param name its Chinese name
 * @param key its English key; may be empty
 * @param type the type of its value
 * @param choices the choices of an {@link FieldType#ENUM}; of any other type, words of the same meaning among any others
 * @param columns the columns of a {@link FieldType#TABLE}; empty if any are allowed
 * @param requiredColumns the names of the columns that every row must have
 */
public record FieldSpec(
        String name,
        String key,
        FieldType type,
        List<Choice> choices,
        List<FieldSpec> columns,
        List<String> requiredColumns) {

    private static final Pattern SEVERAL = Pattern.compile("[、，,；;](?![^（(]*[）)])");

    public FieldSpec {
        choices = List.copyOf(choices);
        columns = List.copyOf(columns);
        requiredColumns = List.copyOf(requiredColumns);
    }

    /** Creates a field that is neither a table nor an enumeration. */
    public FieldSpec(String name, String key, FieldType type) {
        this(name, key, type, List.of(), List.of(), List.of());
    }

    /** Returns true if a name is its Chinese name or its English key. */
    public boolean hasName(String typed) {
        return name.equals(typed) || !key.isEmpty() && key.equalsIgnoreCase(typed);
    }

    /** Returns the column with a Chinese or English name. */
    public Optional<FieldSpec> column(String typed) {
        return columns.stream().filter(c -> c.hasName(typed)).findFirst();
    }

    /** Returns the text of a row of this table in the column with a name; empty if there is none. */
    public Optional<String> cell(FieldReader row, String typed) {
        return column(typed).flatMap(column -> row.text(column.names().toArray(String[]::new)));
    }

    /** Returns all words that it allows: the names of its choices and their aliases. */
    public List<String> values() {
        return Choice.words(choices);
    }

    /**
     * Returns the name of the choice that a text names, possibly with a remark as in {@code 已完成（6月20日验收）}; empty if it
     * names none.
     */
    public Optional<String> canonical(String typed) {
        return Choice.canonical(choices, typed);
    }

    /** Returns the words under which typed words count: the names of its choices, others only if it is no enumeration. */
    public List<String> counted(List<String> typed) {
        if (choices.isEmpty()) {
            return typed;
        }
        return type == FieldType.ENUM
                ? typed.stream().flatMap(word -> canonical(word).stream()).toList()
                : typed.stream()
                        .flatMap(SEVERAL::splitAsStream)
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .map(word -> canonical(word).orElse(word))
                        .distinct()
                        .toList();
    }

    /** Returns its Chinese name, followed by its English key if it has one. */
    public List<String> names() {
        return key.isEmpty() ? List.of(name) : List.of(name, key);
    }
}
