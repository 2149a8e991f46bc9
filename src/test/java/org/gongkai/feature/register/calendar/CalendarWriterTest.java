package org.gongkai.feature.register.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gongkai.feature.register.calendar.CalendarEvent.Type;
import org.gongkai.feature.register.calendar.CalendarEvent.When;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A calendar")
class CalendarWriterTest {

    private static final Instant WRITTEN = Instant.parse("2024-06-01T04:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    private static CalendarEvent days(String uid, LocalDate first, LocalDate last, String summary) {
        return new CalendarEvent(uid, When.days(first, last), summary, "", "", "", List.of(), Type.APPOINTMENT);
    }

    private static CalendarEvent described(String description) {
        return new CalendarEvent("u", When.days(DAY, DAY), "会议", description, "", "", List.of(), Type.APPOINTMENT);
    }

    private static String write(String zone, CalendarEvent... events) {
        return new CalendarWriter(ZoneId.of(zone), WRITTEN).write("第一党支部", List.of(events));
    }

    private static Unfolded read(CalendarEvent... events) {
        return Unfolded.of(write("Asia/Shanghai", events));
    }

    @Test
    @DisplayName("with a meeting names its time, place and address")
    void meeting() {
        CalendarEvent meeting = new CalendarEvent(
                "urn:x-gongkai:demo:meetings/2024/1.html",
                When.at(LocalDateTime.of(2024, 5, 6, 9, 0)),
                "支部党员大会",
                "一、选举；\n二、其他,事项",
                "三楼会议室",
                "https://example.org/meetings/2024/1.html",
                List.of("支部党员大会", "三会一课"),
                Type.APPOINTMENT);

        assertThat(write("Asia/Shanghai", meeting))
                .isEqualTo(
                        """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//gongkai//gongkai//ZH
                CALSCALE:GREGORIAN
                METHOD:PUBLISH
                X-WR-CALNAME:第一党支部
                BEGIN:VEVENT
                UID:urn:x-gongkai:demo:meetings/2024/1.html
                DTSTAMP:20240601T040000Z
                DTSTART:20240506T010000Z
                SUMMARY:支部党员大会
                DESCRIPTION:一、选举；\\n二、其他\\,事项
                LOCATION:三楼会议室
                URL:https://example.org/meetings/2024/1.html
                CATEGORIES:支部党员大会,三会一课
                END:VEVENT
                END:VCALENDAR
                """
                                .replace("\n", "\r\n"));
    }

    @Test
    @DisplayName("has whole days, the last of which is before their end")
    void wholeDays() {
        String calendar = write("Asia/Shanghai", days("u", DAY, DAY, "公示"));

        assertThat(calendar)
                .contains("DTSTART;VALUE=DATE:20240229\r\nDTEND;VALUE=DATE:20240301\r\n", "TRANSP:TRANSPARENT")
                .doesNotContain("LOCATION", "DESCRIPTION", "URL", "CATEGORIES");
    }

    @Test
    @DisplayName("has times in UTC, whatever the zone of the site")
    void otherZones() {
        CalendarEvent meeting = new CalendarEvent(
                "u", When.at(LocalDateTime.of(2024, 7, 1, 1, 0)), "会议", "", "", "", List.of(), Type.APPOINTMENT);

        assertThat(write("Asia/Urumqi", meeting))
                .contains("DTSTART:20240630T190000Z\r\n")
                .doesNotContain("TZID", "DTEND");
        assertThat(write("Europe/Berlin", meeting)).contains("DTSTART:20240630T230000Z\r\n");
        assertThat(write("UTC", meeting)).contains("DTSTART:20240701T010000Z\r\n");
    }

    @Test
    @DisplayName("has events in the order of their beginnings, whatever order they come in")
    void order() {
        List<CalendarEvent> events = new ArrayList<>(List.of(
                days("c", DAY, DAY, "三"),
                days("b", DAY, DAY, "二"),
                days("a", DAY.plusDays(1), DAY.plusDays(1), "四"),
                days("d", DAY.minusDays(9), DAY.plusDays(9), "一")));
        CalendarWriter writer = new CalendarWriter(ZoneId.of("Asia/Shanghai"), WRITTEN);
        String calendar = writer.write("", events);

        assertThat(Unfolded.of(calendar).values("SUMMARY")).containsExactly("一", "二", "三", "四");
        Collections.reverse(events);
        assertThat(writer.write("", events)).isEqualTo(calendar);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "甲;乙,丙\\丁",
                "第一行\n第二行\n\n第四行",
                "END:VEVENT\nBEGIN:VEVENT",
                "\\n\\\\N;",
                "𬭎𬭎𬭎",
                "制表\t符",
                "\"引号\" : 冒号"
            })
    @DisplayName("brings texts to readers as they are")
    void texts(String text) {
        Unfolded calendar = read(described(text));

        assertThat(calendar.texts("DESCRIPTION")).containsExactly(text);
        assertThat(calendar.values("BEGIN")).containsExactly("VCALENDAR", "VEVENT");
    }

    @Test
    @DisplayName("has one kind of line break, and no control characters and halves of characters")
    void dropped() {
        Unfolded calendar = read(described("甲\r\n乙\r丙\u2028丁\u0000\u0007\u001b\u007f\u0085\ud842戊\udfb7"));

        assertThat(calendar.texts("DESCRIPTION")).containsExactly("甲\n乙\n丙\n丁戊");
    }

    @Test
    @DisplayName("has addresses of plain characters, and none without scheme")
    void addresses() {
        List<String> typed = List.of(
                "https://example.org/通知/1.html?a=b,c;d", "notices/1.html", "", "https://example.org/a b\r\nX:𬭎");
        CalendarEvent[] events = IntStream.range(0, typed.size())
                .mapToObj(i -> new CalendarEvent(
                        "u" + i, When.days(DAY, DAY), "", "", "", typed.get(i), List.of(), Type.APPOINTMENT))
                .toArray(CalendarEvent[]::new);

        assertThat(read(events).values("URL"))
                .containsExactly(
                        "https://example.org/%E9%80%9A%E7%9F%A5/1.html?a=b,c;d",
                        "https://example.org/a%20bX:%F0%AC%AD%8E");
    }

    @Property(tries = 300)
    void hasNoLineOfMoreThan75OctetsAndCutsNoCharacter(@ForAll String text, @ForAll @IntRange(max = 80) int before)
            throws CharacterCodingException {
        assertFolded(read(described("a".repeat(before) + text + "党课".repeat(40))));
    }

    @Test
    @DisplayName("folds lines around a character of four octets wherever it stands")
    void border() throws CharacterCodingException {
        for (int before = 0; before < 80; before++) {
            String text = "a".repeat(before) + "𬭎".repeat(30) + "党".repeat(30) + "é".repeat(40);
            Unfolded calendar = read(described(text));

            assertFolded(calendar);
            assertThat(calendar.texts("DESCRIPTION")).containsExactly(text);
        }
    }

    @Test
    @DisplayName("folds a line of 76 octets and none of 75")
    void limit() {
        String full = "b".repeat(75 - "DESCRIPTION:".length());

        assertThat(read(described(full)).folded()).contains("DESCRIPTION:" + full);
        assertThat(read(described(full + "c")).folded()).containsSequence("DESCRIPTION:" + full, " c");
    }

    private static void assertFolded(Unfolded calendar) throws CharacterCodingException {
        for (String line : calendar.folded()) {
            byte[] octets = line.getBytes(StandardCharsets.ISO_8859_1);
            assertThat(octets).hasSizeLessThanOrEqualTo(75);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
        }
    }

    @Test
    @DisplayName("of 1,000 events has them all")
    void thousand() throws CharacterCodingException {
        List<CalendarEvent> events = IntStream.range(0, 1000)
                .mapToObj(i -> days(
                        "u" + i, DAY.plusDays(i % 300), DAY.plusDays(i % 300 + i % 7), ("第" + i + "次党课𬭎").repeat(9)))
                .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
        Collections.shuffle(events, new Random(1));
        Unfolded calendar = Unfolded.of(new CalendarWriter(ZoneId.of("Asia/Shanghai"), WRITTEN).write("一年", events));

        assertFolded(calendar);
        assertThat(calendar.values("UID")).hasSize(1000).doesNotHaveDuplicates();
        assertThat(calendar.values("DTSTART")).isSorted();
        assertThat(calendar.values("DTSTAMP")).hasSize(1000).containsOnly("20240601T040000Z");
        assertThat(calendar.texts("SUMMARY")).contains("第999次党课𬭎".repeat(9));
        assertThat(calendar.values("END"))
                .endsWith("VCALENDAR")
                .filteredOn("VEVENT"::equals)
                .hasSize(1000);
    }

    @Test
    @DisplayName("of no events is a calendar still")
    void empty() {
        assertThat(read().values("BEGIN")).containsExactly("VCALENDAR");
        assertThat(read().values("END")).containsExactly("VCALENDAR");
    }

    @Test
    @DisplayName("has the first of two events of one identifier, and refuses one without, and ends before beginnings")
    void refused() {
        assertThat(read(days("u", DAY, DAY, "一"), days("u", DAY, DAY, "二")).values("SUMMARY"))
                .containsExactly("一");
        assertThatThrownBy(() -> days(" ", DAY, DAY, "一")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> days("u", DAY, DAY.minusDays(1), "一"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Ends before it begins: 2024-02-29 to 2024-02-28");
    }

    @Test
    @DisplayName(
            "reminds of what is ahead: the day before, of deadlines a week before as well, and on the last day of a span")
    void alarms() {
        LocalDate ahead = LocalDate.of(2024, 7, 1);
        When time = When.at(ahead.atTime(14, 30));
        When day = When.days(ahead, ahead);

        assertThat(triggers(time, Type.APPOINTMENT)).containsExactly("TRIGGER:-P1D");
        assertThat(triggers(day, Type.APPOINTMENT)).containsExactly("TRIGGER:-P0DT15H");
        assertThat(triggers(When.days(DAY, ahead), Type.APPOINTMENT))
                .containsExactly("TRIGGER:-P0DT15H", "TRIGGER;RELATED=END:-PT15H");
        assertThat(triggers(day, Type.DEADLINE)).containsExactly("TRIGGER:-P6DT15H", "TRIGGER:-P0DT15H");
        assertThat(triggers(day, Type.TERM)).containsExactly("TRIGGER:-P179DT15H", "TRIGGER:-P29DT15H");
        assertThat(triggers(day, Type.DONE)).isEmpty();
        assertThat(triggers(day, Type.CANCELLED)).isEmpty();
        assertThat(triggers(When.days(DAY, DAY), Type.DEADLINE)).as("past").isEmpty();
    }

    private static List<String> triggers(When when, Type type) {
        String written = write("Asia/Shanghai", new CalendarEvent("u", when, "会议", "", "", "", List.of(), type));
        return written.lines().filter(line -> line.startsWith("TRIGGER")).toList();
    }
}
