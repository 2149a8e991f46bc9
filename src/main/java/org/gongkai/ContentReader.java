package org.gongkai;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.gongkai.check.EntryRule;
import org.gongkai.check.EntryText;
import org.gongkai.check.ExemptionReader;
import org.gongkai.check.ProseReader;
import org.gongkai.entry.Entry;
import org.gongkai.entry.EntryReader;
import org.gongkai.markup.Converters;
import org.gongkai.problem.Problem;
import org.gongkai.source.SourceFile;
import org.gongkai.source.SourceTree;
import org.gongkai.source.TextDecoder;
import org.gongkai.source.Texts;

/** Reads the headers of all entries and holds each entry to the rules, while its text is at hand. */
final class ContentReader {

    private static final List<String> ENDINGS = List.of("md", "adoc", "html");

    private final EntryReader reader;
    private final List<EntryRule> rules;
    private final ExemptionReader exemptions;
    private final Converters converters;
    private final Findings findings;
    private final ProseReader prose = new ProseReader();

    /**
     * @param converters tell which files of other endings than ours are entries, too
     */
    ContentReader(
            EntryReader reader,
            List<EntryRule> rules,
            ExemptionReader exemptions,
            Converters converters,
            Findings findings) {
        this.reader = reader;
        this.rules = rules;
        this.exemptions = exemptions;
        this.converters = converters;
        this.findings = findings;
    }

    /** The entries that could be read, sorted by path. */
    List<Entry> read(SourceTree source, Texts texts, WorkPool pool) {
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
            texts.read(file, findings)
                    .ifPresent(text -> reader.read(file, text, findings).ifPresent(entry -> {
                        check(entry, text);
                        entries.put(entry.path(), entry);
                    }));
        });
        if (files.isEmpty()) {
            findings.accept(
                    Problem.warning("W404", "content", 1, 1, "content 文件夹里还没有条目", "条目是 .md 或 .adoc 文件，写法见使用帮助"));
        }
        return List.copyOf(entries.values());
    }

    private void check(Entry entry, String text) {
        exemptions.read(entry, findings).forEach(findings::excuse);
        EntryText whole = prose.read(entry, text);
        rules.forEach(rule -> rule.check(whole, findings));
    }

    /** Every file of an entry's ending of which no part of the path begins with {@code _} or a dot. */
    List<SourceFile> entryFiles(SourceTree source) {
        return source.files("content").stream()
                .filter(file -> !file.path().contains("/_"))
                .filter(file -> ENDINGS.contains(file.ending()) || converters.knowsOther(file.ending()))
                .toList();
    }
}
