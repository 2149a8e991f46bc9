package org.gongkai.register.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes calendars for one time zone. */
public final class CalendarWriter {

    private static final String PRODUCT = "-//gongkai//gongkai//ZH";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xx", Locale.ROOT);

    private final ZoneId zone;
    private final Instant written;

    /**
     * @param zone the zone of the times of events
     * @param written when the calendar counts as written, such as the day of the site; never the time of the machine
     */
    public CalendarWriter(ZoneId zone, Instant written) {
        this.zone = zone;
        this.written = written;
    }

    /**
     * Returns a calendar.
     *
     * @param name for readers
     * @throws IllegalArgumentException if two events have the same identifier
     */
    public String write(String name, List<CalendarEvent> events) {
        requireDistinct(events);
        CalendarLines lines = new CalendarLines();
        lines.add("BEGIN", "VCALENDAR");
        lines.add("VERSION", "2.0");
        lines.add("PRODID", PRODUCT);
        lines.add("CALSCALE", "GREGORIAN");
        lines.add("METHOD", "PUBLISH");
        lines.addText("X-WR-CALNAME", name);
        if (isShanghai() && events.stream().anyMatch(event -> event.when() instanceof CalendarEvent.Time)) {
            lines.add("X-WR-TIMEZONE", zone.getId());
            zone(lines);
        }
        events.stream()
                .sorted(Comparator.comparing(
                                (CalendarEvent event) -> event.when().begins())
                        .thenComparing(CalendarEvent::uid))
                .forEach(event -> event(lines, event));
        lines.add("END", "VCALENDAR");
        return lines.toString();
    }

    private static void requireDistinct(List<CalendarEvent> events) {
        Set<String> seen = new HashSet<>();
        for (CalendarEvent event : events) {
            if (!seen.add(event.uid())) {
                throw new IllegalArgumentException("Two events have the identifier " + event.uid());
            }
        }
    }

    private boolean isShanghai() {
        return zone.equals(SHANGHAI);
    }

    /** Defines the zone from the beginning of Unix time on; its years of summer time, 1986 to 1991, are left out. */
    private void zone(CalendarLines lines) {
        String offset = OFFSET.format(zone.getRules().getStandardOffset(written));
        lines.add("BEGIN", "VTIMEZONE");
        lines.add("TZID", zone.getId());
        lines.add("BEGIN", "STANDARD");
        lines.add("DTSTART", "19700101T000000");
        lines.add("TZOFFSETFROM", offset);
        lines.add("TZOFFSETTO", offset);
        lines.add("TZNAME", "CST");
        lines.add("END", "STANDARD");
        lines.add("END", "VTIMEZONE");
    }

    private void event(CalendarLines lines, CalendarEvent event) {
        lines.add("BEGIN", "VEVENT");
        lines.addText("UID", event.uid());
        lines.add("DTSTAMP", utc(written));
        if (event.when() instanceof CalendarEvent.Days days) {
            day(lines, "DTSTART", days.first());
            // The end does not belong to the event.
            day(lines, "DTEND", days.last().plusDays(1));
        } else if (event.when() instanceof CalendarEvent.Time time) {
            time(lines, "DTSTART", time.start());
            time.end().ifPresent(end -> time(lines, "DTEND", end));
        }
        lines.addText("SUMMARY", event.summary());
        lines.addText("DESCRIPTION", event.description());
        lines.addText("LOCATION", event.location());
        lines.addAddress("URL", event.address());
        lines.addTexts("CATEGORIES", event.categories());
        if (event.when() instanceof CalendarEvent.Days) {
            // A reader is not occupied all day by what is on view or due.
            lines.add("TRANSP", "TRANSPARENT");
        }
        lines.add("END", "VEVENT");
    }

    private static void day(CalendarLines lines, String name, LocalDate day) {
        lines.add(name + ";VALUE=DATE", DAY.format(day));
    }

    private void time(CalendarLines lines, String name, LocalDateTime time) {
        if (isShanghai()) {
            lines.add(name + ";TZID=" + zone.getId(), TIME.format(time));
        } else {
            lines.add(name, utc(time.atZone(zone).toInstant()));
        }
    }

    private static String utc(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC)) + "Z";
    }
}
