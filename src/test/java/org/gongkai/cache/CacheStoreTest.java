package org.gongkai.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.gongkai.testing.FolderFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run leaves to the next one. */
class CacheStoreTest extends FolderFixture {

    private static final FileTime NOON = FileTime.from(Instant.parse("2024-06-01T12:00:00Z"));

    private Path file;

    private record Month(String name) {}

    private record Kept(
            String text, Optional<Integer> number, Instant time, LocalDate day, Map<String, Boolean> flags) {}

    @BeforeEach
    void aFile() {
        file = folder.resolve("below/records");
    }

    @Test
    void aLaterRunFindsWhatAnEarlierOneKept() {
        save("通知", "一月");

        assertThat(find("甲", "通知")).contains("一月");
        assertThat(find("甲", "公示")).isEmpty();
    }

    @Test
    void aRecordThatReplacesAnotherIsKeptInItsPlace() {
        save("通知", "一月");
        save("通知", "二月");

        assertThat(find("甲", "通知")).contains("二月");
    }

    @Test
    void anotherKeyIsAnotherContent() {
        save("通知", "一月");

        assertThat(find("乙", "通知")).isEmpty();
    }

    /** A file of an earlier program had one record behind the same key. */
    @Test
    void anotherLayoutIsAnotherContent() throws IOException {
        byte[] key = "甲".getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + key.length + Integer.BYTES);
        bytes.putInt(key.length).put(key).putInt(-1);
        CRC32 sum = new CRC32();
        sum.update(bytes.array());
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                ByteBuffer.allocate(bytes.capacity() + Long.BYTES)
                        .put(bytes.array())
                        .putLong(sum.getValue())
                        .array());

        assertThat(find("甲", "通知")).isEmpty();
    }

    /** Who changes what stands in a file names its layout anew: an earlier program's records would be read as this one's. */
    @Test
    void whatStandsInAFileGoesWithTheNameOfItsLayout() throws IOException {
        CacheStore store = open("甲");
        store.records("", Kept.class)
                .put("通知", new Kept("一月", Optional.of(1), NOON.toInstant(), LocalDate.EPOCH, Map.of("乙", true)));
        store.save();

        assertThat(HexFormat.of().formatHex(Files.readAllBytes(file)))
                .isEqualTo(
                        "e7017265636f726473206166746572206b65792c2076616c75657320616674657220696e707574732c2074696d6573206173"
                                + "2074657874730ae794b20217e9809ae79fa54c0017e4b880e69c8802024f323032342d30362d30315431323a30303a30305a00020be4b9990200000000782e3b84");
    }

    @Test
    void recordsOfAnotherPrefixAreOthers() {
        CacheStore store = open("甲");
        store.records("a ", Month.class).put("通知", new Month("一月"));

        assertThat(store.records("b ", Month.class).find("通知")).isEmpty();
        assertThat(store.records("a ", Month.class).find("通知")).contains(new Month("一月"));
    }

    @Test
    void whatNobodyAsksForIsForgotten() {
        CacheStore first = open("甲");
        months(first).put("通知", new Month("一月"));
        months(first).put("公示", new Month("二月"));
        months(first).put("报告", new Month("三月"));
        first.save();

        CacheStore second = open("甲");
        months(second).find("公示");
        assertThat(months(second).retain("报告")).isTrue();
        second.save();

        assertThat(find("甲", "通知")).isEmpty();
        assertThat(find("甲", "公示")).contains("二月");
        assertThat(find("甲", "报告")).contains("三月");
    }

    @Test
    void whatIsMadeFromTheSameInputsIsMadeOnce() {
        CacheStore store = open("甲");

        assertThat(made(store, "1", "一月")).isEqualTo("一月");
        assertThat(made(store, "1", "二月")).isEqualTo("一月");
        assertThat(made(store, "2", "三月")).isEqualTo("三月");
    }

    @Test
    void whatIsMadeFromUnknownInputsIsMadeEachTime() {
        CacheStore store = open("甲");

        assertThat(made(store, "", "一月")).isEqualTo("一月");
        assertThat(made(store, "", "二月")).isEqualTo("二月");
    }

    @Test
    void aDamagedFileIsAsGoodAsNone() throws IOException {
        save("通知", "一月");
        byte[] bytes = Files.readAllBytes(file);

        for (int at = 0; at < bytes.length; at++) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);
            assertThat(find("甲", "通知")).as("byte " + at).isEmpty();
        }
        Files.write(file, new byte[0]);
        assertThat(find("甲", "通知")).isEmpty();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNoFault() throws IOException {
        Files.writeString(folder.resolve("below"), "a file where a folder should be");
        save("通知", "一月");

        assertThat(find("甲", "通知")).isEmpty();
    }

    @Test
    void aRunThatNeedsTheSameRecordsLeavesTheFileAsItIs() throws IOException {
        save("通知", "一月");
        Files.setLastModifiedTime(file, NOON);

        CacheStore second = open("甲");
        months(second).find("通知");
        second.save();

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(NOON);
    }

    @Test
    void whatIsAddedAfterwardsIsKeptByAnotherSave() {
        CacheStore store = open("甲");
        months(store).put("通知", new Month("一月"));
        store.save();
        months(store).put("公示", new Month("二月"));
        store.save();

        assertThat(find("甲", "通知")).contains("一月");
        assertThat(find("甲", "公示")).contains("二月");
    }

    @Test
    void aStoreWithoutAFileKeepsNothing() {
        months(CacheStore.NONE).put("通知", new Month("一月"));
        CacheStore.NONE.save();

        assertThat(CacheStore.NONE.isEnabled()).isFalse();
        assertThat(months(CacheStore.NONE).find("通知")).isEmpty();
        assertThat(made(CacheStore.NONE, "1", "一月")).isEqualTo("一月");
        assertThat(made(CacheStore.NONE, "1", "二月")).isEqualTo("二月");
    }

    private void save(String name, String month) {
        CacheStore store = open("甲");
        months(store).put(name, new Month(month));
        store.save();
    }

    private CacheStore open(String key) {
        return CacheStore.of(file, key);
    }

    private Optional<String> find(String key, String name) {
        return months(open(key)).find(name).map(Month::name);
    }

    private static String made(CacheStore store, String inputs, String month) {
        return months(store).of("报告", inputs, () -> new Month(month)).name();
    }

    private static CachedRecords<Month> months(CacheStore store) {
        return store.records("", Month.class);
    }
}
