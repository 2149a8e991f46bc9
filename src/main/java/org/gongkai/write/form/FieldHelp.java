package org.gongkai.write.form;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.TitlePattern;
import org.gongkai.io.TextResource;

/** What to enter in a field, in one sentence; for fields that every entry may have it stands in field-help.yml. */
final class FieldHelp {

    private static final Map<String, String> COMMON = common();

    private FieldHelp() {}

    private static Map<String, String> common() {
        Map<String, String> texts = new LinkedHashMap<>();
        Value file = new YamlReader()
                .read("", TextResource.of(FieldHelp.class, "field-help.yml"), 1, problem -> {})
                .orElseThrow();
        ((Value.Fields) file)
                .fields()
                .forEach(field -> texts.put(field.key().text(), ((Value.Text) field.value()).text()));
        return Map.copyOf(texts);
    }

    static String of(CommonField field, Kind kind) {
        String text = COMMON.getOrDefault(field.label(), "").replace("〈栏目〉", kind.column());
        String example = kind.title().map(TitlePattern::example).orElse("");
        return field == CommonField.TITLE && !example.isEmpty() ? "如“" + example + "”，" + text : text;
    }

    static String of(FieldSpec field) {
        return switch (field.type()) {
            case TEXT -> "一段文字";
            case TIME -> "哪一天、哪一段时间或者到什么时候";
            case ISSUE -> "第几期，合刊写成 3、4";
            case DATE -> "日期";
            case RANGE -> "起止日期";
            case NUMBER -> "数字";
            case MONEY -> "以元为单位的金额，如 1234.50";
            case PERCENTAGE -> "百分比，如 95.5%";
            case PERSON -> "姓名或职务，不写电话和证件号";
            case ENUM -> Choice.names(field.choices()) + "之一，要补充的写在后面的括号里";
            case LIST -> "可以有几项";
            case REFERENCE -> "另一条的文件，从本条的文件夹算起，如 ../2023/计划.md";
            case TABLE -> "一行写一项";
        };
    }
}
