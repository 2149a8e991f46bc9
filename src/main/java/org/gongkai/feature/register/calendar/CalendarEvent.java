package org.gongkai.feature.register.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Something that happens on some days or at a time.
 *
 * @param uid identifies the event in all calendars and must be the same at each build
 * @param when its days or its time
 * @param summary its title
 * @param description more about it; empty for nothing
 * @param location its place; empty if it has none
 * @param address of the page about it, with scheme and host; one without is left out, as the format knows no relative
 *     addresses
 * @param categories such as the kind of meeting
 */
public record CalendarEvent(
        String uid,
        When when,
        String summary,
        String description,
        String location,
        String address,
        List<String> categories) {

    public CalendarEvent {
        categories = List.copyOf(categories);
        if (uid.isBlank()) {
            throw new IllegalArgumentException("An event without identifier: " + summary);
        }
    }

    /** The days or the time of an event. */
    public sealed interface When {
        /** Returns its beginning, by which events are sorted. */
        LocalDateTime begins();

        /** Returns its last day; that on which a time begins. */
        default LocalDate lastDay() {
            return this instanceof Days days ? days.last() : begins().toLocalDate();
        }
    }

    /**
     * Whole days.
     *
     * @param last the last of them; may be the first
     */
    public record Days(LocalDate first, LocalDate last) implements When {
        public Days {
            requireOrder(!last.isBefore(first), first, last);
        }

        @Override
        public LocalDateTime begins() {
            return first.atStartOfDay();
        }
    }

    /**
     * A time of the zone that the calendar is written for.
     *
     * @param end if it is known
     */
    public record Time(LocalDateTime start, Optional<LocalDateTime> end) implements When {
        public Time {
            end.ifPresent(time -> requireOrder(!time.isBefore(start), start, time));
        }

        @Override
        public LocalDateTime begins() {
            return start;
        }
    }

    private static void requireOrder(boolean ordered, Object from, Object to) {
        if (!ordered) {
            throw new IllegalArgumentException("Ends before it begins: " + from + " to " + to);
        }
    }
}
