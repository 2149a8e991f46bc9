package org.gongkai.input.entry.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;

/** Merges the definition of a kind by a site with the built-in one. */
public final class KindLayers {

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("name", "名称"),
            Map.entry("aliases", "别名"),
            Map.entry("slug", "标识"),
            Map.entry("column", "栏目"),
            Map.entry("title", "标题"),
            Map.entry("title-example", "标题示例"),
            Map.entry("title-varies", "标题不定"),
            Map.entry("required", "必填"),
            Map.entry("recommended", "应填"),
            Map.entry("fields", "字段"),
            Map.entry("notice", "公示期"),
            Map.entry("carried-over", "沿用"),
            Map.entry("body", "正文"),
            Map.entry("retention", "保管期限"),
            Map.entry("history", "历史"),
            Map.entry("registers", "台账"),
            Map.entry("excludes", "互斥"),
            Map.entry("traits", "特征"));

    /** The Chinese and English names of all fields of a kind. */
    public static final List<String> NAMES = ENGLISH.entrySet().stream()
            .flatMap(e -> List.of(e.getValue(), e.getKey()).stream())
            .sorted()
            .toList();

    private KindLayers() {}

    /** Replaces English names of fields by Chinese ones. */
    static Value.Fields inChinese(Value.Fields group) {
        return new Value.Fields(
                group.fields().stream()
                        .map(f -> new Value.Field(
                                new Value.Text(
                                        ENGLISH.getOrDefault(
                                                f.key().text().toLowerCase(Locale.ROOT),
                                                f.key().text()),
                                        f.key().line(),
                                        f.key().column()),
                                f.value()))
                        .toList(),
                group.line(),
                group.column());
    }

    /**
     * Merges two definitions: fields of the site's definition replace built-in ones; field definitions of the kind are
     * merged one by one.
     */
    static Value.Fields merge(Value.Fields builtIn, Value.Fields site) {
        Map<String, Value.Field> merged = new LinkedHashMap<>();
        builtIn.fields().forEach(f -> merged.put(f.key().text(), f));
        for (Value.Field field : site.fields()) {
            Value.Field below = merged.get(field.key().text());
            boolean lists = below != null
                    && below.value() instanceof Value.Items
                    && field.value() instanceof Value.Items
                    && field.key().text().equals("字段");
            merged.put(
                    field.key().text(),
                    lists
                            ? new Value.Field(
                                    field.key(), fields((Value.Items) below.value(), (Value.Items) field.value()))
                            : field);
        }
        return new Value.Fields(List.copyOf(merged.values()), site.line(), site.column());
    }

    private static Value.Items fields(Value.Items builtIn, Value.Items site) {
        List<Value> all = new ArrayList<>(builtIn.items());
        List<Value> added = new ArrayList<>();
        for (Value item : site.items()) {
            int at = 0;
            while (at < all.size() && !name(all.get(at)).equals(name(item))) {
                at++;
            }
            if (at < all.size() && !name(item).isEmpty()) {
                all.set(at, item);
            } else {
                added.add(item);
            }
        }
        all.addAll(added);
        return new Value.Items(all, site.line(), site.column());
    }

    private static String name(Value item) {
        return item instanceof Value.Fields group
                ? new FieldReader(group).text("名称", "name").orElse("")
                : "";
    }
}
