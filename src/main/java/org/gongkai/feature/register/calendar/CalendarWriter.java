package org.gongkai.feature.register.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.feature.register.calendar.CalendarEvent.Type;

/**
 * Writes calendars for one time zone.
 *
 * @param zone the zone of the times of events
 * @param written the time stamp of the calendar, which must not depend on the current time
 */
public record CalendarWriter(ZoneId zone, Instant written) {

    private static final String PRODUCT = "-//gongkai//gongkai//ZH";
    /** Nine o'clock on the last day of an event that ends at midnight. */
    private static final String LAST_MORNING = "-PT15H";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    /**
     * Returns a calendar; of several events with the same identifier it has the first.
     *
     * @param name for readers
     */
    public String write(String name, List<CalendarEvent> events) {
        Map<String, CalendarEvent> distinct = new LinkedHashMap<>();
        events.forEach(event -> distinct.putIfAbsent(event.uid(), event));
        CalendarLines lines = new CalendarLines();
        lines.add("BEGIN", "VCALENDAR");
        lines.add("VERSION", "2.0");
        lines.add("PRODID", PRODUCT);
        lines.add("CALSCALE", "GREGORIAN");
        lines.add("METHOD", "PUBLISH");
        lines.addText("X-WR-CALNAME", name);
        distinct.values().stream()
                .sorted(Comparator.comparing(
                                (CalendarEvent event) -> event.when().begins())
                        .thenComparing(CalendarEvent::uid))
                .forEach(event -> event(lines, event));
        lines.add("END", "VCALENDAR");
        return lines.toString();
    }

    private void event(CalendarLines lines, CalendarEvent event) {
        lines.add("BEGIN", "VEVENT");
        lines.addText("UID", event.uid());
        lines.add("DTSTAMP", utc(written));
        boolean isTime = event.when().time().isPresent();
        if (isTime) {
            lines.add("DTSTART", utc(event.when().begins().atZone(zone).toInstant()));
        } else {
            day(lines, "DTSTART", event.when().firstDay());
            // The end is exclusive.
            day(lines, "DTEND", event.when().lastDay().plusDays(1));
        }
        lines.addText("SUMMARY", event.summary());
        lines.addText("DESCRIPTION", event.description());
        lines.addText("LOCATION", event.location());
        lines.addAddress("URL", event.address());
        lines.addTexts("CATEGORIES", event.categories());
        boolean isCancelled = event.type() == Type.CANCELLED;
        if (isCancelled) {
            lines.add("STATUS", "CANCELLED");
        }
        if (!isTime || isCancelled) {
            // Readers are not busy during whole-day events.
            lines.add("TRANSP", "TRANSPARENT");
        }
        // Some programs show all alarms at once that they have missed.
        if (!event.when().lastDay().isBefore(written.atZone(zone).toLocalDate())) {
            event.type()
                    .daysBefore()
                    .forEach(days -> alarm(lines, event, isTime ? "-P" + days + "D" : nineBefore(days)));
            if (event.type() == Type.APPOINTMENT
                    && !event.when().lastDay().equals(event.when().firstDay())) {
                alarm(lines, event, LAST_MORNING);
            }
        }
        lines.add("END", "VEVENT");
    }

    private static void alarm(CalendarLines lines, CalendarEvent event, String trigger) {
        lines.add("BEGIN", "VALARM");
        lines.add("ACTION", "DISPLAY");
        lines.addText("DESCRIPTION", event.summary());
        lines.add(trigger.equals(LAST_MORNING) ? "TRIGGER;RELATED=END" : "TRIGGER", trigger);
        lines.add("END", "VALARM");
    }

    /** Returns the trigger of nine o'clock some days before an event that begins at midnight. */
    private static String nineBefore(int days) {
        return "-P" + (days - 1) + "DT15H";
    }

    private static void day(CalendarLines lines, String name, LocalDate day) {
        lines.add(name + ";VALUE=DATE", DAY.format(day));
    }

    private static String utc(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC)) + "Z";
    }

    /** The lines of a calendar (RFC 5545, section 3.1). Each name and value is that of a property. */
    private static final class CalendarLines {

        /** Octets of a line without its end. */
        private static final int LONGEST = 75;

        private static final Pattern WITH_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.+", Pattern.DOTALL);
        private static final String NOT_IN_ADDRESSES = "\"<>\\^`{|}";

        private final StringBuilder out = new StringBuilder();

        /** Adds a value without characters to be escaped. */
        void add(String name, String value) {
            String line = name + ":" + value;
            int octets = 0;
            for (int i = 0; i < line.length(); ) {
                int c = line.codePointAt(i);
                int needed = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
                if (octets + needed > LONGEST) {
                    out.append("\r\n ");
                    octets = 1;
                }
                out.appendCodePoint(c);
                octets += needed;
                i += Character.charCount(c);
            }
            out.append("\r\n");
        }

        /** Adds a text, unless it is empty. */
        void addText(String name, String text) {
            addTexts(name, List.of(text));
        }

        /** Adds several texts as one property, unless there are none. */
        void addTexts(String name, List<String> texts) {
            String value = texts.stream()
                    .map(CalendarLines::escaped)
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(","));
            if (!value.isEmpty()) {
                add(name, value);
            }
        }

        /** Adds an address, unless it has no scheme. Characters that addresses must not contain are percent-encoded. */
        void addAddress(String name, String address) {
            if (WITH_SCHEME.matcher(address).matches()) {
                add(name, encoded(address));
            }
        }

        private static String escaped(String text) {
            StringBuilder escaped = new StringBuilder(text.length() + 16);
            text.strip().replace("\r\n", "\n").codePoints().forEach(c -> {
                switch (c) {
                    case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(c);
                    case '\n', '\r', '\u2028', '\u2029' -> escaped.append("\\n");
                    default -> {
                        if (c == '\t' || isCharacter(c)) {
                            escaped.appendCodePoint(c);
                        }
                    }
                }
            });
            return escaped.toString();
        }

        private static String encoded(String address) {
            StringBuilder encoded = new StringBuilder(address.length() + 16);
            address.codePoints().filter(CalendarLines::isCharacter).forEach(c -> {
                if (c > ' ' && c < 0x7f && NOT_IN_ADDRESSES.indexOf(c) < 0) {
                    encoded.appendCodePoint(c);
                } else {
                    for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                        encoded.append(String.format(Locale.ROOT, "%%%02X", octet));
                    }
                }
            });
            return encoded.toString();
        }

        /** Whether a code point is neither a control character nor a surrogate. */
        private static boolean isCharacter(int c) {
            return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
        }

        @Override
        public String toString() {
            return out.toString();
        }
    }
}
