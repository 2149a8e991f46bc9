package org.gongkai.input.data;

import java.util.List;

/** A typed-in value and where it stands: a text, a list or a group of named fields. */
public sealed interface Value {

    /** Line of the file, from 1. */
    int line();

    /** Column of the line, from 1, in characters. */
    int column();

    /** One text; an empty one stands for “nothing given”. */
    record Text(String text, int line, int column) implements Value {
        public boolean isBlank() {
            return text.isBlank();
        }
    }

    /** A list. */
    record Items(List<Value> items, int line, int column) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Named fields in the order in which they were typed; a key stands once. */
    record Fields(List<Field> fields, int line, int column) implements Value {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /** One named field. */
    record Field(Text key, Value value) {}
}
