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
        assertThat(third.tryTakeTurn()).isFalse();
        assertThat(first.tryTakeTurn()).isTrue();
        assertThat(first.isAwaited()).isTrue();
        second.close();
        assertThat(third.tryTakeTurn()).isFalse();
        first.close();
        assertThat(third.tryTakeTurn()).isTrue();
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

        assertThat(third.tryTakeTurn()).isTrue();
        assertThat(folder.resolve("queue/7.waiting")).doesNotExist();
        third.close();
    }

    @Test
    void thePlaceOfOneWhoWasOvertakenIsKept() throws IOException {
        Place first = queue().join("甲");
        Place second = queue().join("乙");
        assertThat(first.tryTakeTurn()).isTrue();
        first.reserve();

        assertThat(second.before()).isEqualTo(1);
        assertThat(second.tryTakeTurn()).isFalse();
        Place again = after(3).join("甲");
        assertThat(again.tryTakeTurn()).isTrue();
        assertThat(second.tryTakeTurn()).isFalse();
        again.close();
        assertThat(second.tryTakeTurn()).isTrue();
        second.close();
    }

    @Test
    void nobodyWaitsLongForOneWhoDoesNotComeBack() throws IOException {
        Place first = queue().join("甲");
        Place second = after(6).join("乙");
        first.reserve();

        assertThat(second.tryTakeTurn()).isTrue();
        Place third = after(7).join("丙");
        Place again = after(8).join("甲");
        second.close();
        assertThat(third.tryTakeTurn()).isFalse();
        assertThat(again.tryTakeTurn()).isTrue();
        again.close();
        assertThat(third.tryTakeTurn()).isTrue();
        third.reserve();

        Place late = after(200).join("丙");
        assertThat(late.tryTakeTurn()).isTrue();
        assertThat(folder.resolve("queue")).isDirectoryNotContaining("glob:**.away");
        late.close();
    }

    @Test
    void oneWhoComesBackWaitsForTheOneWhoIsServed() throws IOException {
        Place first = queue().join("甲");
        first.reserve();
        Place second = after(6).join("乙");
        assertThat(second.tryTakeTurn()).isTrue();

        Place again = after(7).join("甲");

        assertThat(again.before()).isZero();
        assertThat(again.tryTakeTurn()).isFalse();
        second.close();
        assertThat(again.tryTakeTurn()).isTrue();
        again.close();
    }

    @Test
    void whatADeathLeftUnreadableKeepsNobodyWaiting() throws IOException {
        Files.createDirectories(folder.resolve("queue"));
        Files.writeString(folder.resolve("queue/3.away"), "half");
        Files.writeString(folder.resolve("settling"), "half");

        Place place = queue().join("甲");

        assertThat(place.tryTakeTurn()).isTrue();
        assertThat(AcceptedPush.read(folder)).isEmpty();
        place.close();
    }
}
