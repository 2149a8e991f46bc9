package org.gongkai.feature.register.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * An event of a calendar.
 *
 * @param uid identifies the event in all calendars and in every build
 * @param when its days or its time
 * @param description may be empty
 * @param location may be empty
 * @param address of the page about it; one without scheme is omitted, as the format has no relative addresses
 * @param categories such as the kind of meeting
 * @param isCancelled whether it does not take place; readers are not to be reminded of it
 */
public record CalendarEvent(
        String uid,
        When when,
        String summary,
        String description,
        String location,
        String address,
        List<String> categories,
        boolean isCancelled) {

    public CalendarEvent {
        categories = List.copyOf(categories);
        if (uid.isBlank()) {
            throw new IllegalArgumentException("An event without identifier: " + summary);
        }
    }

    /**
     * The days of an event, or the time at which it begins, in the zone that the calendar is written for.
     *
     * @param lastDay its last day; may be the first
     * @param time empty for whole days
     */
    public record When(LocalDate firstDay, LocalDate lastDay, Optional<LocalTime> time) {
        public When {
            if (lastDay.isBefore(firstDay)) {
                throw new IllegalArgumentException("Ends before it begins: " + firstDay + " to " + lastDay);
            }
        }

        public static When days(LocalDate first, LocalDate last) {
            return new When(first, last, Optional.empty());
        }

        /** Returns a time; midnight denotes the whole day. */
        public static When at(LocalDateTime time) {
            LocalDate day = time.toLocalDate();
            return new When(day, day, Optional.of(time.toLocalTime()).filter(it -> !it.equals(LocalTime.MIDNIGHT)));
        }

        /** Returns its beginning, by which events are sorted. */
        public LocalDateTime begins() {
            return firstDay.atTime(time.orElse(LocalTime.MIDNIGHT));
        }
    }
}
