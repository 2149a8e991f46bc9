package org.gongkai.pipeline.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.gongkai.cache.CachedRecords;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.ProseReader;
import org.gongkai.check.setting.Exemption;
import org.gongkai.check.setting.ExemptionReader;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.EntryReading;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.Namesake;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTexts;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.io.Memoized;
import org.gongkai.io.WorkPool;
import org.gongkai.markup.convert.Converters;
import org.gongkai.pipeline.ProblemCollector;
import org.gongkai.problem.Problem;

/**
 * Reads the headers of all entries and checks each entry against the rules while its text is at hand. The results for
 * unchanged files come from the cache.
 */
final class ContentReader {

    private final EntryReader reader;
    private final SiteSettings settings;
    private final CachedRecords<EntryReading> cache;
    private final Converters converters;
    private final ProblemCollector problems;
    /** Reads exemptions; made for the first entry that has one. */
    private final Memoized<BiFunction<Entry, Consumer<Problem>, List<Exemption>>> exemptions =
            new Memoized<>(() -> new ExemptionReader(new YamlReader())::read);

    private final ProseReader prose = new ProseReader();

    /**
     * @param settings supply the rules and the day of the site
     * @param cache the results of earlier builds under the same rules
     * @param converters determine which files with other extensions are entries, too
     */
    ContentReader(
            EntryReader reader,
            SiteSettings settings,
            CachedRecords<EntryReading> cache,
            Converters converters,
            ProblemCollector problems) {
        this.reader = reader;
        this.settings = settings;
        this.cache = cache;
        this.converters = converters;
        this.problems = problems;
    }

    /** The entries that could be read, sorted by path. */
    List<Entry> read(SourceTree source, SourceTexts texts, WorkPool pool) {
        ConcurrentSkipListMap<String, Entry> entries = new ConcurrentSkipListMap<>();
        List<SourceFile> files = entryFiles(source);
        pool.forEach(
                files,
                each -> texts.work(each, file -> {
                    if (file.size() > TextDecoder.maxBytes()) {
                        problems.accept(TextDecoder.tooLarge(file.path(), file.size()));
                        return;
                    }
                    // Files of third-party engines are not cached: their result may depend on more than the file.
                    String version = cache.isEnabled() && EntryFormat.isEntry(file.path()) ? source.version(file) : "";
                    EntryReading reading = cache.of(file.path(), version, () -> read(file, texts));
                    reading.problems().forEach(problems);
                    reading.entry().ifPresent(entry -> {
                        checkDay(entry);
                        entries.put(entry.path(), entry);
                    });
                }));
        if (files.isEmpty()) {
            problems.accept(
                    Problem.warning("W404", "content", 1, 1, "content 文件夹里还没有条目", "条目是 .md 或 .adoc 文件，写法见使用手册"));
        }
        return List.copyOf(entries.values());
    }

    /** Reads one entry, whatever the cache holds; empty if it cannot be read. Its problems are reported. */
    Optional<Entry> readOne(SourceFile file, SourceTexts texts) {
        EntryReading reading = read(file, texts);
        reading.problems().forEach(problems);
        reading.entry().ifPresent(this::checkDay);
        return reading.entry();
    }

    private void checkDay(Entry entry) {
        if (entry.values().containsKey(CommonField.EXCEPTIONS)) {
            exemptions.get().apply(entry, problems).forEach(problems::exempt);
        }
        settings.rules().dayRules().forEach(rule -> rule.check(entry, settings.asOf(), problems));
    }

    private EntryReading read(SourceFile file, SourceTexts texts) {
        List<Problem> problems = new ArrayList<>();
        Optional<Entry> entry = texts.read(file, problems::add).flatMap(text -> {
            Optional<Entry> read = reader.read(file, text, problems::add);
            read.ifPresent(header -> {
                settings.rules().headerRules().forEach(rule -> rule.check(header, problems::add));
                EntryText whole = prose.read(header, Namesake.without(text));
                settings.rules().check(whole, problems::add);
            });
            return read;
        });
        return new EntryReading(entry, problems);
    }

    List<SourceFile> entryFiles(SourceTree source) {
        return source.content().stream()
                .filter(file -> converters.isEntry(file.path()))
                .toList();
    }
}
