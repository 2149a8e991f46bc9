package org.gongkai.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.testing.Headers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NewEntryTest {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);

    static List<Kind> kinds() {
        return Headers.kinds().all();
    }

    /** A reader takes the text for an entry, whatever is still to be filled in. */
    @ParameterizedTest
    @MethodSource("kinds")
    void isADraftOfItsKind(Kind kind) {
        NewEntry fresh = new NewEntry(
                kind,
                kind.name(),
                Optional.of("关于甲：乙的通知"),
                Optional.of("A1/2024-00001"),
                "通知",
                "第一党支部",
                DAY,
                new WorkCalendar(new YamlReader(), List.of()));

        Entry entry =
                Headers.read("content/a.md", fresh.text()).entry().orElseThrow(() -> new AssertionError(fresh.text()));

        assertThat(entry.title()).isEqualTo("关于甲：乙的通知");
        assertThat(entry.publication().number()).isEqualTo("A1/2024-00001");
        assertThat(entry.publication().status()).isEqualTo(Entry.Status.DRAFT);
        assertThat(entry.dates().published().toLocalDate()).isEqualTo(DAY);
    }
}
