package org.gongkai.input.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CachedRecords;
import org.gongkai.input.source.SourceFile;
import org.gongkai.problem.Problem;
import org.gongkai.testing.CleanCorpus;
import org.gongkai.testing.Headers;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.WrongFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was read of a file of an entry is the same when it is taken from what was kept. */
@Tag("slow")
class EntryReadingTest extends SiteFixture {

    private static final Path DEMONSTRATION = Path.of("").toAbsolutePath();

    @Test
    void everyEntryOfTheDemonstrationComesBackAsItWas() throws IOException {
        comeBack(readAll(DEMONSTRATION), 100);
    }

    @Test
    void everyFormOfHeaderAndEveryKindComesBackAsItWas() throws IOException {
        new CleanCorpus(600).write(site);

        comeBack(readAll(site.root()), 600);
    }

    @Test
    void wrongHeadersComeBackWithTheirProblems() throws IOException {
        WrongFiles.writeTo(site);
        Map<String, EntryReading> wrong = readAll(site.root());

        assertThat(wrong.values())
                .filteredOn(reading -> reading.entry().isEmpty())
                .isNotEmpty();
        assertThat(wrong.values())
                .filteredOn(reading -> !reading.problems().isEmpty())
                .isNotEmpty();
        comeBack(wrong, 90);
    }

    @Test
    void halfACharacterThatAnEscapeLeftIsLeftOutAndTheWordOfItComesBack() {
        EntryReading half = read(Headers.yaml("标题: \"甲\\ud83d乙\"", "发布日期: 2024-01-02", "次序: 1"));

        assertThat(half.entry().orElseThrow().title()).isEqualTo("甲乙");
        assertThat(half.problems()).extracting(Problem::code).contains("W416");
        comeBack(Map.of("content/a.md", half), 1);
    }

    private static EntryReading read(Headers.Read read) {
        return new EntryReading(read.entry(), read.found());
    }

    private static Map<String, EntryReading> readAll(Path root) throws IOException {
        Map<String, EntryReading> readings = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root.resolve("content"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = root.relativize(file).toString();
                if (List.of("md", "adoc", "html").contains(new SourceFile(path, 0).ending())) {
                    readings.put(path, read(Headers.read(path, Files.readAllBytes(file))));
                }
            }
        }
        return readings;
    }

    private void comeBack(Map<String, EntryReading> readings, int atLeast) {
        assertThat(readings).hasSizeGreaterThanOrEqualTo(atLeast);
        CacheStore store = store();
        CachedRecords<EntryReading> first = EntryReading.cached(store, Headers.kinds());
        readings.forEach((path, reading) -> first.of(path, "1", () -> reading));
        store.save();
        CachedRecords<EntryReading> second = EntryReading.cached(store(), Headers.kinds());
        readings.forEach((path, reading) ->
                assertThat(second.of(path, "1", () -> lost(path))).as(path).isEqualTo(reading));
    }

    private static EntryReading lost(String path) {
        return new EntryReading(Optional.empty(), List.of(Problem.error("E999", path, 1, 1, "没有留下", "")));
    }

    private CacheStore store() {
        return CacheStore.of(folder.resolve("kept"), "键");
    }
}
