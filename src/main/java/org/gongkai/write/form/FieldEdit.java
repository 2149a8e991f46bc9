package org.gongkai.write.form;

import java.util.List;
import java.util.Optional;
import org.gongkai.input.entry.header.CommonField;

/**
 * A change of one field of a header.
 *
 * @param names the names under which the field may be in the header; a new one gets the first that fits the language of
 *     the header
 * @param value the new value; empty to remove the field
 * @param after the names of the fields below which a new one belongs, the nearest last; below all others, but above 状态,
 *     if the header has none of them
 */
public record FieldEdit(List<String> names, Optional<FormValue> value, List<String> after) {

    public FieldEdit {
        names = List.copyOf(names);
        after = List.copyOf(after);
    }

    /** Creates a change that puts a new field below all others. */
    public FieldEdit(List<String> names, Optional<FormValue> value) {
        this(names, value, List.of());
    }

    /** Sets a common field. */
    public static FieldEdit set(CommonField field, FormValue value) {
        return new FieldEdit(field.names(), Optional.of(value));
    }

    /** Sets a common field to a text. */
    public static FieldEdit set(CommonField field, String text) {
        return set(field, FormValue.of(text));
    }

    /** Removes a common field. */
    public static FieldEdit remove(CommonField field) {
        return new FieldEdit(field.names(), Optional.empty());
    }

    boolean concerns(String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }
}
