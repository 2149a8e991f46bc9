package org.gongkai.feature.jbake.settings;

import java.util.function.Consumer;
import org.gongkai.input.data.Value;
import org.gongkai.problem.Problem;
import org.jbake.model.DocumentModel;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Converts the values of a header as JBake does: tags to a list, JSON to objects; all others remain text. */
public final class DocumentHeaderValues {

    private DocumentHeaderValues() {}

    /** Adds a value to a document, except a date. */
    public static void store(String path, Value.Field field, DocumentModel model, Consumer<Problem> problems) {
        String key = field.key().text();
        Value.Text typed = (Value.Text) field.value();
        if (key.equalsIgnoreCase("tags")) {
            model.setTags(typed.text().split(","));
        } else if (key.equalsIgnoreCase("cached")) {
            model.setCached(Boolean.parseBoolean(typed.text()));
        } else if (typed.text().startsWith("{") && typed.text().endsWith("}")) {
            Object json = json(typed.text());
            if (json == null) {
                problems.accept(Problem.error("E609", path, typed, "“" + key + "”的值不是有效的 JSON", "请检查引号、逗号和括号"));
            }
            model.put(key, json);
        } else if (!key.equalsIgnoreCase("date")) {
            model.put(key, typed.text());
        }
    }

    /** Every JSON text is also YAML, but not vice versa. */
    private static Object json(String text) {
        if (!text.matches("(?s)\\{\\s*(\".*)?\\}")) {
            return null;
        }
        try {
            return new Load(LoadSettings.builder().build()).loadFromString(text);
        } catch (YamlEngineException e) {
            return null;
        }
    }
}
