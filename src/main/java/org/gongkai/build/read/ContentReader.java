package org.gongkai.build.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.gongkai.build.ProblemCollector;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.ProseReader;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.check.setting.ExemptionReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryCache;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.EntryReading;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTexts;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.io.WorkPool;
import org.gongkai.markup.convert.Converters;
import org.gongkai.problem.Problem;

/**
 * Reads the headers of all entries and holds each entry to the rules, while its text is at hand. What was found in a file that
 * has not changed since is taken from what earlier builds kept.
 */
final class ContentReader {

    private final EntryReader reader;
    private final RuleSet rules;
    private final LocalDate day;
    private final EntryCache kept;
    private final ExemptionReader exemptions;
    private final Converters converters;
    private final ProblemCollector findings;
    private final ProseReader prose = new ProseReader();

    /**
     * @param day the day for which the site stands
     * @param kept what earlier builds found under the same rules,
     * @param converters tell which files of other endings than ours are entries, too
     */
    ContentReader(
            EntryReader reader,
            RuleSet rules,
            LocalDate day,
            EntryCache kept,
            ExemptionReader exemptions,
            Converters converters,
            ProblemCollector findings) {
        this.reader = reader;
        this.rules = rules;
        this.day = day;
        this.kept = kept;
        this.exemptions = exemptions;
        this.converters = converters;
        this.findings = findings;
    }

    /** The entries that could be read, sorted by path. */
    List<Entry> read(SourceTree source, SourceTexts texts, WorkPool pool) {
        ConcurrentSkipListMap<String, Entry> entries = new ConcurrentSkipListMap<>();
        List<SourceFile> files = entryFiles(source);
        pool.forEach(files, file -> {
            if (file.size() > TextDecoder.MAX_BYTES) {
                findings.accept(Problem.error(
                        "E403",
                        file.path(),
                        1,
                        1,
                        "文件太大：" + TextDecoder.megabytes(file.size()),
                        "一条最多 " + TextDecoder.MAX_BYTES / 1024 / 1024 + " MB；大的表格和图片请作为附件"));
                return;
            }
            // What engines of others make of a file is theirs to know.
            String version = kept.isEnabled() && EntryFormat.isEntry(file.path()) ? source.version(file) : "";
            if (!version.isEmpty()) {
                texts.recordCached(file, version);
            }
            EntryReading reading = kept.of(file.path(), version, () -> read(file, texts));
            reading.problems().forEach(findings);
            reading.entry().ifPresent(entry -> {
                exemptions.read(entry, findings).forEach(findings::excuse);
                rules.dayRules().forEach(rule -> rule.check(entry, day, findings));
                entries.put(entry.path(), entry);
            });
        });
        if (files.isEmpty()) {
            findings.accept(
                    Problem.warning("W404", "content", 1, 1, "content 文件夹里还没有条目", "条目是 .md 或 .adoc 文件，写法见使用帮助"));
        }
        return List.copyOf(entries.values());
    }

    private EntryReading read(SourceFile file, SourceTexts texts) {
        List<Problem> problems = new ArrayList<>();
        Optional<Entry> entry = texts.read(file, problems::add).flatMap(text -> {
            Optional<Entry> read = reader.read(file, text, problems::add);
            read.ifPresent(known -> {
                rules.headerRules().forEach(rule -> rule.check(known, problems::add));
                EntryText whole = prose.read(known, text);
                rules.entryRules().forEach(rule -> rule.check(whole, problems::add));
            });
            return read;
        });
        return new EntryReading(entry, problems);
    }

    /** Every file that is an entry. */
    List<SourceFile> entryFiles(SourceTree source) {
        return source.files("content").stream()
                .filter(file -> converters.isEntry(file.path()))
                .toList();
    }
}
