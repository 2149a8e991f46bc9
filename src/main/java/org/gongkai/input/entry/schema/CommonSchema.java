package org.gongkai.input.entry.schema;

import static org.gongkai.input.entry.schema.SchemaTypes.DATE;
import static org.gongkai.input.entry.schema.SchemaTypes.TEXT;
import static org.gongkai.input.entry.schema.SchemaTypes.WORDS;
import static org.gongkai.input.entry.schema.SchemaTypes.any;
import static org.gongkai.input.entry.schema.SchemaTypes.group;
import static org.gongkai.input.entry.schema.SchemaTypes.map;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.PublicationReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.TitlePattern;

/** The JSON Schema of the common fields. */
final class CommonSchema {

    /** A period in one line: two days, or a day and a number of days. */
    private static final String NOTICE =
            "自?D(TO(D|([0-9]{1,2}\\s*月\\s*)?[0-9]{1,2}\\s*[日号])\\s*止?([\\s,，、;；(（]*(共\\s*)?[0-9]{1,3}\\s*个?\\s*工作日[)）]?)?|FROMCOUNT)"
                    .replace("TO", "\\s*(起?\\s*[至到]|[~～]+|[—–―]+|[-－])\\s*")
                    .replace("FROM", "\\s*(起|开始)?[\\s,，、;；(（]*")
                    .replace("COUNT", "(共\\s*)?[0-9]{1,3}\\s*(个?\\s*(工作日|自然日)|[天日])[)）]?")
                    .replace("D", SchemaTypes.DAY);

    private final Kinds kinds;
    private final List<String> catalogue;

    CommonSchema(Kinds kinds, List<String> catalogue) {
        this.kinds = kinds;
        this.catalogue = catalogue;
    }

    Map<String, Object> of(CommonField field) {
        return switch (field) {
            case KIND -> kinds();
            case YEAR -> years();
            case DATE, SIGNED, EXPIRES, REVISED, WITHDRAWN_ON -> DATE;
            case HISTORY -> SchemaTypes.oneOf(Kind.History.allWords());
            case SCOPE -> SchemaTypes.oneOf(PublicationReader.SCOPES);
            case STATUS -> SchemaTypes.oneOf(PublicationReader.STATUSES);
            case VALIDITY -> SchemaTypes.suggested(Choice.words(PublicationReader.VALIDITIES));
            case TERM -> SchemaTypes.suggested(Choice.words(PublicationReader.TERMS));
            case CATALOGUE -> catalogue.isEmpty() ? TEXT : SchemaTypes.oneOf(catalogue);
            case CATEGORY, TAGS, MATTER, ALIASES, ERRATA -> WORDS;
            case ATTACHMENTS -> attachments();
            case NOTICE -> notice();
            case MEETING -> any(TEXT, map("type", "array"), members(EntryReader.MEETING_FIELDS));
            case SECRECY_REVIEW, EXAMINATION, APPROVAL, EXCEPTIONS ->
                any(TEXT, map("type", "array"), map("type", "object"));
            default -> TEXT;
        };
    }

    private Map<String, Object> kinds() {
        String words = kinds.names().stream().map(TitlePattern::literal).collect(Collectors.joining("|", "(", ")"));
        return any(
                map("enum", kinds.names()),
                map("type", "null"),
                SchemaTypes.pattern(List.of("string"), words + "(\\s*[,，、;；]\\s*" + words + ")*"),
                map("type", "array", "items", map("enum", kinds.names())));
    }

    private static Map<String, Object> years() {
        String year = "(19|20|21)[0-9]{2}(年度?)?";
        Map<String, Object> one = SchemaTypes.with(
                SchemaTypes.pattern(List.of("integer", "string", "null"), year + "(\\s*[,，、;；]\\s*" + year + ")*"),
                "minimum",
                1900,
                "maximum",
                2199);
        return any(one, map("type", "array", "items", one));
    }

    private static Map<String, Object> attachments() {
        Map<String, Object> step = any(TEXT, map("type", "object"));
        Map<String, Object> members = map("名称", TEXT, "name", TEXT, "人工核查", step, "examined", step);
        Map<String, Object> named = group(members, List.of(List.of("文件", "file")), TEXT, false);
        return any(TEXT, named, map("type", "array", "items", any(TEXT, named)));
    }

    private static Map<String, Object> notice() {
        Map<String, Object> days = SchemaTypes.with(
                SchemaTypes.pattern(List.of("integer", "string", "null"), "[1-9][0-9]{0,2}"),
                "minimum",
                1,
                "maximum",
                999);
        Map<String, Object> members = map("工作日", days, "working-days", days, "结果", TEXT, "result", TEXT);
        return any(
                map("type", "null"),
                SchemaTypes.pattern(List.of("string", "null"), NOTICE),
                group(members, List.of(List.of("起", "from"), List.of("止", "to")), DATE, false));
    }

    private static Map<String, Object> members(List<String> names) {
        Map<String, Object> members = new LinkedHashMap<>();
        names.forEach(name -> members.put(name, map()));
        return group(members, List.of(), null, false);
    }
}
