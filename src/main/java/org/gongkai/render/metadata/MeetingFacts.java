package org.gongkai.render.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.render.model.Model;

/** Converts the field 会议 to rows, labelled as in minutes. */
final class MeetingFacts {

    /** The labels of the rows that readers look for first. */
    static final List<String> FIRST = List.of("会议时间", "会议地点", "主持人", "到会");

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("名称", "会议名称"),
            Map.entry("name", "会议名称"),
            Map.entry("次数", "会议次数"),
            Map.entry("session", "会议次数"),
            Map.entry("主题", "会议主题"),
            Map.entry("theme", "会议主题"),
            Map.entry("党小组", "党小组"),
            Map.entry("group", "党小组"),
            Map.entry("出席", "出席"),
            Map.entry("present", "出席"),
            Map.entry("列席", "列席"),
            Map.entry("attending", "列席"),
            Map.entry("缺席", "缺席"),
            Map.entry("absent", "缺席"),
            Map.entry("记录人", "记录人"),
            Map.entry("recorder", "记录人"));

    private MeetingFacts() {}

    /**
     * Returns the rows: first the {@linkplain #FIRST important ones}, then the others as they were typed.
     *
     * @param year the year of publication, which times of the same year leave out
     */
    static List<Model.Fact> of(Value.Fields meeting, int year) {
        FieldReader reader = new FieldReader(meeting);
        List<Model.Fact> facts = new ArrayList<>();
        reader.value("时间", "time").ifPresent(time -> add(facts, "会议时间", FieldText.momentIn(year, time)));
        reader.value("地点", "place").ifPresent(place -> add(facts, "会议地点", FieldText.of(place)));
        reader.value("主持人", "chair").ifPresent(chair -> add(facts, "主持人", FieldText.of(chair)));
        add(facts, "到会", attendance(reader));
        for (Value.Field field : meeting.fields()) {
            String label = LABELS.get(field.key().text().toLowerCase(Locale.ROOT));
            if (label != null) {
                add(facts, label, FieldText.of(field.value()));
            }
        }
        return facts;
    }

    /** 应到18人，实到15人. */
    private static String attendance(FieldReader reader) {
        List<String> parts = new ArrayList<>();
        persons(reader, "应到", "entitled").ifPresent(parts::add);
        persons(reader, "实到", "attended").ifPresent(parts::add);
        return String.join("，", parts);
    }

    private static Optional<String> persons(FieldReader reader, String label, String english) {
        return reader.text(label, english)
                .map(typed -> label + (Character.isDigit(typed.charAt(typed.length() - 1)) ? typed + "人" : typed));
    }

    private static void add(List<Model.Fact> facts, String label, String value) {
        if (!value.isEmpty()) {
            facts.add(new Model.Fact(label, value, null));
        }
    }
}
