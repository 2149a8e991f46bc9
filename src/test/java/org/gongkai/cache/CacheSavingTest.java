package org.gongkai.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves to the next one. */
class CacheSavingTest {

    private static final FileTime NOON = FileTime.from(Instant.parse("2024-06-01T12:00:00Z"));

    @TempDir
    private Path folder;

    @Test
    void aRecordThatReplacesAnotherIsKeptInItsPlace() {
        save("通知", "一月");

        save("通知", "二月");

        assertThat(text(open(), "通知")).contains("二月");
    }

    @Test
    void aRunThatNeedsTheSameRecordsLeavesTheFileAsItIs() throws IOException {
        save("通知", "一月");
        Files.setLastModifiedTime(file(), NOON);

        CacheStore second = open();
        second.find("通知");
        second.save();

        assertThat(Files.getLastModifiedTime(file())).isEqualTo(NOON);
    }

    @Test
    void aStoreWithoutAFileKeepsNothing() {
        CacheStore.NONE.put("通知", new CacheWriter().text("一月").toBytes());
        CacheStore.NONE.save();

        assertThat(CacheStore.NONE.isEnabled()).isFalse();
        assertThat(CacheStore.NONE.isEmpty()).isTrue();
        assertThat(text(CacheStore.NONE, "通知")).isEmpty();
    }

    @Test
    void aStoreSaysWhetherEarlierRunsLeftAnything() {
        CacheStore first = open();
        assertThat(first.isEnabled()).isTrue();
        assertThat(first.isEmpty()).isTrue();

        save("通知", "一月");

        assertThat(open().isEmpty()).isFalse();
    }

    @Test
    void recordsMayBeOfAnyLength() {
        List<Long> numbers =
                LongStream.range(0, 1000).map(i -> i * 7_919_777_777L).boxed().toList();
        CacheStore first = open();
        CacheWriter out = new CacheWriter();
        out.all(numbers, out::number);
        first.put("数", out.toBytes());
        first.put("长".repeat(1000), new CacheWriter(1).text("一月").toBytes());
        first.put("短", new byte[0]);
        first.save();

        CacheStore second = open();
        CacheReader in = second.find("数").orElseThrow();
        assertThat(in.all(in::number)).isEqualTo(numbers);
        assertThat(text(second, "长".repeat(1000))).contains("一月");
        assertThat(second.find("短")).isPresent();
    }

    private void save(String name, String text) {
        CacheStore cache = open();
        cache.put(name, new CacheWriter().text(text).toBytes());
        cache.save();
    }

    private CacheStore open() {
        return CacheStore.of(new CacheFile(file(), "甲"));
    }

    private Path file() {
        return folder.resolve("records");
    }

    private static Optional<String> text(CacheStore cache, String name) {
        return cache.find(name).map(CacheReader::text);
    }
}
