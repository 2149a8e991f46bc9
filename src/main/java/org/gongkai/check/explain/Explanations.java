package org.gongkai.check.explain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;

/** The explanations of all codes, from the built-in files {@code rules/*.yml}. */
public final class Explanations {

    private static final List<String> FILES =
            List.of("header", "figures", "markup", "links", "text", "files", "addresses", "jbake");

    private final Map<String, Explanation> byCode = new TreeMap<>();

    public Explanations(YamlReader yaml) {
        FILES.forEach(file -> read(yaml, "rules/" + file + ".yml"));
    }

    /** Returns the explanation of a code, ignoring case. */
    public Optional<Explanation> of(String code) {
        return Optional.ofNullable(byCode.get(code.strip().toUpperCase(Locale.ROOT)));
    }

    /** Returns all explanations, sorted by code. */
    public List<Explanation> all() {
        return List.copyOf(byCode.values());
    }

    private void read(YamlReader yaml, String name) {
        for (Value item : ((Value.Items) yaml.resource(Explanations.class, name)).items()) {
            FieldReader reader = new FieldReader((Value.Fields) item);
            String code = reader.text("代码").orElseThrow();
            byCode.put(
                    code,
                    new Explanation(
                            code,
                            reader.text("名称").orElseThrow(),
                            reader.text("说明").orElseThrow(),
                            reader.text("改法").orElseThrow(),
                            reader.text("错").orElse(""),
                            reader.text("对").orElse(""),
                            reader.text("不可关").isPresent()));
        }
    }
}
