package org.gongkai.write.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.input.data.NormalizedText;
import org.gongkai.input.data.Value;
import org.gongkai.problem.ControlCharacters;

/** The value of a field in a form: a text, a list, or a group of named values. A table is a list of groups. */
public sealed interface FormValue {

    /** A text without blanks around it, in the characters that a header can hold. */
    record Words(String text) implements FormValue {

        /** A blank field. */
        public static final FormValue BLANK = new Words("");

        public Words {
            String clean = ControlCharacters.without(text).replace("\r\n", "\n").replace('\r', '\n');
            // Twice, because a number is recognized only without the blanks around it.
            text = NormalizedText.value(NormalizedText.value(clean).strip()).strip();
        }
    }

    record Items(List<FormValue> items) implements FormValue {
        /** Creates a list of texts. */
        public static Items of(List<String> texts) {
            return new Items(texts.stream().<FormValue>map(Words::new).toList());
        }
    }

    /** Named values in order. */
    record Group(Map<String, FormValue> members) implements FormValue {
        public Group {
            Map<String, FormValue> ordered = new LinkedHashMap<>();
            members.forEach((name, value) -> ordered.put(NormalizedText.name(name), value));
            members = Collections.unmodifiableMap(ordered);
        }

        /** Creates a group of texts from names and values in turn. */
        public static Group of(String... namesAndValues) {
            Map<String, FormValue> members = new LinkedHashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                members.put(namesAndValues[i], new Words(namesAndValues[i + 1]));
            }
            return new Group(members);
        }

        /** Returns the text of a member by any of its names; empty if it is absent or not a text. */
        public String text(String... names) {
            for (String name : names) {
                if (members.get(name) instanceof Words words) {
                    return words.text();
                }
            }
            return "";
        }
    }

    /** Creates a text. */
    static FormValue of(String text) {
        return new Words(text);
    }

    /** Returns true if nothing is filled in, in any of its parts. */
    default boolean isBlank() {
        if (this instanceof Words words) {
            return words.text().isEmpty();
        }
        return this instanceof Items list
                ? list.items().stream().allMatch(FormValue::isBlank)
                : ((Group) this).members().values().stream().allMatch(FormValue::isBlank);
    }

    /** Returns the value of a header without its position. */
    static FormValue of(Value value) {
        if (value instanceof Value.Text text) {
            return new Words(text.text());
        }
        if (value instanceof Value.Items list) {
            return new Items(list.items().stream().map(FormValue::of).toList());
        }
        Map<String, FormValue> members = new LinkedHashMap<>();
        ((Value.Fields) value).fields().forEach(field -> members.put(field.key().text(), of(field.value())));
        return new Group(members);
    }

    /** Returns the value of parsed JSON: texts, lists and maps; anything else becomes a text, null a blank one. */
    static FormValue ofJson(Object json) {
        if (json instanceof List<?> list) {
            List<FormValue> items = new ArrayList<>();
            list.forEach(item -> items.add(ofJson(item)));
            return new Items(items);
        }
        if (json instanceof Map<?, ?> map) {
            Map<String, FormValue> members = new LinkedHashMap<>();
            map.forEach((name, value) -> members.put(String.valueOf(name), ofJson(value)));
            return new Group(members);
        }
        return new Words(json == null ? "" : String.valueOf(json));
    }

    /** Returns this value as texts, lists and maps, for JSON. */
    default Object json() {
        if (this instanceof Words words) {
            return words.text();
        }
        if (this instanceof Items list) {
            return list.items().stream().map(FormValue::json).toList();
        }
        Map<String, Object> members = new LinkedHashMap<>();
        ((Group) this).members().forEach((name, value) -> members.put(name, value.json()));
        return members;
    }
}
