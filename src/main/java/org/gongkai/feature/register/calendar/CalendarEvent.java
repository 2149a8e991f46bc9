package org.gongkai.feature.register.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An event of a calendar.
 *
 * @param uid identifies the event in all calendars and in every build
 * @param when its days or its time
 * @param description may be empty
 * @param location may be empty
 * @param address of the page about it; one without scheme is omitted, as the format has no relative addresses
 * @param categories such as the kind of meeting
 * @param type what is to be reminded of, and whether it takes place at all
 */
public record CalendarEvent(
        String uid,
        When when,
        String summary,
        String description,
        String location,
        String address,
        List<String> categories,
        Type type) {

    public CalendarEvent {
        categories = List.copyOf(categories);
        if (uid.isBlank()) {
            throw new IllegalArgumentException("An event without identifier: " + summary);
        }
    }

    /** What an event is to its readers. */
    public enum Type {
        /** Something to go to, or to read while it lasts. */
        APPOINTMENT(1),
        /** The last day of something to be done. */
        DEADLINE(7, 1),
        /** The end of a term of office, which half a year is needed to prepare for. */
        TERM(180, 30),
        /** A deadline that was met. */
        DONE,
        /** What does not take place. */
        CANCELLED;

        private final int[] daysBefore;

        Type(int... daysBefore) {
            this.daysBefore = daysBefore;
        }

        /** Returns how many days before it readers are reminded. */
        public IntStream daysBefore() {
            return IntStream.of(daysBefore);
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
