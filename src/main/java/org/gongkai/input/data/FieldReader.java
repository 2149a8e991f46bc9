package org.gongkai.input.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks up fields by any of their names, compared exactly. */
public class FieldReader {

    private final Value.Fields fields;

    public FieldReader(Value.Fields fields) {
        this.fields = fields;
    }

    /** Returns the first field with one of the names. */
    public Optional<Value> value(String... names) {
        return value(List.of(names));
    }

    /** Returns the first field with one of the names. */
    public Optional<Value> value(List<String> names) {
        return fields.fields().stream()
                .filter(field -> names.stream().anyMatch(field.key().text()::equalsIgnoreCase))
                .findFirst()
                .map(Value.Field::value);
    }

    /** Returns the text of a field; empty if it is absent, blank, a list or a group. */
    public Optional<String> text(String... names) {
        return text(List.of(names));
    }

    /** Returns the text of a field; empty if it is absent, blank, a list or a group. */
    public Optional<String> text(List<String> names) {
        return value(names)
                .filter(Value.Text.class::isInstance)
                .map(v -> ((Value.Text) v).text().strip())
                .filter(t -> !t.isEmpty());
    }

    /** Returns the texts of a field that is a list or a single text. */
    public List<Value.Text> texts(String... names) {
        List<Value.Text> texts = new ArrayList<>();
        value(names).ifPresent(value -> {
            if (value instanceof Value.Text text && !text.isBlank()) {
                texts.add(text);
            } else if (value instanceof Value.Items items) {
                items.items().forEach(item -> {
                    if (item instanceof Value.Text text) {
                        texts.add(text);
                    }
                });
            }
        });
        return texts;
    }
}
