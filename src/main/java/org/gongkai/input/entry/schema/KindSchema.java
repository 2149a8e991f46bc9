package org.gongkai.input.entry.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.PublicationReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.TitlePattern;

/**
 * The JSON Schema (2020-12) of headers, by which editors complete names and words, and tell which are unknown or
 * missing. The form of dates, numbers and titles is left to the checks.
 */
public record KindSchema(Kinds kinds, List<String> catalogue) {

    private static final List<String> KIND = CommonField.KIND.names();
    private static final String COMMA = "[,，、;；]";

    /** Any scalar: YAML treats 2024 as a number, whereas headers are read as texts. */
    private static final Map<String, Object> TEXT = map("type", List.of("string", "number", "boolean", "null"));

    private static final Map<String, Object> WORDS = any(TEXT, map("type", "array", "items", TEXT));
    private static final Map<String, Object> GIVEN =
            map("not", any(map("type", "null"), map("type", "string", "pattern", "^\\s*$")));

    /**
     * Returns the schema, a JSON value.
     *
     * @param kinds the kinds that entries may have
     * @param catalogue the allowed values of 目录项; empty if any are allowed
     */
    public static Map<String, Object> of(Kinds kinds, List<String> catalogue) {
        return new KindSchema(kinds, catalogue).schema();
    }

    private Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (CommonField field : CommonField.values()) {
            field.names().forEach(name -> properties.put(name, titled(field.label(), of(field))));
        }
        List<Object> rules = new ArrayList<>();
        rules.add(required(CommonField.TITLE.names()));
        rules.add(required(CommonField.DATE.names()));
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

    private Map<String, Object> of(CommonField field) {
        return switch (field) {
            case KIND ->
                any(
                        map("enum", kinds.names()),
                        map("type", "null"),
                        map("type", "string", "pattern", COMMA),
                        map("type", "array", "items", map("enum", kinds.names())));
            case HISTORY -> oneOf(Kind.History.allWords());
            case SCOPE -> oneOf(SiteConfig.SCOPES);
            case STATUS -> oneOf(PublicationReader.STATUSES);
            case VALIDITY -> any(oneOf(Choice.words(PublicationReader.VALIDITIES)), TEXT);
            case TERM -> any(oneOf(Choice.words(PublicationReader.TERMS)), TEXT);
            case CATALOGUE -> catalogue.isEmpty() ? TEXT : oneOf(catalogue);
            case YEAR, CATEGORY, TAGS, MATTER, ALIASES, ERRATA -> WORDS;
            case NOTICE -> any(TEXT, members(Stream.of("起 from 止 to 工作日 working-days 结果 result".split(" "))));
            case MEETING -> any(TEXT, members(EntryReader.MEETING_FIELDS.stream()));
            case ATTACHMENTS, SECRECY_REVIEW, EXAMINATION, APPROVAL, EXCEPTIONS -> map();
            default -> TEXT;
        };
    }

    private static Map<String, Object> of(FieldSpec spec) {
        return titled(
                spec.name(),
                switch (spec.type()) {
                    case ENUM ->
                        any(oneOf(spec.values()), map("type", "string", "pattern", "[（(：:，,]"), map("type", "null"));
                    case LIST -> WORDS;
                    case RANGE -> any(TEXT, members(Stream.of("起", "from", "止", "to")));
                    case TABLE -> any(TEXT, map("type", "array", "items", row(spec)));
                    default -> TEXT;
                });
    }

    private static Map<String, Object> row(FieldSpec table) {
        Map<String, Object> columns = new LinkedHashMap<>();
        table.columns().forEach(column -> column.names().forEach(name -> columns.put(name, any(of(column), TEXT))));
        List<Object> required = table.requiredColumns().stream()
                .<Object>map(name -> required(table.column(name).orElseThrow().names()))
                .toList();
        Map<String, Object> row = map("type", "object", "properties", columns);
        return required.isEmpty() ? row : with(row, "allOf", required);
    }

    private static List<Object> rules(Kind kind) {
        List<Object> rules = new ArrayList<>();
        Map<String, Object> own = new LinkedHashMap<>();
        kind.fields().forEach(field -> field.names().forEach(name -> own.put(name, of(field))));
        if (!own.isEmpty()) {
            rules.add(map("if", isOf(kind), "then", map("properties", own)));
        }
        List<Object> wanted = new ArrayList<>();
        if (kind.isOpen()) {
            PublicationReader.REQUIRED.forEach(field -> wanted.add(required(field.names())));
        }
        kind.demands().required().forEach(name -> wanted.add(required(names(kind, name))));
        if (!wanted.isEmpty()) {
            Map<String, Object> draft = ofAnyName(CommonField.STATUS.names(), map("enum", PublicationReader.DRAFT));
            rules.add(map("if", map("allOf", List.of(isOf(kind), map("not", draft))), "then", map("allOf", wanted)));
        }
        return rules;
    }

    private static List<String> names(Kind kind, String field) {
        return kind.field(field)
                .map(FieldSpec::names)
                .or(() -> CommonField.named(field).map(CommonField::names))
                .orElseThrow();
    }

    /** The entry has a kind, possibly among others. */
    private static Map<String, Object> isOf(Kind kind) {
        String words = Stream.concat(Stream.of(kind.name()), kind.aliases().stream())
                .map(TitlePattern::literal)
                .collect(Collectors.joining("|", "(", ")"));
        Map<String, Object> named = ofAnyName(
                KIND,
                any(
                        map("type", "string", "pattern", "(^|" + COMMA + ")\\s*" + words + "\\s*($|" + COMMA + ")"),
                        map("type", "array", "contains", map("type", "string", "pattern", "^\\s*" + words + "\\s*$"))));
        return kind.name().equals(Kinds.DEFAULT) ? any(named, map("not", ofAnyName(KIND, map()))) : named;
    }

    /** A field has some content under one of its names. */
    private static Map<String, Object> ofAnyName(List<String> names, Map<String, Object> content) {
        return any(names.stream()
                .map(name -> map("properties", map(name, content), "required", List.of(name)))
                .toArray());
    }

    /** The field is mandatory under one of its names. */
    private static Map<String, Object> required(List<String> names) {
        return ofAnyName(names, GIVEN);
    }

    /** One of some words, or blank. */
    private static Map<String, Object> oneOf(List<String> words) {
        List<Object> values = new ArrayList<>(words);
        values.add("");
        return any(map("enum", values), map("type", "null"));
    }

    private static Map<String, Object> members(Stream<String> names) {
        Map<String, Object> members = new LinkedHashMap<>();
        names.forEach(name -> members.put(name, map()));
        return map("type", "object", "properties", members, "additionalProperties", false);
    }

    private static Map<String, Object> titled(String title, Map<String, Object> schema) {
        Map<String, Object> titled = map("title", title);
        titled.putAll(schema);
        return titled;
    }

    private static Map<String, Object> any(Object... schemas) {
        return map("anyOf", List.of(schemas));
    }

    /** Creates a schema from alternating keywords and values, in order. */
    private static Map<String, Object> map(Object... words) {
        return with(new LinkedHashMap<>(), words);
    }

    private static Map<String, Object> with(Map<String, Object> schema, Object... more) {
        for (int i = 0; i < more.length; i += 2) {
            schema.put((String) more[i], more[i + 1]);
        }
        return schema;
    }
}
