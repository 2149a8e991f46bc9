package org.gongkai.write.document.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.input.data.YamlReader;
import org.gongkai.write.document.entry.ImportedEntry.Blank;
import org.gongkai.write.form.FormValue;
import org.gongkai.write.form.YamlText;

/** Collects the lines of a header in their order, with what was recognised and what is missing. */
final class HeaderLines {

    private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\u00a0]+");

    private final YamlText yaml = new YamlText(new YamlReader());
    private final Map<String, String> answers;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<Blank> blanks = new ArrayList<>();

    /** @param answers what a person said, by field; it precedes everything else */
    HeaderLines(Map<String, String> answers) {
        this.answers = Map.copyOf(answers);
    }

    void comment(String line) {
        lines.add(line);
    }

    /** Adds a field with a text; nothing if there is none. */
    void text(String field, String value) {
        String text = answers.getOrDefault(field, value);
        if (!text.isEmpty() && !fields.containsKey(field)) {
            String line = BLANKS.matcher(text).replaceAll(" ").strip();
            add(field, yaml.text(line), line);
        }
    }

    /** Adds a field with a list; nothing if it is empty. */
    void list(String field, List<String> items) {
        value(field, FormValue.Items.of(items));
    }

    /** Adds a field with named values; nothing if there are none. */
    void group(String field, Map<String, String> members) {
        Map<String, FormValue> values = new LinkedHashMap<>();
        members.forEach((name, text) -> values.put(name, FormValue.of(text)));
        value(field, new FormValue.Group(values));
    }

    private void value(String field, FormValue value) {
        if (answers.containsKey(field)) {
            text(field, "");
        } else if (!value.isBlank() && !fields.containsKey(field)) {
            String written = String.join("\n", yaml.lines(value, "")).strip();
            add(field, written, written);
        }
    }

    /** Notes a field that the site or the kind states for the entry, so that it needs no line. */
    void understood(String field, String text) {
        if (answers.containsKey(field)) {
            text(field, "");
        } else {
            fields.put(field, text);
        }
    }

    /**
     * Marks a field that only a person can fill, unless it is there already or was answered.
     *
     * @param note how to write it
     */
    void blank(String field, String question, String note) {
        if (fields.containsKey(field)) {
            return;
        }
        if (answers.containsKey(field)) {
            text(field, "");
            return;
        }
        lines.add("# 待填：" + note);
        lines.add(field + ":");
        blanks.add(new Blank(field, question));
    }

    /** Names something that is missing without a line of its own. */
    void missing(String field, String question) {
        if (!answers.containsKey(field)) {
            blanks.add(new Blank(field, question));
        }
    }

    private void add(String field, String yaml, String shown) {
        lines.add(field + ":" + (yaml.startsWith("- ") ? "\n  " : " ") + yaml);
        fields.put(field, shown);
    }

    List<String> lines() {
        return lines;
    }

    Map<String, String> fields() {
        return fields;
    }

    List<Blank> blanks() {
        return blanks;
    }
}
