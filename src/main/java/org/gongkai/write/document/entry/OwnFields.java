package org.gongkai.write.document.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.text.DateText;
import org.gongkai.write.document.fact.DocumentFacts;
import org.gongkai.write.document.fact.LabelledTexts;

/** Fills the fields of a kind with what a document states after labels. */
record OwnFields(DocumentFacts facts, LabelledTexts labelled) {

    /** Other labels of fields. */
    private static final Map<String, List<String>> LABELS = Map.of(
            "受理部门", List.of("受理单位", "受理科室", "受理机构"),
            "监督电话", List.of("举报电话", "受理电话", "联系电话", "监督举报电话"),
            "监督信箱", List.of("举报信箱", "邮箱", "电子邮箱"),
            "主讲人", List.of("主讲", "授课人"),
            "主题", List.of("活动主题", "党日主题"),
            "题目", List.of("党课题目", "授课题目"),
            "时间", List.of("会议时间", "活动时间"),
            "地点", List.of("会议地点", "活动地点"),
            "施行日期", List.of("实施日期", "生效日期"));

    private static final Pattern NUMBER = Pattern.compile("(\\d[\\d,，]*(?:\\.\\d{1,2})?)\\s*[元人名次期学时小时分]*");
    private static final Pattern MANY_DIGITS = Pattern.compile("\\d{3}");

    OwnFields(DocumentFacts facts) {
        this(facts, new LabelledTexts(facts.body()));
    }

    /** Adds the fields of a kind, and marks those that its entries must or should have. */
    void add(Kind kind, HeaderDraft draft) {
        if (kind.field("主送").isPresent()) {
            draft.text("主送", facts.recipients());
        }
        if (kind.field("签发人").isPresent()) {
            draft.text("签发人", facts.signatory());
        }
        for (FieldSpec field : kind.fields()) {
            value(field).ifPresent(value -> draft.text(field.name(), value));
        }
        Stream.concat(kind.required().stream(), kind.recommended().stream())
                .flatMap(name -> kind.field(name).stream())
                .forEach(field -> draft.blank(field.name(), field.name(), field.name() + note(kind, field), ""));
    }

    private static String note(Kind kind, FieldSpec field) {
        String need = kind.required().stream().anyMatch(field::hasName) ? "（必填）" : "（应填）";
        return field.values().isEmpty()
                ? need
                : need + "，"
                        + String.join(
                                "、",
                                field.choices().stream()
                                        .map(choice -> choice.name())
                                        .toList()) + "之一";
    }

    private Optional<String> value(FieldSpec field) {
        String[] labels = Stream.concat(Stream.of(field.name()), LABELS.getOrDefault(field.name(), List.of()).stream())
                .toArray(String[]::new);
        Optional<String> typed = labelled.first(labels);
        return switch (field.type()) {
            case TEXT -> typed;
            case PERSON -> typed.filter(text -> !MANY_DIGITS.matcher(text).find());
            case NUMBER, MONEY ->
                typed.map(NUMBER::matcher).filter(Matcher::matches).map(found -> found.group(1)
                        .replaceAll("[,，]", ""));
            case DATE -> typed.flatMap(DateText::written).map(String::valueOf);
            case ENUM -> typed.flatMap(field::canonical);
            default -> Optional.empty();
        };
    }
}
