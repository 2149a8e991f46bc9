package org.gongkai.publish.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.publish.hooks.HookPublisher.RotatingLog;
import org.gongkai.publish.hooks.PublicationRunner.DesiredState;
import org.gongkai.testing.FolderFixture;
import org.junit.jupiter.api.Test;

class PublicationRunnerTest extends FolderFixture {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final List<String> published = new ArrayList<>();
    private String tip = "a";
    private int status;
    private Optional<LocalDate> next = Optional.empty();
    private Runnable meanwhile = () -> {};

    private final PublicationRunner.PublicationTask task = new PublicationRunner.PublicationTask() {
        @Override
        public Optional<DesiredState> desired() {
            return Optional.of(new DesiredState(tip, "1.0"));
        }

        @Override
        public PublicationRunner.Attempt publish(DesiredState desired) {
            published.add(desired.commit());
            meanwhile.run();
            return new PublicationRunner.Attempt(status, LocalDate.of(2024, 6, 1), next, CHINA, "");
        }
    };

    private PublicationRunner at(String time) {
        return new PublicationRunner(folder, Clock.fixed(Instant.parse(time), ZoneOffset.UTC), task);
    }

    private PublicationRunner today() {
        return at("2024-06-01T04:00:00Z");
    }

    @Test
    void publishesOnceWhatIsNew() throws IOException {
        assertThat(today().run().attempts()).hasSize(1);
        assertThat(today().run().attempts()).isEmpty();
        tip = "b";
        assertThat(today().run().status()).isZero();
        assertThat(published).containsExactly("a", "b");
    }

    @Test
    void goesOnWithWhatWasPushedMeanwhileByOneWhoLeft() throws IOException {
        meanwhile = () -> {
            meanwhile = () -> {};
            tip = "b";
            try {
                assertThat(today().run()).isEqualTo(new PublicationRunner.Result(true, List.of(), Optional.empty()));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        };

        today().run();

        assertThat(published).containsExactly("a", "b");
    }

    @Test
    void triesWhatFailedAgainInTheNextRunAndNotInThisOne() throws IOException {
        status = 3;
        assertThat(today().run().status()).isEqualTo(3);
        assertThat(published).containsExactly("a");
        status = 0;
        assertThat(today().run().status()).isZero();
        assertThat(published).containsExactly("a", "a");
        assertThat(today().due()).isEmpty();
    }

    @Test
    void publishesAgainWhenTheDayOfChangeBeginsInTheZoneOfTheSite() throws IOException {
        next = Optional.of(LocalDate.of(2024, 6, 4));
        today().run();
        assertThat(today().nextChange()).isEqualTo(next);

        assertThat(at("2024-06-03T15:59:00Z").due()).isEmpty();
        assertThat(at("2024-06-03T16:01:00Z").due()).contains(new DesiredState("a", "1.0"));
    }

    @Test
    void publishesOnceMoreWhenWhatItKnewIsDamaged() throws IOException {
        today().run();
        Files.writeString(folder.resolve("published"), "a 1.0\nnonsense\n");

        assertThat(today().due()).isPresent();
    }

    @Test
    void keepsTheNewestLinesAndSoManyFullFiles() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2024-06-01T04:00:00Z"), ZoneOffset.UTC);
        RotatingLog log = new RotatingLog(folder.resolve("a.log"), 100, 2, clock);

        for (int i = 1; i <= 9; i++) {
            log.add("第" + i + "次\n说明", ZoneId.of("Asia/Shanghai"));
        }

        assertThat(log.file()).content().isEqualTo("[2024-06-01T12:00+08:00]\n  第9次\n  说明\n");
        assertThat(folder.resolve("a.log.1")).content().contains("第8次", "第7次");
        assertThat(folder.resolve("a.log.2")).content().contains("第6次", "第5次");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }
}
