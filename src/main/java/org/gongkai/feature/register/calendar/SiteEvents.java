package org.gongkai.feature.register.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.calendar.CalendarEvent.When;
import org.gongkai.feature.register.source.RescheduledMeetings;
import org.gongkai.feature.register.source.SameEvent;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.MeetingChange;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.site.fact.Facts;
import org.gongkai.text.DateText;
import org.gongkai.text.Period;

/** The events whose days or times the entries of a site state. */
public record SiteEvents(Site site) {

    private static final String MEETINGS = "会议";
    private static final String THEME_DAYS = "党日";

    /** Returns whether no entry states a day or time of an event. */
    public boolean isEmpty() {
        return notices().isEmpty()
                && meetings().isEmpty()
                && themeDays().isEmpty()
                && study().isEmpty()
                && announced(List.of()).isEmpty();
    }

    /** The day after the next one on which an event ends: lists of what is ahead are shorter then. */
    public Optional<LocalDate> nextChange() {
        return Stream.of(meetings(), plannedThemeDays(), study(), announced(List.of()))
                .flatMap(List::stream)
                .map(event -> event.when().lastDay())
                .filter(last -> !last.isBefore(site.asOf()))
                .min(LocalDate::compareTo)
                .map(last -> last.plusDays(1));
    }

    public List<SiteEvent> meetings() {
        return meetings(MEETINGS);
    }

    /** The theme days, and the planned ones of months without any. */
    public List<SiteEvent> themeDays() {
        List<SiteEvent> held = meetings(THEME_DAYS);
        Set<YearMonth> months = held.stream()
                .filter(event -> !event.isCancelled())
                .map(event -> YearMonth.from(event.when().begins()))
                .collect(Collectors.toSet());
        return Stream.concat(
                        held.stream(),
                        plannedThemeDays().stream()
                                .filter(event -> !months.contains(
                                        YearMonth.from(event.when().begins()))))
                .toList();
    }

    /** The rows of plans of theme days that name a day or a month; of those of several plans the newest. */
    public List<SiteEvent> plannedThemeDays() {
        List<SiteEvent> events = new ArrayList<>();
        for (SiteEvent event : planned("主题党日安排", "主题", "主题党日计划", "#theme-day-")) {
            if (events.stream()
                    .noneMatch(it -> it.item() != event.item() && it.when().equals(event.when()))) {
                events.add(event);
            }
        }
        return events;
    }

    /** Returns whether an event is a theme day that was held. */
    public static boolean isThemeDay(SiteEvent event) {
        return !event.isCancelled()
                && event.item().entry().kinds().stream()
                        .filter(kind -> kind.is(Trait.CALENDAR, THEME_DAYS))
                        .anyMatch(kind -> event.categories().contains(kind.name()));
    }

    /**
     * The sittings that entries state, each once: the page of its newest paper, under the identifier of the first. What
     * was put off is there twice, unless an entry is about the day that it was put off to.
     */
    private List<SiteEvent> meetings(String calendar) {
        List<EntryFacts> stated = new ArrayList<>();
        List<String> groups = site.config().data().organisation().groupNames();
        for (Item item : site.items()) {
            if (item.entry().values().get(CommonField.MEETING) instanceof Value.Fields
                    && item.entry().kinds().stream().anyMatch(kind -> kind.is(Trait.CALENDAR, calendar))) {
                stated.add(0, new EntryFacts(item, List.of(), groups));
            }
        }
        List<Facts> sittings = SameEvent.merged(stated);
        RescheduledMeetings instead = new RescheduledMeetings(sittings, LocalDate.MAX);
        List<SiteEvent> events = new ArrayList<>();
        for (Facts sitting : sittings) {
            DateText.parse(sitting.text("会议.时间")).ifPresent(time -> {
                Optional<MeetingChange> change = RescheduledMeetings.change(sitting);
                SiteEvent event = meeting(sitting, calendar, time, change);
                events.add(0, event);
                change.flatMap(MeetingChange::to)
                        .filter(to -> instead.of(sitting).isEmpty())
                        .ifPresent(to -> events.add(0, event.movedTo(When.at(to))));
            });
        }
        return events;
    }

    private static SiteEvent meeting(
            Facts sitting, String calendar, LocalDateTime time, Optional<MeetingChange> change) {
        List<Item> papers = sitting.entries();
        Item last = papers.get(papers.size() - 1);
        String name = Stream.concat(
                        sitting.at("会议.名称").stream(), Stream.of(last.entry().title()))
                .findFirst()
                .get();
        List<String> kinds = papers.stream()
                .flatMap(item -> item.entry().kinds().stream())
                .filter(kind -> kind.is(Trait.CALENDAR, calendar))
                .map(Kind::name)
                .distinct()
                .toList();
        return new SiteEvent(
                last,
                papers.get(0).address(),
                When.at(time),
                name,
                sitting.text("会议.地点"),
                kinds,
                change.map(MeetingChange::text).orElse(""));
    }

    /**
     * What entries announce by their fields 时间 and 地点, with its title as 召开党员大会 where they have 关于召开党员大会的通知.
     *
     * @param known the events that need no announcement any more
     */
    public List<SiteEvent> announced(Collection<SiteEvent> known) {
        return site.items().stream()
                .flatMap(item -> item.entry().kinds().stream()
                        .filter(kind -> kind.is(Trait.ANNOUNCEMENT, "是"))
                        .limit(1)
                        .flatMap(kind -> announced(item, kind).stream()))
                .filter(event -> known.stream()
                        .noneMatch(it -> it.when().begins().equals(event.when().begins())))
                .sorted(Comparator.comparing(event -> event.when().begins()))
                .toList();
    }

    private static Optional<SiteEvent> announced(Item item, Kind kind) {
        Entry entry = item.entry();
        EntryFacts facts = new EntryFacts(item, List.of(), List.of());
        String typed = facts.text("时间");
        String days = typed.split("，")[0];
        // What is to be done until a day is no event.
        return DateText.parse(typed)
                .map(When::at)
                .or(() -> Period.parse(days, entry.year())
                        .filter(period -> !days.endsWith("前"))
                        .map(period -> When.days(period.from(), period.to())))
                .map(when -> new SiteEvent(
                        item,
                        item.address() + "#announced",
                        when,
                        entry.title().replaceFirst("^.*?关于(.+)的" + Pattern.quote(kind.name()) + "$", "$1"),
                        facts.text("地点"),
                        List.of(kind.name()),
                        ""));
    }

    /** The rows of study plans that name a day or a month. */
    public List<SiteEvent> study() {
        return planned("学习安排", "内容", "学习", "#");
    }

    /** @param anchor distinguishes the rows of one table from those of another */
    private List<SiteEvent> planned(String table, String topic, String category, String anchor) {
        List<SiteEvent> events = new ArrayList<>();
        for (Item item : site.items()) {
            for (Entry.OwnField own : item.entry().own()) {
                List<Value> rows = own.spec().name().equals(table) && own.value() instanceof Value.Items items
                        ? items.items()
                        : List.of();
                for (int i = 0; i < rows.size(); i++) {
                    if (rows.get(i) instanceof Value.Fields group) {
                        String id = item.address() + anchor + (i + 1);
                        period(item, own.spec(), group)
                                .map(period -> new SiteEvent(
                                        item,
                                        id,
                                        When.days(period.from(), period.to()),
                                        own.spec()
                                                .cell(group, topic)
                                                .orElse(item.entry().title()),
                                        own.spec().cell(group, "地点").orElse(""),
                                        List.of(category),
                                        ""))
                                .ifPresent(events::add);
                    }
                }
            }
        }
        return events;
    }

    private static Optional<Period> period(Item item, FieldSpec table, Value.Fields row) {
        int year = item.entry().year();
        return table.cell(row, "时间").flatMap(text -> Period.parse(text, year)).or(() -> table.cell(row, "月份")
                .flatMap(text -> Period.parse(text, year)));
    }

    /** The periods of 公示. */
    public List<SiteEvent> notices() {
        return site.items().stream()
                .filter(item -> item.entry().notice().isPresent())
                .map(item -> new SiteEvent(
                        item,
                        item.address() + "#notice",
                        When.days(
                                item.entry().notice().get().from(),
                                item.entry().notice().get().to()),
                        item.entry().title(),
                        "",
                        List.of("公示"),
                        ""))
                .toList();
    }

    /**
     * An event that an entry states.
     *
     * @param id unique in the site, and the same in every build
     * @param place its place; empty if it has none
     * @param categories such as the kind of meeting
     * @param change 取消 or 延期 if it was not held; empty otherwise
     */
    public record SiteEvent(
            Item item, String id, When when, String title, String place, List<String> categories, String change) {

        public boolean isCancelled() {
            return !change.isEmpty();
        }

        /** What it is, and what became of it. */
        public String summary() {
            return change.isEmpty() ? title : title + "（" + change + "）";
        }

        SiteEvent movedTo(When when) {
            return new SiteEvent(item, id + "#moved", when, title, place, categories, "");
        }
    }
}
