/**
 * Calendars for the programs in which readers keep their appointments: iCalendar (RFC 5545). In: events; out: the
 * text of a file. Knows nothing of entries, registers and pages.
 *
 * <p>Written here rather than by a library, because lines should be folded after 75 octets and biweekly and ical4j
 * count the {@code char}s of a line, which for Han text gives lines up to three times as long.
 *
 * <p><b>Times.</b> Those of Asia/Shanghai are written as local times with a definition of that zone, which has one
 * offset from UTC and no summer time. Times of any other zone are written in UTC.
 *
 * <p><b>Same input, same bytes.</b> The time of writing ({@code DTSTAMP}) is given, events are sorted by their
 * beginning and identifier, and an identifier never changes: a program that reads the calendar again replaces the
 * event.
 */
package org.gongkai.feature.register.calendar;
