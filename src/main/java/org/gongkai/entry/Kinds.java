package org.gongkai.entry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.data.FieldReader;
import org.gongkai.data.Value;
import org.gongkai.data.YamlReader;

/** The kinds that entries may name. */
public final class Kinds {

    /** The kind of an entry that names none. */
    public static final String DEFAULT = "文章";

    private final Map<String, Kind> byName = new LinkedHashMap<>();
    private final List<Kind> all;

    public Kinds(List<Kind> kinds) {
        all = List.copyOf(kinds);
        for (Kind kind : kinds) {
            byName.put(kind.name(), kind);
            kind.aliases().forEach(alias -> byName.put(alias, kind));
        }
    }

    /** The kinds built into the program. */
    public static Kinds builtIn(YamlReader yaml) {
        try (InputStream in = Kinds.class.getResourceAsStream("kinds.yml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Value value = yaml.read("kinds.yml", text, 1, problem -> {
                        throw new IllegalStateException(problem.text());
                    })
                    .orElseThrow();
            List<Kind> kinds = new ArrayList<>();
            for (Value item : ((Value.Items) value).items()) {
                kinds.add(kind(new FieldReader((Value.Fields) item)));
            }
            return new Kinds(kinds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Kind> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Kind standard() {
        return byName.get(DEFAULT);
    }

    /** All kinds in their order. */
    public List<Kind> all() {
        return all;
    }

    /** Every name under which a kind may be given. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    private static Kind kind(FieldReader reader) {
        List<FieldSpec> fields = new ArrayList<>();
        if (reader.value("字段").orElse(null) instanceof Value.Items items) {
            for (Value item : items.items()) {
                FieldReader field = new FieldReader((Value.Fields) item);
                fields.add(new FieldSpec(
                        field.text("名称").orElseThrow(),
                        field.text("键").orElseThrow(),
                        field.text("类型").flatMap(FieldType::named).orElseThrow()));
            }
        }
        return new Kind(
                reader.text("名称").orElseThrow(),
                reader.texts("别名").stream().map(Value.Text::text).toList(),
                reader.text("标识").orElseThrow(),
                reader.text("栏目").orElseThrow(),
                reader.text("必填").isPresent(),
                fields);
    }
}
