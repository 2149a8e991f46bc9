package org.gongkai.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheStoreTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void aFile() {
        file = folder.resolve("below/records");
    }

    @Test
    void aLaterRunFindsWhatAnEarlierOneKept() {
        CacheStore first = open("甲");
        first.put("通知", record("一月"));
        assertThat(text(first, "通知")).contains("一月");
        first.save();

        assertThat(text(open("甲"), "通知")).contains("一月");
        assertThat(text(open("甲"), "公示")).isEmpty();
    }

    @Test
    void anotherKeyIsAnotherContent() {
        CacheStore first = open("甲");
        first.put("通知", record("一月"));
        first.save();

        assertThat(text(open("乙"), "通知")).isEmpty();
    }

    @Test
    void whatNobodyAsksForIsForgotten() {
        CacheStore first = open("甲");
        first.put("通知", record("一月"));
        first.put("公示", record("二月"));
        first.save();

        CacheStore second = open("甲");
        second.find("公示");
        second.save();

        CacheStore third = open("甲");
        assertThat(text(third, "通知")).isEmpty();
        assertThat(text(third, "公示")).contains("二月");
    }

    @Test
    void aDamagedFileIsAsGoodAsNone() throws IOException {
        CacheStore first = open("甲");
        first.put("通知", record("一月"));
        first.save();
        byte[] bytes = Files.readAllBytes(file);

        for (int at = 0; at < bytes.length; at++) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);
            assertThat(text(open("甲"), "通知")).as("byte " + at).isEmpty();
        }
        Files.write(file, new byte[0]);
        assertThat(text(open("甲"), "通知")).isEmpty();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNoFault() throws IOException {
        Files.writeString(folder.resolve("below"), "a file where a folder should be");
        CacheStore first = open("甲");
        first.put("通知", record("一月"));
        first.save();

        assertThat(text(open("甲"), "通知")).isEmpty();
    }

    @Test
    void valuesComeOutAsTheyWentIn() {
        CacheWriter out = new CacheWriter();
        out.number(Long.MIN_VALUE)
                .number(Long.MAX_VALUE)
                .number(-1)
                .flag(true)
                .text("𠮷 字")
                .text("半\uD842个")
                .text("\uDFB7")
                .text("");
        out.all(List.of("甲", "乙"), out::text);
        out.optional(Optional.of("有"), out::text).optional(Optional.<String>empty(), out::text);
        CacheStore kept = open("甲");
        kept.put("值", out.toBytes());
        kept.put("长", new CacheWriter().text("字".repeat(10_000)).toBytes());
        kept.save();

        CacheReader in = open("甲").find("值").orElseThrow();
        assertThat(List.of(in.number(), in.number(), in.number())).containsExactly(Long.MIN_VALUE, Long.MAX_VALUE, -1L);
        assertThat(in.flag()).isTrue();
        assertThat(in.text()).isEqualTo("𠮷 字");
        assertThat(List.of(in.text(), in.text(), in.text())).containsExactly("半\uD842个", "\uDFB7", "");
        assertThat(in.all(in::text)).containsExactly("甲", "乙");
        assertThat(in.optional(in::text)).contains("有");
        assertThat(in.optional(in::text)).isEmpty();
        assertThat(text(open("甲"), "长")).contains("字".repeat(10_000));
    }

    private CacheStore open(String key) {
        return CacheStore.of(new CacheFile(file, key));
    }

    private static byte[] record(String text) {
        return new CacheWriter().text(text).toBytes();
    }

    private static Optional<String> text(CacheStore kept, String name) {
        return kept.find(name).map(CacheReader::text);
    }
}
