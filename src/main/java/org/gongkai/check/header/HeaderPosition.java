package org.gongkai.check.header;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;

/** A position in a header, for reporting problems. */
public record HeaderPosition(String path, int line, int column, Consumer<Problem> problems) {

    /** Returns the position of a field; the start of the file if the field is absent. */
    public static HeaderPosition of(Entry entry, CommonField field, Consumer<Problem> problems) {
        return of(entry, Stream.ofNullable(entry.values().get(field)), problems);
    }

    /**
     * Returns the position of a field of a kind, else of a member of 会议, else of a common field.
     *
     * @param name the name of the field or member
     * @param otherwise the common field
     */
    public static HeaderPosition of(Entry entry, String name, CommonField otherwise, Consumer<Problem> problems) {
        Stream<Value> own =
                entry.own().stream().filter(value -> value.spec().hasName(name)).map(Entry.OwnField::value);
        Stream<Value> meeting = entry.values().get(CommonField.MEETING) instanceof Value.Fields group
                ? group.value(name).stream()
                : Stream.empty();
        Stream<Value> common = Stream.ofNullable(entry.values().get(otherwise));
        return of(entry, Stream.of(own, meeting, common).flatMap(values -> values), problems);
    }

    private static HeaderPosition of(Entry entry, Stream<Value> values, Consumer<Problem> problems) {
        HeaderPosition start = new HeaderPosition(entry.path(), 1, 1, problems);
        return values.findFirst().map(start::at).orElse(start);
    }

    /** Returns the position of a value in the same file. */
    HeaderPosition at(Value value) {
        return new HeaderPosition(path, value.line(), value.column(), problems);
    }

    public void error(String code, String message, String hint) {
        problems.accept(Problem.error(code, path, line, column, message, hint));
    }

    public void warning(String code, String message, String hint) {
        problems.accept(Problem.warning(code, path, line, column, message, hint));
    }
}
