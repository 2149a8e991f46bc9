package org.gongkai.input.data;

import java.util.List;
import org.gongkai.problem.Position;

/** A value with its position: a text, a list or a group of named fields. */
public sealed interface Value extends Position {

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

        /** A group with this as its only field. */
        Fields named(String name) {
            return new Fields(List.of(new Field(new Text(name, line, column), this)), line, column);
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
