package org.gongkai.input.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.problem.Position;

/** A value with its position: a text, a list or a group of named fields. */
public sealed interface Value extends Position {

    /** Returns the texts of a value: itself, or those of the items of a list and of the fields of a group. */
    default List<Text> texts() {
        if (this instanceof Text text) {
            return List.of(text);
        }
        return (this instanceof Items list
                        ? list.items().stream()
                        : ((Fields) this).fields().stream().map(Field::value))
                .flatMap(value -> value.texts().stream())
                .toList();
    }

    /** Returns the same without some fields of its groups, by their names. */
    default Value without(Predicate<String> left) {
        return this instanceof Items list
                ? new Items(
                        list.items().stream().map(item -> item.without(left)).toList(), line(), column())
                : this instanceof Fields group
                        ? new Fields(
                                group.fields().stream()
                                        .filter(field -> !left.test(field.key().text()))
                                        .toList(),
                                line(),
                                column())
                        : this;
    }

    /**
     * A text; empty if no value is given.
     *
     * @param quoted whether it is quoted, so that none of its characters separates parts of it
     */
    record Text(String text, int line, int column, boolean quoted) implements Value {

        /** Creates a text without quotation marks. */
        public Text(String text, int line, int column) {
            this(text, line, column, false);
        }

        public boolean isBlank() {
            return text.isBlank();
        }

        /** A group whose fields are the words of this text; the last one takes the rest. */
        Fields split(List<String> names) {
            String[] words = text.strip().split("\\s+", names.size());
            List<Field> fields = new ArrayList<>();
            int at = 0;
            for (int i = 0; i < words.length; i++) {
                at = text.indexOf(words[i], at);
                Text word = new Text(words[i], line, column + text.codePointCount(0, at));
                fields.add(new Field(new Text(names.get(i), line, column + text.codePointCount(0, at)), word));
                at += words[i].length();
            }
            return new Fields(fields, line, column);
        }
    }

    record Items(List<Value> items, int line, int column) implements Value {}

    /** A group of fields in the order of the source; names are unique, and compared in any case. */
    record Fields(List<Field> fields, int line, int column) implements Value {
        /** Returns the first field with one of some names. */
        public Optional<Value> value(String... names) {
            return value(List.of(names));
        }

        /** Returns the first field with one of some names. */
        public Optional<Value> value(List<String> names) {
            // Without streams, as each field of each header and of each rule is looked up.
            for (Field field : fields) {
                for (String name : names) {
                    if (name.equalsIgnoreCase(field.key().text())) {
                        return Optional.of(field.value());
                    }
                }
            }
            return Optional.empty();
        }

        /** Returns the text of a field; empty if it is absent, blank, a list or a group. */
        public Optional<String> text(String... names) {
            return text(List.of(names));
        }

        /** Returns the text of a field; empty if it is absent, blank, a list or a group. */
        public Optional<String> text(List<String> names) {
            return value(names)
                    .filter(Text.class::isInstance)
                    .map(v -> ((Text) v).text().strip())
                    .filter(t -> !t.isEmpty());
        }

        /** Returns the texts of a field that is a list or a single text. */
        public List<Text> texts(String... names) {
            return value(names).filter(value -> !(value instanceof Text text && text.isBlank())).stream()
                    .flatMap(value -> value instanceof Items list ? list.items().stream() : Stream.of(value))
                    .filter(Text.class::isInstance)
                    .map(Text.class::cast)
                    .toList();
        }
    }

    /** A named field. */
    record Field(Text key, Value value) {}
}
