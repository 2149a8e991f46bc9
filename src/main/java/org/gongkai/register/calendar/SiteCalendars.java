package org.gongkai.register.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.DateText;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.register.Period;
import org.gongkai.register.Register;
import org.gongkai.register.calendar.CalendarEvent.When;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/**
 * The calendars of a site for its audience: meetings, theme days, the study plan, 公示 and the term of office. Entries
 * that the audience does not see are in none.
 */
public final class SiteCalendars {

    private static final List<String> MEETINGS = List.of("党员大会", "支委会", "党小组会", "党课", "组织生活会");

    private final Site site;
    private final CalendarWriter writer;

    public SiteCalendars(Site site) {
        this.site = site;
        // Fixed by the content, so that a calendar does not change from day to day.
        Instant written = site.items().stream()
                .map(item -> item.entry().dates().published())
                .max(LocalDateTime::compareTo)
                .orElse(site.asOf().atStartOfDay())
                .atZone(site.config().zone())
                .toInstant();
        this.writer = new CalendarWriter(site.config().zone(), written);
    }

    /** Returns the addresses of the calendars that have an event. */
    public Set<String> addresses() {
        return calendars().keySet();
    }

    /** Returns the bytes of each calendar that has an event, by address. */
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        calendars()
                .forEach((address, events) -> files.put(
                        address,
                        writer.write(site.config().name(), distinct(events)).getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private Map<String, List<CalendarEvent>> calendars() {
        Map<String, List<CalendarEvent>> calendars = new LinkedHashMap<>();
        calendars.put(address("meetings", "meetings"), meetings(MEETINGS));
        calendars.put(address("theme-days", "theme-days"), meetings(List.of("主题党日")));
        calendars.put(address("study", "study"), study());
        calendars.put(address("notices", "notices"), notices());
        List<CalendarEvent> all = new ArrayList<>(term());
        calendars.values().forEach(all::addAll);
        calendars.put(address("due", "calendar"), all);
        calendars.values().removeIf(List::isEmpty);
        return calendars;
    }

    private static String address(String folder, String name) {
        return Register.FOLDER + folder + "/" + name + ".ics";
    }

    /** An entry of two kinds is in two calendars, but once in that of everything. */
    private static List<CalendarEvent> distinct(List<CalendarEvent> events) {
        Set<String> known = new LinkedHashSet<>();
        return events.stream().filter(event -> known.add(event.uid())).toList();
    }

    private List<CalendarEvent> meetings(List<String> kinds) {
        List<CalendarEvent> events = new ArrayList<>();
        for (Item item : site.items()) {
            List<String> of = item.entry().kinds().stream()
                    .map(Kind::name)
                    .filter(kinds::contains)
                    .toList();
            if (!of.isEmpty() && item.entry().values().get(CommonField.MEETING) instanceof Value.Fields group) {
                FieldReader meeting = new FieldReader(group);
                meeting.text("时间", "time")
                        .flatMap(DateText::parse)
                        .ifPresent(time -> events.add(event(
                                item,
                                item.address(),
                                when(time),
                                meeting.text("名称", "name").orElse(item.entry().title()),
                                meeting.text("地点", "place").orElse(""),
                                of)));
            }
        }
        return events;
    }

    private static When when(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? new CalendarEvent.Days(time.toLocalDate(), time.toLocalDate())
                : new CalendarEvent.Time(time, Optional.empty());
    }

    /** Each row of a study plan that names a day or a month. */
    private List<CalendarEvent> study() {
        List<CalendarEvent> events = new ArrayList<>();
        for (Item item : site.items()) {
            for (Entry.OwnField own : item.entry().own()) {
                if (own.spec().name().equals("学习安排") && own.value() instanceof Value.Items rows) {
                    int number = 0;
                    for (Value row : rows.items()) {
                        number++;
                        if (row instanceof Value.Fields group) {
                            lesson(item, own.spec(), new FieldReader(group), number)
                                    .ifPresent(events::add);
                        }
                    }
                }
            }
        }
        return events;
    }

    private Optional<CalendarEvent> lesson(Item item, FieldSpec table, FieldReader row, int number) {
        int year = item.entry().years().get(0);
        return cell(table, row, "时间")
                .flatMap(text -> Period.parse(text, year))
                .or(() -> cell(table, row, "月份").flatMap(text -> Period.parse(text, year)))
                .map(period -> event(
                        item,
                        item.address() + "#" + number,
                        new CalendarEvent.Days(period.from(), period.to()),
                        cell(table, row, "内容").orElse(item.entry().title()),
                        cell(table, row, "地点").orElse(""),
                        List.of("学习")));
    }

    private static Optional<String> cell(FieldSpec table, FieldReader row, String column) {
        return table.column(column).flatMap(spec -> row.text(spec.names().toArray(String[]::new)));
    }

    private List<CalendarEvent> notices() {
        return site.items().stream()
                .filter(item -> item.entry().notice().isPresent())
                .map(item -> event(
                        item,
                        item.address() + "#notice",
                        new CalendarEvent.Days(
                                item.entry().notice().get().from(),
                                item.entry().notice().get().to()),
                        item.entry().title(),
                        "",
                        List.of("公示")))
                .toList();
    }

    private List<CalendarEvent> term() {
        return site.config().organisation().term().stream()
                .map(term -> new CalendarEvent(
                        uid("term-" + term.to()),
                        new CalendarEvent.Days(term.to(), term.to()),
                        "支部委员会任期届满",
                        "任期" + DateText.chinese(term.from()) + "至" + DateText.chinese(term.to()),
                        "",
                        "",
                        List.of("换届")))
                .toList();
    }

    private CalendarEvent event(
            Item item, String what, When when, String summary, String place, List<String> categories) {
        String base = site.config().baseUrl();
        return new CalendarEvent(
                uid(what),
                when,
                summary,
                item.entry().title(),
                place,
                base.isEmpty() ? "" : base + item.address(),
                categories);
    }

    private String uid(String what) {
        String code = site.config().code();
        return what + "@" + (code.matches("[A-Za-z0-9-]+") ? code : "gongkai");
    }
}
