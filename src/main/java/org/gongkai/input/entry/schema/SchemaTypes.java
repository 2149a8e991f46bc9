package org.gongkai.input.entry.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.input.entry.kind.FieldTypeCheck;
import org.gongkai.input.entry.kind.TitlePattern;

/** The JSON Schema of field types. A field may always be blank. */
final class SchemaTypes {

    static final Map<String, Object> GIVEN =
            map("not", any(map("type", "null"), map("type", "string", "pattern", "^\\s*$")));

    /** Any scalar: YAML treats 2024 as a number, whereas headers are read as texts. */
    static final Map<String, Object> TEXT = map("type", List.of("string", "number", "boolean", "null"));

    static final Map<String, Object> WORDS = any(TEXT, map("type", "array", "items", TEXT));

    /** Rejects dates that do not exist, whatever the separators. */
    private static final String NO_DAY =
            "(?![0-9]{4}\\s*[-/.年]\\s*(0?2\\s*[-/.月]\\s*3[01]|(0?[469]|11)\\s*[-/.月]\\s*31))";

    static final String DAY = NO_DAY
            + "[0-9]{4}(-M-D|/M/D|\\.M\\.D|\\s*年\\s*M\\s*月\\s*D\\s*[日号])"
                    .replace("M", "(0?[1-9]|1[0-2])")
                    .replace("D", "(0?[1-9]|[12][0-9]|3[01])");
    private static final String TIME =
            "([T\\s]*([01]?[0-9]|2[0-3])[:时][0-5]?[0-9]([:分][0-5]?[0-9](\\.[0-9]+)?秒?|分)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?";

    static final Map<String, Object> DATE = pattern(List.of("string", "null"), DAY + TIME);

    private SchemaTypes() {}

    /** The schema of a field of a kind or of a column of a table. */
    static Map<String, Object> of(FieldSpec spec) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", spec.name());
        schema.putAll(type(spec));
        return schema;
    }

    private static Map<String, Object> type(FieldSpec spec) {
        return switch (spec.type()) {
            case TEXT, TIME, ISSUE, REFERENCE -> TEXT;
            case DATE -> DATE;
            case NUMBER -> number(FieldTypeCheck.NUMBER.pattern());
            case MONEY -> number(FieldTypeCheck.MONEY.pattern());
            case PERCENTAGE -> with(number(FieldTypeCheck.PERCENTAGE.pattern()), "minimum", 0, "maximum", 100);
            case PERSON -> with(number(FieldTypeCheck.PERSON.pattern()), "minimum", 0, "maximum", 99);
            case LIST -> map("type", List.of("string", "number", "boolean", "array", "null"));
            case ENUM -> any(oneOf(spec.values()), withRemark(spec.values()));
            case RANGE -> any(TEXT, group(map(), List.of(List.of("起", "from"), List.of("止", "to")), DATE, true));
            case TABLE -> any(map("type", "null"), blank(), map("type", "array", "items", row(spec)));
        };
    }

    /** One of some words, or blank. */
    static Map<String, Object> oneOf(List<String> words) {
        List<Object> values = new ArrayList<>(words);
        values.add("");
        words.stream()
                .filter(w -> w.matches("[1-9]\\d{0,8}"))
                .map(Integer::valueOf)
                .forEach(values::add);
        return any(map("enum", values), map("type", "null"));
    }

    private static Map<String, Object> withRemark(List<String> words) {
        String any = words.stream().map(TitlePattern::literal).collect(Collectors.joining("|", "(?:", ")"));
        return map("type", "string", "pattern", "^\\s*" + any + Choice.REMARK + "$");
    }

    /** Some words, or any other text: the checks only warn of others. */
    static Map<String, Object> suggested(List<String> words) {
        return any(oneOf(words), TEXT);
    }

    private static Map<String, Object> cell(FieldSpec column) {
        return column.type() == FieldType.ENUM
                ? with(map("title", column.name()), suggested(column.values()))
                : of(column);
    }

    private static Map<String, Object> row(FieldSpec table) {
        Map<String, Object> columns = new LinkedHashMap<>();
        table.columns().forEach(column -> column.names().forEach(name -> columns.put(name, cell(column))));
        List<List<String>> required = table.requiredColumns().stream()
                .map(name -> table.column(name).orElseThrow().names())
                .toList();
        return group(columns, required, null, true);
    }

    /**
     * A group of named members.
     *
     * @param members the schemas of the members, by all of their names
     * @param required the names of each mandatory member
     * @param type the schema of mandatory members; null if it is given in the members
     * @param open whether other members are allowed
     */
    static Map<String, Object> group(
            Map<String, Object> members, List<List<String>> required, Object type, boolean open) {
        Map<String, Object> all = new LinkedHashMap<>(members);
        if (type != null) {
            required.forEach(names -> names.forEach(name -> all.put(name, type)));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", all);
        if (!required.isEmpty()) {
            schema.put("allOf", required.stream().map(SchemaTypes::required).toList());
        }
        if (!open) {
            schema.put("additionalProperties", false);
        }
        return schema;
    }

    /** The field is mandatory under one of its names. */
    static Map<String, Object> required(List<String> names) {
        return map(
                "anyOf",
                names.stream()
                        .map(name -> with(map("required", List.of(name)), "properties", map(name, GIVEN)))
                        .toList());
    }

    static Map<String, Object> blank() {
        return map("type", "string", "pattern", "^\\s*$");
    }

    static Map<String, Object> any(Object... schemas) {
        return map("anyOf", List.of(schemas));
    }

    /** A text that matches a pattern, or a blank one. */
    static Map<String, Object> pattern(List<String> types, String pattern) {
        return with(map("type", types), "pattern", "^\\s*(?:" + pattern + ")?\\s*$");
    }

    private static Map<String, Object> number(String pattern) {
        return pattern(List.of("number", "string", "null"), pattern);
    }

    /** Creates a schema from alternating keywords and values, in order. */
    static Map<String, Object> map(Object... words) {
        return with(new LinkedHashMap<>(), words);
    }

    static Map<String, Object> with(Map<String, Object> schema, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(schema);
        all.putAll(more);
        return all;
    }

    /** Adds alternating keywords and values to a schema, in order. */
    static Map<String, Object> with(Map<String, Object> schema, Object... more) {
        Map<String, Object> all = new LinkedHashMap<>(schema);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }
}
