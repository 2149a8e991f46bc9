package org.gongkai.publish.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.gongkai.publish.hooks.CheckQueue.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckQueueTest {

    private static final Instant NOON = Instant.parse("2024-06-01T04:00:00Z");

    @TempDir
    private Path folder;

    private CheckQueue after(int seconds) {
        return new CheckQueue(folder, Clock.fixed(NOON.plusSeconds(seconds), ZoneOffset.UTC));
    }

    private CheckQueue queue() {
        return after(0);
    }

    @Test
    void servesThemInTheOrderInWhichTheyCame() throws IOException {
        Place first = queue().join("甲");
        Place second = queue().join("乙");
        Place third = queue().join("丙");

        assertThat(third.before()).isEqualTo(2);
        assertThat(third.takesTurn()).isFalse();
        assertThat(first.takesTurn()).isTrue();
        assertThat(first.isAwaited()).isTrue();
        second.close();
        assertThat(third.takesTurn()).isFalse();
        first.close();
        assertThat(third.takesTurn()).isTrue();
        assertThat(third.isAwaited()).isFalse();
        third.close();
        assertThat(folder.resolve("queue")).isDirectoryNotContaining("glob:**.waiting");
    }

    @Test
    void oneWhoDiedWhileItWaitedIsNotWaitedFor() throws IOException {
        Place first = queue().join("甲");
        Place second = queue().join("乙");
        // What a death leaves: a file that nobody has locked.
        Files.createFile(folder.resolve("queue/7.waiting"));
        Place third = queue().join("丙");
        first.close();
        second.close();

        assertThat(third.takesTurn()).isTrue();
        assertThat(folder.resolve("queue/7.waiting")).doesNotExist();
        third.close();
    }

    @Test
    void thePlaceOfOneWhoWasOvertakenIsKept() throws IOException {
        Place first = queue().join("甲");
        Place second = queue().join("乙");
        assertThat(first.takesTurn()).isTrue();
        first.leaveForNow();

        assertThat(second.before()).isEqualTo(1);
        assertThat(second.takesTurn()).isFalse();
        Place again = after(3).join("甲");
        assertThat(again.takesTurn()).isTrue();
        assertThat(second.takesTurn()).isFalse();
        again.close();
        assertThat(second.takesTurn()).isTrue();
        second.close();
    }

    @Test
    void nobodyWaitsLongForOneWhoDoesNotComeBack() throws IOException {
        Place first = queue().join("甲");
        Place second = after(6).join("乙");
        first.leaveForNow();

        assertThat(second.takesTurn()).isTrue();
        Place third = after(7).join("丙");
        Place again = after(8).join("甲");
        second.close();
        assertThat(third.takesTurn()).isFalse();
        assertThat(again.takesTurn()).isTrue();
        again.close();
        assertThat(third.takesTurn()).isTrue();
        third.leaveForNow();

        Place late = after(200).join("丙");
        assertThat(late.takesTurn()).isTrue();
        assertThat(folder.resolve("queue")).isDirectoryNotContaining("glob:**.away");
        late.close();
    }

    @Test
    void oneWhoComesBackWaitsForTheOneWhoIsServed() throws IOException {
        Place first = queue().join("甲");
        first.leaveForNow();
        Place second = after(6).join("乙");
        assertThat(second.takesTurn()).isTrue();

        Place again = after(7).join("甲");

        assertThat(again.before()).isZero();
        assertThat(again.takesTurn()).isFalse();
        second.close();
        assertThat(again.takesTurn()).isTrue();
        again.close();
    }

    @Test
    void whatADeathLeftUnreadableKeepsNobodyWaiting() throws IOException {
        Files.createDirectories(folder.resolve("queue"));
        Files.writeString(folder.resolve("queue/3.away"), "half");
        Files.writeString(folder.resolve("settling"), "half");

        Place place = queue().join("甲");

        assertThat(place.takesTurn()).isTrue();
        assertThat(AcceptedPush.read(folder)).isEmpty();
        place.close();
    }
}
