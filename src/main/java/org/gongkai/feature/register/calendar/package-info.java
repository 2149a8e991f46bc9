/**
 * Calendars for the programs in which readers keep their appointments: iCalendar (RFC 5545). In: the entries and
 * registers of an audience; out: events and the texts of files. Knows nothing of pages.
 *
 * <p>{@code CalendarWriter} takes the place of a library because lines should be folded after 75 octets: biweekly and
 * ical4j count the {@code char}s of a line, which makes lines of Han up to three times as long.
 *
 * <p><b>Times.</b> All are written in UTC, which programs show in the zone of their readers.
 *
 * <p><b>Same input, same bytes.</b> The time stamp ({@code DTSTAMP}) is given, events are sorted by their beginnings
 * and identifiers, and an identifier never changes: a program that reads the calendar again replaces the event.
 */
package org.gongkai.feature.register.calendar;
