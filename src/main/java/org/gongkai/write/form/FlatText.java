package org.gongkai.write.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.HeaderValues;

/** Values in headers that have one line for each field: JBake's and AsciiDoc's. A list is written with commas. */
final class FlatText {

    private FlatText() {}

    /** Returns a value as one line; empty if it cannot be written so. */
    static Optional<FormValue> of(FormValue value) {
        if (value instanceof FormValue.Items list) {
            boolean texts = list.items().stream().allMatch(FormValue.Words.class::isInstance);
            FormValue joined = FormValue.of(list.items().stream()
                    .map(item -> String.valueOf(item.json()))
                    .collect(Collectors.joining(", ")));
            return texts && list(((FormValue.Words) joined).text()).equals(list)
                    ? Optional.of(joined)
                    : Optional.empty();
        }
        return Optional.of(value)
                .filter(FormValue.Words.class::isInstance)
                .filter(words -> !((FormValue.Words) words).text().contains("\n"));
    }

    /** Returns the parts of a text that commas separate. */
    static FormValue list(Value.Text text) {
        return list(text.text());
    }

    private static FormValue list(String text) {
        List<String> parts = HeaderValues.parts(new Value.Text(text, 1, 1)).stream()
                .map(Value.Text::text)
                .filter(part -> !part.isEmpty())
                .toList();
        return FormValue.Items.of(parts);
    }
}
