package org.gongkai.feature.register.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.calendar.CalendarEvent.Type;
import org.gongkai.feature.register.calendar.CalendarEvent.When;
import org.gongkai.feature.register.model.DueList;
import org.gongkai.feature.register.model.Expectation;
import org.gongkai.feature.register.model.Register;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.SiteFile;
import org.gongkai.text.DateText;

/**
 * The calendars of a site for its audience: meetings, theme days, the study plan, 公示, the term of office and every
 * deadline of the registers. Entries that the audience does not see are in none.
 *
 * @param registers the registers of the site's audience
 */
public record SiteCalendars(Site site, List<Register> registers) {

    /** Returns the addresses of the calendars that have an event. */
    public Set<String> addresses() {
        return calendars().keySet();
    }

    /** Returns each calendar that has an event. */
    public List<SiteFile> files() {
        return calendars().entrySet().stream()
                .map(calendar -> SiteFile.of(
                        calendar.getKey(), SiteFile.NO_TEMPLATE, () -> "", () -> bytes(calendar.getValue())))
                .toList();
    }

    private byte[] bytes(List<CalendarEvent> events) {
        // Determined by the content, so that a calendar does not change every day.
        Instant written = site.items().stream()
                .map(item -> item.entry().dates().published())
                .max(LocalDateTime::compareTo)
                .orElse(site.asOf().atStartOfDay())
                .atZone(site.config().zone())
                .toInstant();
        return new CalendarWriter(site.config().zone(), written)
                .write(site.config().name(), events)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, List<CalendarEvent>> calendars() {
        Map<String, List<CalendarEvent>> calendars = new LinkedHashMap<>();
        SiteEvents events = new SiteEvents(site);
        List<SiteEvents.SiteEvent> themeDays = events.themeDays();
        List<SiteEvents.SiteEvent> meetings = new ArrayList<>(events.meetings());
        meetings.addAll(events.announced(
                Stream.concat(meetings.stream(), themeDays.stream()).toList()));
        calendars.put(address("meetings", "meetings"), written(meetings));
        calendars.put(address("theme-days", "theme-days"), written(themeDays));
        calendars.put(address("study", "study"), written(events.study()));
        calendars.put(address("notices", "notices"), written(events.notices()));
        // An entry of two kinds is in two calendars, but once in that of everything.
        List<CalendarEvent> all = new ArrayList<>(term());
        calendars.values().forEach(all::addAll);
        all.addAll(deadlines());
        calendars.put(address("due", "calendar"), all);
        calendars.values().removeIf(List::isEmpty);
        return calendars;
    }

    private static String address(String folder, String name) {
        return Register.FOLDER + folder + "/" + name + ".ics";
    }

    private List<CalendarEvent> term() {
        return site.config().data().organisation().term(site.asOf()).stream()
                .map(term -> new CalendarEvent(
                        uid("term-" + term.to()),
                        When.days(term.to(), term.to()),
                        "支部委员会任期届满",
                        "任期" + DateText.chinese(term.from()) + "至" + DateText.chinese(term.to()),
                        "",
                        "",
                        List.of("换届"),
                        Type.TERM))
                .toList();
    }

    private List<CalendarEvent> deadlines() {
        Map<String, Integer> known = new HashMap<>();
        return DueList.deadlines(registers).stream()
                .sorted(Comparator.comparing(deadline -> deadline.expected().due()))
                .map(deadline -> deadline(deadline.register(), deadline.expected(), known))
                .toList();
    }

    /** @param known the number of events by identifier, as a plan may name a task twice, for two days */
    private CalendarEvent deadline(Register register, Expectation expected, Map<String, Integer> known) {
        Optional<Item> evidence = expected.evidence().stream().findFirst();
        String id = register.spec().id() + " "
                + expected.period()
                        .map(period -> period.from().toString())
                        .or(() -> evidence.map(Item::address))
                        .orElse("")
                + " " + expected.what();
        String owner = expected.owner().isEmpty() ? "" : "（" + expected.owner() + "）";
        String title = evidence.map(item -> "《" + item.entry().title() + "》").orElse("");
        return new CalendarEvent(
                uid(UUID.nameUUIDFromBytes(
                                (id + " " + known.merge(id, 1, Integer::sum)).getBytes(StandardCharsets.UTF_8))
                        .toString()),
                When.days(expected.due(), expected.due()),
                (expected.done() ? "已完成：" : "期限：") + expected.what() + owner,
                Stream.of(register.spec().name() + "台账", title, expected.basis())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("，")),
                "",
                url(evidence.map(Item::address).orElse(register.address())),
                List.of("期限", register.spec().name()),
                expected.done() ? Type.DONE : Type.DEADLINE);
    }

    private String url(String address) {
        String base = site.config().baseUrl();
        return base.isEmpty() ? "" : base + address;
    }

    private List<CalendarEvent> written(List<SiteEvents.SiteEvent> events) {
        return events.stream()
                .map(event -> new CalendarEvent(
                        uid(event.id()),
                        event.when(),
                        event.summary(),
                        event.item().entry().title(),
                        event.place(),
                        url(event.item().address()),
                        event.categories(),
                        event.isCancelled() ? Type.CANCELLED : Type.APPOINTMENT))
                .toList();
    }

    private String uid(String what) {
        String code = site.config().branch().code();
        return what + "@" + (code.matches("[A-Za-z0-9-]+") ? code : "gongkai");
    }
}
