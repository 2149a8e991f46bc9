package org.gongkai.pipeline.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongkai.cache.CacheStore;
import org.gongkai.check.personal.PrivacySettings;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.feature.jbake.settings.ThirdPartyEngines;
import org.gongkai.feature.rules.RulesFeature;
import org.gongkai.feature.rules.TextRules;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.EntryReading;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.source.FolderSource;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTexts;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.WorkPool;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.convert.Converters;
import org.gongkai.pipeline.ProblemCollector;
import org.gongkai.problem.Problem;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.Headers;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;

/** Unchanged files are not opened; the results for them are the same as if they had been. */
class ContentReaderTest extends FolderFixture {

    private final MemoryFiles files = new MemoryFiles();
    private final YamlReader yaml = new YamlReader();
    private final Kinds kinds = Kinds.builtIn(yaml);

    /** The results of a run. */
    private record Run(List<Entry> entries, List<String> problems, List<String> opened) {}

    @Test
    void onlyWhatChangedIsOpened() {
        files.write("content/甲.md", "标题: 甲", "建立台帐。");
        files.write("content/乙.md", "标题: 乙", "正文。");
        files.write("content/丙.md", "没有标题: 丙", "正文。");
        Run first = run();
        assertThat(first.opened()).containsExactly("content/丙.md", "content/乙.md", "content/甲.md");
        assertThat(first.problems())
                .hasSize(3)
                .anyMatch(problem -> problem.startsWith("content/甲.md:6:3: 警告 W231"))
                .anyMatch(problem -> problem.startsWith("content/丙.md:1:1: 错误 E104"));

        Run second = run();
        assertThat(second.opened()).isEmpty();
        assertThat(second.entries()).isEqualTo(first.entries());
        assertThat(second.problems()).isEqualTo(first.problems());

        files.write("content/乙.md", "标题: 乙", "电话要公布。");
        assertThat(run().opened()).containsExactly("content/乙.md");
        assertThat(run().opened()).isEmpty();
    }

    @Test
    void aFileThatWasMovedIsReadAtItsNewPlace() {
        files.write("content/甲.md", "标题: 甲", "建立台帐。");
        run();
        files.move("content/甲.md", "content/通知/乙.md");

        Run moved = run();

        assertThat(moved.opened()).containsExactly("content/通知/乙.md");
        assertThat(moved.entries()).extracting(Entry::path).containsExactly("content/通知/乙.md");
        assertThat(moved.problems()).singleElement().asString().startsWith("content/通知/乙.md:6:3: 警告 W231");
    }

    @Test
    void anEntryBecomesUnreadableAndReadableAgain() {
        files.write("content/甲.md", "标题: 甲", "正文。");
        Run right = run();
        files.write("content/甲.md", "标题 甲", "正文。");
        assertThat(run().entries()).isEmpty();
        Run wrong = run();
        assertThat(wrong.opened()).isEmpty();
        assertThat(wrong.entries()).isEmpty();
        assertThat(wrong.problems()).isNotEmpty();
        files.write("content/甲.md", "标题: 甲", "正文。");

        Run again = run();

        assertThat(again.problems()).isEqualTo(right.problems());
        assertThat(again.entries()).isEqualTo(right.entries());
    }

    @Test
    void aFileThatIsTooLargeIsToldEachTimeAndNeverOpened() {
        files.write("content/甲.md", "标题: 甲", "正".repeat(3 * 1024 * 1024));

        assertThat(run().problems()).singleElement().asString().startsWith("content/甲.md:1:1: 错误 E403");
        Run second = run();
        assertThat(second.problems()).singleElement().asString().startsWith("content/甲.md:1:1: 错误 E403");
        assertThat(second.opened()).isEmpty();
    }

    @Test
    void withoutAVersionAFileIsOpenedEachTime() {
        files.write("content/甲.md", "标题: 甲", "正文。");
        files.versioned = false;
        run();

        assertThat(run().opened()).containsExactly("content/甲.md");
    }

    private SiteSettings settings(RuleSet rules) {
        SiteSettings defaults = new SiteSettingsReader(SiteFolder.SHARED, Clock.systemUTC(), new ProblemCollector())
                .read(new FolderSource(folder, List.of("content")), Optional.of(LocalDate.of(2024, 6, 1)));
        return new SiteSettings(
                defaults.config(),
                kinds,
                defaults.asOf(),
                defaults.calendar(),
                defaults.disclosure(),
                rules,
                defaults.features());
    }

    private Run run() {
        files.opened.clear();
        ProblemCollector problems = new ProblemCollector();
        CacheStore cache = CacheStore.of(folder.resolve("kept"), "键");
        RuleSet rules =
                new TextRules().rules().and(RulesFeature.files(yaml, PrivacySettings.DEFAULT, false, List.of()));
        try (WorkPool pool = new WorkPool(2);
                Converters converters =
                        SiteFolder.SHARED.converters().of(IncludedTexts.NONE, new ThirdPartyEngines(folder))) {
            List<Entry> entries = new ContentReader(
                            new EntryReader(
                                    new HeaderParser(yaml), Headers.context(kinds), EntryReader.Strictness.STRICT),
                            settings(rules),
                            EntryReading.cached(cache, kinds),
                            converters,
                            problems)
                    .read(files, new SourceTexts(files), pool);
            cache.save();
            return new Run(
                    entries,
                    problems.reported().stream().map(Problem::text).toList(),
                    List.copyOf(new TreeSet<>(files.opened)));
        }
    }

    /** Files in memory that tell which of them were opened. */
    private static final class MemoryFiles implements SourceTree {
        private final TreeMap<String, byte[]> bytes = new TreeMap<>();
        private final List<String> opened = Collections.synchronizedList(new ArrayList<>());
        private boolean versioned = true;

        void write(String path, String title, String body) {
            String text = "---\n" + title + "\n发布日期: 2024-03-04\n---\n\n" + body + "\n";
            bytes.put(path, text.getBytes(StandardCharsets.UTF_8));
        }

        void move(String from, String to) {
            bytes.put(to, bytes.remove(from));
        }

        @Override
        public List<SourceFile> files(String folder) {
            return bytes.entrySet().stream()
                    .map(file -> new SourceFile(file.getKey(), file.getValue().length))
                    .toList();
        }

        @Override
        public Optional<SourceFile> file(String path) {
            return Optional.ofNullable(bytes.get(path)).map(file -> new SourceFile(path, file.length));
        }

        @Override
        public InputStream open(SourceFile file) {
            return new ByteArrayInputStream(bytes(file));
        }

        @Override
        public byte[] bytes(SourceFile file) {
            opened.add(file.path());
            return bytes.get(file.path());
        }

        @Override
        public String version(SourceFile file) {
            return versioned ? new String(bytes.get(file.path()), StandardCharsets.ISO_8859_1) : "";
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }
    }
}
