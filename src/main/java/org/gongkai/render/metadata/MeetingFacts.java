package org.gongkai.render.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.render.model.Model;

/** Converts the field 会议 to rows, labelled as in minutes; of an entry about something else in the words for that. */
record MeetingFacts(Value.Fields meeting, String what) {

    private static final String MEETING = "会议";

    /** The names of the parts that are labelled with what it was. */
    private static final Map<String, String> PREFIXED =
            Map.of("名称", "名称", "name", "名称", "次数", "次数", "session", "次数", "主题", "主题", "theme", "主题");

    /** The names of those who were there, in Chinese and English, in the order in which minutes list them. */
    private static final List<List<String>> PERSONS = List.of(
            List.of("主持人", "chair"),
            List.of("记录人", "recorder"),
            List.of("出席", "present"),
            List.of("列席", "attending"),
            List.of("缺席", "absent"));

    /** Returns the meeting of an entry of some kinds. */
    static MeetingFacts of(Value.Fields meeting, List<Kind> kinds) {
        return new MeetingFacts(meeting, what(kinds));
    }

    private static String what(List<Kind> kinds) {
        boolean minutes =
                kinds.stream().anyMatch(kind -> kind.demands().recommended().contains(MEETING));
        return minutes
                ? MEETING
                : kinds.stream()
                        .flatMap(kind -> kind.words(Trait.CALLED).stream())
                        .findFirst()
                        .orElse(MEETING);
    }

    /** Returns the rows with which minutes begin: when, where, who. */
    List<Model.Fact> first() {
        List<Model.Fact> facts = new ArrayList<>();
        meeting.value("时间", "time").ifPresent(time -> FactsTable.add(facts, what + "时间", FieldText.of(time)));
        meeting.value("地点", "place").ifPresent(place -> FactsTable.add(facts, what + "地点", FieldText.of(place)));
        for (List<String> names : PERSONS) {
            meeting.value(names.get(0), names.get(1))
                    .ifPresent(person -> FactsTable.add(facts, names.get(0), FieldText.of(person)));
        }
        FactsTable.add(facts, what.equals(MEETING) ? "到会" : "参加", attendance(meeting));
        meeting.value("状态", "state").ifPresent(state -> FactsTable.add(facts, what + "状态", FieldText.of(state)));
        meeting.value("改到", "moved-to").ifPresent(time -> FactsTable.add(facts, what + "改到", FieldText.of(time)));
        return facts;
    }

    /** Returns the other rows as they were typed. */
    List<Model.Fact> others() {
        List<Model.Fact> facts = new ArrayList<>();
        for (Value.Field field : meeting.fields()) {
            String name = field.key().text().toLowerCase(Locale.ROOT);
            String label = PREFIXED.get(name);
            if (label != null) {
                String text = FieldText.of(field.value());
                FactsTable.add(
                        facts, what + label, label.equals("次数") && text.matches("[0-9]+") ? "第" + text + "次" : text);
            } else if (name.equals("党小组") || name.equals("group")) {
                FactsTable.add(facts, "党小组", FieldText.of(field.value()));
            }
        }
        return facts;
    }

    /** 应到18人，实到15人. */
    private static String attendance(Value.Fields meeting) {
        List<String> parts = new ArrayList<>();
        persons(meeting, "应到", "entitled").ifPresent(parts::add);
        persons(meeting, "实到", "attended").ifPresent(parts::add);
        return String.join("，", parts);
    }

    private static Optional<String> persons(Value.Fields meeting, String label, String english) {
        return meeting.text(label, english)
                .map(typed -> label + (Character.isDigit(typed.charAt(typed.length() - 1)) ? typed + "人" : typed));
    }
}
