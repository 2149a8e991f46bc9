package org.gongkai.write.document.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.write.document.entry.ImportedEntry.Blank;

/** Collects the lines of a header in their order, with what was recognised and what is missing. */
final class HeaderDraft {

    private final Map<String, String> answers;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<Blank> blanks = new ArrayList<>();

    /** @param answers what a person said, by field; it precedes everything else */
    HeaderDraft(Map<String, String> answers) {
        this.answers = Map.copyOf(answers);
    }

    void comment(String line) {
        lines.add(line);
    }

    /** Adds a field with a text; nothing if there is none. */
    void text(String field, String value) {
        String text = answers.getOrDefault(field, value);
        if (!text.isEmpty() && !fields.containsKey(field)) {
            add(field, YamlScalar.of(text), text);
        }
    }

    /** Adds a field with a value in YAML; nothing if it is empty. */
    void yaml(String field, String yaml) {
        if (answers.containsKey(field)) {
            text(field, "");
        } else if (!yaml.isEmpty() && !yaml.equals("[]") && !yaml.equals("{}") && !fields.containsKey(field)) {
            add(field, yaml, yaml);
        }
    }

    /**
     * Marks a field that only a person can fill, unless it is there already or was answered.
     *
     * @param note how to write it
     */
    void blank(String field, String question, String note, String suggestion) {
        if (fields.containsKey(field)) {
            return;
        }
        if (answers.containsKey(field)) {
            text(field, "");
            return;
        }
        lines.add("# 待填：" + note);
        lines.add(field + ":");
        blanks.add(new Blank(field, question, suggestion));
    }

    /** Names something that is missing without a line of its own. */
    void missing(String field, String question, String suggestion) {
        if (!answers.containsKey(field)) {
            blanks.add(new Blank(field, question, suggestion));
        }
    }

    private void add(String field, String yaml, String shown) {
        lines.add(field + ": " + yaml);
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
