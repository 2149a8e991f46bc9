package org.gongkai.input.entry.schema;

import static org.gongkai.input.entry.schema.SchemaTypes.any;
import static org.gongkai.input.entry.schema.SchemaTypes.map;
import static org.gongkai.input.entry.schema.SchemaTypes.required;
import static org.gongkai.input.entry.schema.SchemaTypes.with;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.input.entry.PublicationReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.TitlePattern;
import org.gongkai.io.Json;

/**
 * The JSON Schema (2020-12) of headers, by which editors complete and validate them. It is equivalent to the checks,
 * except for those that depend on other entries, files or working days.
 */
public final class KindSchema {

    private static final List<String> KIND = CommonField.KIND.names();
    private static final String COMMA = "[,，、;；]";

    private final Kinds kinds;
    private final List<String> catalogue;

    private KindSchema(Kinds kinds, List<String> catalogue) {
        this.kinds = kinds;
        this.catalogue = catalogue;
    }

    /**
     * Returns the schema as text.
     *
     * @param kinds the kinds that entries may have
     * @param catalogue the allowed values of 目录项; empty if any are allowed
     */
    public static String json(Kinds kinds, List<String> catalogue) {
        return Json.indented(new KindSchema(kinds, catalogue).schema()) + "\n";
    }

    private Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (CommonField field : CommonField.values()) {
            Map<String, Object> type = with(map("title", field.label()), new CommonSchema(kinds, catalogue).of(field));
            field.names().forEach(name -> properties.put(name, type));
        }
        List<Object> rules = new ArrayList<>();
        rules.add(required(CommonField.TITLE.names()));
        rules.add(required(CommonField.DATE.names()));
        for (CommonField field : CommonField.values()) {
            rules.addAll(once(field.names()));
        }
        kinds.all().forEach(kind -> rules.addAll(rules(kind)));
        return map(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "title",
                "gongkai 文件头",
                "type",
                "object",
                "properties",
                properties,
                "allOf",
                rules,
                "unevaluatedProperties",
                false);
    }

    private static List<Object> rules(Kind kind) {
        List<Object> rules = new ArrayList<>();
        Map<String, Object> own = new LinkedHashMap<>();
        List<Object> once = new ArrayList<>();
        for (FieldSpec field : kind.fields()) {
            field.names().forEach(name -> own.put(name, SchemaTypes.of(field)));
            once.addAll(once(field.names()));
        }
        if (!own.isEmpty()) {
            Map<String, Object> then = map("properties", own);
            if (!once.isEmpty()) {
                then.put("allOf", once);
            }
            rules.add(map("if", isOf(kind), "then", then));
        }
        List<Object> wanted = new ArrayList<>();
        if (kind.open()) {
            PublicationReader.REQUIRED.forEach(field -> wanted.add(required(field.names())));
        }
        kind.required().forEach(name -> wanted.add(required(names(kind, name))));
        if (!wanted.isEmpty()) {
            rules.add(map("if", map("allOf", List.of(isOf(kind), map("not", draft()))), "then", map("allOf", wanted)));
        }
        kind.title()
                .filter(title -> !title.varies())
                .ifPresent(title -> rules.add(map(
                        "if",
                        map("allOf", List.of(isOnly(kind), map("not", draft()))),
                        "then",
                        map("properties", titles(title)))));
        kind.exclusions()
                .forEach(exclusion ->
                        rules.add(map("not", map("allOf", List.of(isOf(kind), names(List.of(exclusion.kind())))))));
        return rules;
    }

    private static Map<String, Object> titles(TitlePattern title) {
        Map<String, Object> titles = new LinkedHashMap<>();
        String words = "一般写成“" + title.words() + "”";
        CommonField.TITLE
                .names()
                .forEach(name -> titles.put(name, map("pattern", title.portable(), "description", words)));
        return titles;
    }

    private static List<String> names(Kind kind, String field) {
        return kind.field(field)
                .map(FieldSpec::names)
                .or(() -> CommonField.named(field).map(CommonField::names))
                .orElseThrow();
    }

    /** At most one of the names of a field is used. */
    private static List<Object> once(List<String> names) {
        List<Object> rules = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                rules.add(map("not", map("required", List.of(names.get(i), names.get(j)))));
            }
        }
        return rules;
    }

    private static List<String> allNames(Kind kind) {
        List<String> names = new ArrayList<>(List.of(kind.name()));
        names.addAll(kind.aliases());
        return names;
    }

    /** The entry has a kind, possibly among others. */
    private static Map<String, Object> isOf(Kind kind) {
        Map<String, Object> named = names(allNames(kind));
        if (!kind.name().equals(Kinds.DEFAULT)) {
            return named;
        }
        List<Object> anyKind =
                KIND.stream().<Object>map(k -> map("required", List.of(k))).toList();
        return any(named, map("not", map("anyOf", anyKind)));
    }

    private static Map<String, Object> names(List<String> names) {
        String words = names.stream().map(TitlePattern::literal).collect(Collectors.joining("|"));
        Map<String, Object> holds = any(
                map("type", "string", "pattern", "(^|" + COMMA + ")\\s*(" + words + ")\\s*($|" + COMMA + ")"),
                map("type", "array", "contains", map("type", "string", "pattern", "^\\s*(" + words + ")\\s*$")));
        return ofAnyName(holds);
    }

    /** The entry has this kind only. */
    private static Map<String, Object> isOnly(Kind kind) {
        return ofAnyName(map("enum", allNames(kind)));
    }

    private static Map<String, Object> ofAnyName(Map<String, Object> schema) {
        return any(KIND.stream()
                .map(name -> map("properties", map(name, schema), "required", List.of(name)))
                .toArray());
    }

    private static Map<String, Object> draft() {
        return any(CommonField.STATUS.names().stream()
                .map(name ->
                        map("properties", map(name, map("enum", PublicationReader.DRAFT)), "required", List.of(name)))
                .toArray());
    }
}
