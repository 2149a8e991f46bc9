package org.gongkai.check.count;

import java.util.stream.Stream;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;

/** Where a value stands in the header of an entry; line and column from 1. */
record FieldPosition(int line, int column) {

    /**
     * Returns the position of a field of a kind, else of a member of 会议, else of a common field.
     *
     * @param name the name of the field or member
     * @param otherwise the common field
     */
    static FieldPosition of(Entry entry, String name, CommonField otherwise) {
        Stream<Value> own =
                entry.own().stream().filter(value -> value.spec().hasName(name)).map(Entry.OwnField::value);
        Stream<Value> meeting = entry.values().get(CommonField.MEETING) instanceof Value.Fields group
                ? new FieldReader(group).value(name).stream()
                : Stream.empty();
        return Stream.of(own, meeting, Stream.ofNullable(entry.values().get(otherwise)))
                .flatMap(values -> values)
                .findFirst()
                .map(value -> new FieldPosition(value.line(), value.column()))
                .orElse(new FieldPosition(1, 1));
    }

    Problem error(String code, Entry entry, String message, String hint) {
        return Problem.error(code, entry.path(), line, column, message, hint);
    }

    Problem warning(String code, Entry entry, String message, String hint) {
        return Problem.warning(code, entry.path(), line, column, message, hint);
    }
}
