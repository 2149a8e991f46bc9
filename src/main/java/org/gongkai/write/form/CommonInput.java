package org.gongkai.write.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.TitlePattern;

/**
 * How a field that every entry may have is entered, as form.yml states it.
 *
 * @param help what to enter, in one sentence
 * @param members the members of a group or the columns of a table
 */
record CommonInput(FieldInput input, String help, List<FormField> members) {

    /** All of them in the order of forms. */
    static final Map<CommonField, CommonInput> ALL = all();

    private static Map<CommonField, CommonInput> all() {
        Map<CommonField, CommonInput> all = new LinkedHashMap<>();
        Value file = new YamlReader().resource(CommonInput.class, "form.yml");
        for (Value.Field field : ((Value.Fields) file).fields()) {
            Value.Fields stated = (Value.Fields) field.value();
            all.put(
                    CommonField.named(field.key().text()).orElseThrow(),
                    new CommonInput(
                            FieldInput.valueOf(stated.text("填法").orElse("TEXT")),
                            stated.text("说明").orElseThrow(),
                            stated.texts("成员").stream()
                                    .map(Value.Text::text)
                                    .map(FormField::member)
                                    .toList()));
        }
        return Collections.unmodifiableMap(all);
    }

    String help(CommonField field, Kind kind) {
        String text = help.replace("〈栏目〉", kind.listing().column());
        String example = kind.demands().title().map(TitlePattern::example).orElse("");
        return field == CommonField.TITLE && !example.isEmpty() ? "如“" + example + "”，" + text : text;
    }

    /** Returns the members with what can be chosen: who and which 党小组 there are. */
    List<FormField> members(EntryPresets presets) {
        return members.stream()
                .map(member -> member.input() == FieldInput.PERSON
                        ? member.with(presets.persons())
                        : member.name().equals("党小组") ? member.with(presets.groups()) : member)
                .toList();
    }
}
