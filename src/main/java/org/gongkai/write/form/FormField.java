package org.gongkai.write.form;

import java.util.List;
import java.util.Map;
import org.gongkai.io.JsonObject;

/**
 * A field of a form, or a member or column of one.
 *
 * @param name its Chinese name, by which values are returned
 * @param names all of its names in headers
 * @param input how its value is entered
 * @param need whether it must be filled in before publication
 * @param choices what can be chosen or is suggested, depending on the input; may be empty
 * @param members the members of a group or the columns of a table
 * @param help what to enter, as one sentence without a full stop
 * @param values its default and its current value
 */
public record FormField(
        String name,
        List<String> names,
        FieldInput input,
        Need need,
        List<String> choices,
        List<FormField> members,
        String help,
        Values values) {

    /**
     * The values of a field.
     *
     * @param preset the default; blank if there is none
     * @param shown the current value in the form of the input; blank if the header has none
     * @param written the current value as the header holds it
     */
    public record Values(FormValue preset, FormValue shown, FormValue written) {

        /** The values of a field of which the header says nothing. */
        static Values preset(FormValue preset) {
            return new Values(preset, FormValue.Words.BLANK, FormValue.Words.BLANK);
        }
    }

    /** Whether a field must be filled in. */
    public enum Need {
        REQUIRED,
        RECOMMENDED,
        OPTIONAL
    }

    /** Returns a member of a group or a column of a table: name, input and need, with blanks between. */
    static FormField member(String stated) {
        String[] parts = stated.split(" ");
        return new FormField(
                parts[0],
                List.of(parts[0]),
                FieldInput.valueOf(parts[1]),
                Need.valueOf(parts[2]),
                List.of(),
                List.of(),
                "",
                Values.preset(FormValue.Words.BLANK));
    }

    /** Returns this field with other choices. */
    FormField with(List<String> others) {
        return new FormField(name, names, input, need, others, members, help, values);
    }

    /** Returns this field with a current value. */
    FormField with(FormValue shown, FormValue inHeader) {
        Values others = new Values(values.preset, shown, inHeader);
        return new FormField(name, names, input, need, choices, members, help, others);
    }

    /** Returns true if a form shows it from the start: it is asked for, or has a value or a default. */
    public boolean isUsual() {
        return need != Need.OPTIONAL || !values.shown.isBlank() || !values.preset.isBlank();
    }

    /** Returns this field as texts, lists and maps, for JSON. */
    public Map<String, Object> json() {
        Map<String, Object> json = JsonObject.fields(this);
        json.keySet().removeAll(List.of("names", "values"));
        json.put("members", members.stream().map(FormField::json).toList());
        json.put("preset", values.preset.json());
        json.put("value", values.shown.json());
        json.put("usual", isUsual());
        return json;
    }
}
