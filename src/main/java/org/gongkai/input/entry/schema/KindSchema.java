package org.gongkai.input.entry.schema;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.PublicationReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.io.Json;

/**
 * The JSON Schema (2020-12) of headers, by which editors complete names and words and tell unknown ones. What a kind
 * requires and the form of dates, numbers and titles is left to the checks.
 *
 * @param kinds the kinds that entries may have
 * @param catalogue the allowed values of 目录项; empty if any are allowed
 */
public record KindSchema(Kinds kinds, List<String> catalogue) {

    /** Any scalar: YAML treats 2024 as a number, whereas headers are read as texts. */
    private static final Map<String, Object> TEXT = Map.of("type", List.of("string", "number", "boolean", "null"));

    private static final Map<String, Object> WORDS = any(TEXT, Json.fields("type", "array", "items", TEXT));

    /** Returns the schema, a JSON value. */
    public Map<String, Object> schema() {
        Map<String, Set<Object>> fields = new LinkedHashMap<>();
        for (CommonField field : CommonField.values()) {
            field.names().forEach(name -> add(name, field.label(), of(field), fields));
        }
        for (Kind kind : kinds.all()) {
            kind.fields().forEach(field -> field.names().forEach(name -> add(name, field.name(), of(field), fields)));
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach((name, of) -> properties.put(name, any(of.toArray())));
        return Json.fields(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "title",
                "gongkai 文件头",
                "type",
                "object",
                "properties",
                properties,
                "additionalProperties",
                false);
    }

    /** Kinds may have different fields of one name. */
    private static void add(String name, String title, Map<String, Object> of, Map<String, Set<Object>> fields) {
        Map<String, Object> titled = Json.fields("title", title);
        titled.putAll(of);
        fields.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(titled);
    }

    private Map<String, Object> of(CommonField field) {
        return switch (field) {
            case KIND -> any(oneOf(kinds.names()), WORDS);
            case HISTORY -> oneOf(Kind.History.allWords());
            case SCOPE -> oneOf(SiteConfig.SCOPES);
            case STATUS -> oneOf(PublicationReader.STATUSES);
            case VALIDITY -> any(oneOf(Choice.words(PublicationReader.VALIDITIES)), TEXT);
            case TERM -> any(oneOf(Choice.words(PublicationReader.TERMS)), TEXT);
            case CATALOGUE -> catalogue.isEmpty() ? TEXT : oneOf(catalogue);
            case YEAR, CATEGORY, TAGS, MATTER, ALIASES, ERRATA -> WORDS;
            case NOTICE -> any(TEXT, members(Stream.of("起 from 止 to 工作日 working-days 结果 result".split(" "))));
            case MEETING -> any(TEXT, members(EntryReader.MEETING_FIELDS.stream()));
            case ATTACHMENTS, SECRECY_REVIEW, EXAMINATION, APPROVAL, EXCEPTIONS -> Map.of();
            default -> TEXT;
        };
    }

    private static Map<String, Object> of(FieldSpec spec) {
        return switch (spec.type()) {
            case ENUM -> any(oneOf(spec.values()), TEXT);
            case LIST -> WORDS;
            case RANGE -> any(TEXT, members(Stream.of("起", "from", "止", "to")));
            case TABLE -> {
                Stream<String> columns = spec.columns().stream().flatMap(column -> column.names().stream());
                yield any(TEXT, Json.fields("type", "array", "items", members(columns)));
            }
            default -> TEXT;
        };
    }

    /** One of some words, or blank. */
    private static Map<String, Object> oneOf(List<String> words) {
        return any(Map.of("enum", words), Map.of("enum", List.of("")), Map.of("type", "null"));
    }

    private static Map<String, Object> members(Stream<String> names) {
        Map<String, Object> members = new LinkedHashMap<>();
        names.forEach(name -> members.put(name, Map.of()));
        return Json.fields("type", "object", "properties", members, "additionalProperties", false);
    }

    private static Map<String, Object> any(Object... schemas) {
        return Map.of("anyOf", List.of(schemas));
    }
}
