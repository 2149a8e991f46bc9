package org.gongkai.input.data;

import java.util.ArrayList;
import java.util.List;
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

    /** A list. */
    record Items(List<Value> items, int line, int column) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A group of fields in the order of the source; names are unique. */
    record Fields(List<Field> fields, int line, int column) implements Value {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /** A named field. */
    record Field(Text key, Value value) {}
}
