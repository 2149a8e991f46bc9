package org.gongkai.write.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.write.form.HeaderEditor.FieldEdit;
import org.gongkai.write.form.HeaderForm.FieldValues;

/**
 * The header of one entry as a form.
 *
 * @param kinds the names of its kinds
 * @param fields its fields in the order in which they are filled in
 */
public record EntryForm(List<String> kinds, List<FormField> fields) {

    public EntryForm {
        kinds = List.copyOf(kinds);
        fields = List.copyOf(fields);
    }

    /** Returns a field by its Chinese name. */
    public Optional<FormField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /**
     * Returns the edits that give the header the values of a filled-in form. Values that have not changed yield none,
     * however the header writes them. A blank value removes its field, unless it is required.
     *
     * @param values the values by the names of fields; names that the form does not have are ignored
     */
    public List<FieldEdit> edits(Map<String, FormValue> values) {
        List<FieldEdit> edits = new ArrayList<>();
        List<String> before = new ArrayList<>();
        for (FormField field : fields) {
            FormValue value = values.get(field.name());
            if (value != null && !isSame(field, value)) {
                boolean keeps = field.need() == FormField.Need.REQUIRED;
                edits.add(new FieldEdit(
                        field.names(),
                        value.isBlank()
                                ? Optional.of(FormValue.BLANK).filter(blank -> keeps)
                                : Optional.of(FieldValues.written(field, value)),
                        before));
            }
            before.addAll(field.names());
        }
        return edits;
    }

    private static boolean isSame(FormField field, FormValue value) {
        return value.isBlank() && field.value().isBlank()
                || FieldValues.shown(field, value).equals(field.value());
    }

    /** Returns the form as texts, lists and maps, for JSON. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kinds", kinds);
        json.put("fields", fields.stream().map(FormField::json).toList());
        return json;
    }
}
