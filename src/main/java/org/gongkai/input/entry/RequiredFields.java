package org.gongkai.input.entry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.HeaderValues;
import org.gongkai.input.entry.kind.Kind;

/** The fields that the kinds of an entry require. */
final class RequiredFields {

    private final Set<String> names = new LinkedHashSet<>();

    RequiredFields(List<Kind> kinds) {
        kinds.forEach(kind -> names.addAll(kind.required()));
    }

    /** Reports every required field that is absent or blank, be it a common field or one of a kind. */
    void check(HeaderValues values, List<Entry.OwnField> own) {
        for (String name : names) {
            Optional<Value> value = own.stream()
                    .filter(field -> field.spec().name().equals(name))
                    .map(Entry.OwnField::value)
                    .findFirst()
                    .or(() -> CommonField.named(name).map(values::value));
            if (value.isEmpty() || value.get() instanceof Value.Text text && text.isBlank()) {
                values.missing(name, value.orElse(new Value.Text("", 1, 1)));
            }
        }
    }
}
