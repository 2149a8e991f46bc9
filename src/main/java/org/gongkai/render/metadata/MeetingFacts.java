package org.gongkai.render.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.render.model.Model;

/** Converts the field 会议 to rows, labelled as in minutes; of an entry about something else in the words for that. */
final class MeetingFacts {

    private static final String MEETING = "会议";

    /** The names of the parts that are labelled with what it was. */
    private static final Map<String, String> PREFIXED =
            Map.of("名称", "名称", "name", "名称", "次数", "次数", "session", "次数", "主题", "主题", "theme", "主题");

    private static final Map<String, String> PLAIN = Map.ofEntries(
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

    private final Value.Fields meeting;
    private final String what;

    private MeetingFacts(Value.Fields meeting, String what) {
        this.meeting = meeting;
        this.what = what;
    }

    /** Returns the meeting of an entry. */
    static Optional<MeetingFacts> of(Entry entry) {
        return entry.values().get(CommonField.MEETING) instanceof Value.Fields meeting
                ? Optional.of(new MeetingFacts(meeting, what(entry.kinds())))
                : Optional.empty();
    }

    private static String what(List<Kind> kinds) {
        boolean minutes = kinds.stream().anyMatch(kind -> kind.recommended().contains(MEETING));
        return minutes
                ? MEETING
                : kinds.stream()
                        .flatMap(kind -> kind.words(Trait.CALLED).stream())
                        .findFirst()
                        .orElse(MEETING);
    }

    /**
     * Returns the rows that readers look for first.
     *
     * @param year the year of publication, which times of the same year leave out
     */
    List<Model.Fact> first(int year) {
        FieldReader reader = new FieldReader(meeting);
        List<Model.Fact> facts = new ArrayList<>();
        reader.value("时间", "time").ifPresent(time -> add(facts, what + "时间", FieldText.momentIn(year, time)));
        reader.value("地点", "place").ifPresent(place -> add(facts, what + "地点", FieldText.of(place)));
        reader.value("主持人", "chair").ifPresent(chair -> add(facts, "主持人", FieldText.of(chair)));
        add(facts, what.equals(MEETING) ? "到会" : "参加", attendance(reader));
        return facts;
    }

    /** Returns the other rows as they were typed. */
    List<Model.Fact> others() {
        List<Model.Fact> facts = new ArrayList<>();
        for (Value.Field field : meeting.fields()) {
            String name = field.key().text().toLowerCase(Locale.ROOT);
            if (PREFIXED.containsKey(name)) {
                add(facts, what + PREFIXED.get(name), FieldText.of(field.value()));
            } else if (PLAIN.containsKey(name)) {
                add(facts, PLAIN.get(name), FieldText.of(field.value()));
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
