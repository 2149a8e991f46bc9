package org.gongkai;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.gongkai.config.SiteConfig;
import org.gongkai.config.SiteConfigReader;
import org.gongkai.data.YamlReader;
import org.gongkai.entry.Entry;
import org.gongkai.entry.EntryReader;
import org.gongkai.entry.HeaderParser;
import org.gongkai.entry.Kinds;
import org.gongkai.markup.Converters;
import org.gongkai.problem.Problem;
import org.gongkai.source.SourceFile;
import org.gongkai.source.SourceTree;
import org.gongkai.source.TextDecoder;
import org.gongkai.source.Texts;

/** Reads settings and the headers of all entries. */
final class ContentReader {

    private static final List<String> ENDINGS = List.of("md", "adoc", "html");

    private final Consumer<Problem> problems;
    private final Converters converters;
    private final TextDecoder decoder = new TextDecoder();
    private final YamlReader yaml = new YamlReader();

    /**
     * What a site's content says.
     *
     * @param config its settings
     * @param kinds the kinds that its entries may name
     * @param entries its entries, sorted by path
     */
    record Content(SiteConfig config, Kinds kinds, List<Entry> entries) {}

    /**
     * @param converters tell which files of other endings than ours are entries, too
     */
    ContentReader(Converters converters, Consumer<Problem> problems) {
        this.converters = converters;
        this.problems = problems;
    }

    Content read(SourceTree source, Texts texts, WorkPool pool) {
        source.problems().forEach(problems);
        SiteConfig config = new SiteConfigReader(yaml, problems)
                .read(text(source, SiteConfigReader.SITE), text(source, SiteConfigReader.CATEGORIES));
        Kinds kinds = Kinds.builtIn(yaml);
        EntryReader reader = new EntryReader(new HeaderParser(yaml), kinds, EntryReader.Strictness.STRICT);
        ConcurrentSkipListMap<String, Entry> entries = new ConcurrentSkipListMap<>();
        List<SourceFile> files = entryFiles(source);
        pool.forEach(files, file -> {
            if (file.size() > TextDecoder.MAX_BYTES) {
                problems.accept(Problem.error(
                        "E403",
                        file.path(),
                        1,
                        1,
                        "文件太大：" + file.size() / 1024 / 1024 + " MB",
                        "一条最多 " + TextDecoder.MAX_BYTES / 1024 / 1024 + " MB；大的表格和图片请作为附件"));
                return;
            }
            texts.read(file, problems)
                    .flatMap(text -> reader.read(file, text, problems))
                    .ifPresent(entry -> entries.put(entry.path(), entry));
        });
        if (files.isEmpty()) {
            problems.accept(
                    Problem.warning("W404", "content", 1, 1, "content 文件夹里还没有条目", "条目是 .md 或 .adoc 文件，写法见使用帮助"));
        }
        return new Content(config, kinds, List.copyOf(entries.values()));
    }

    /** Every file of an entry's ending of which no part of the path begins with {@code _} or a dot. */
    private List<SourceFile> entryFiles(SourceTree source) {
        return source.files("content").stream()
                .filter(file -> !file.path().contains("/_"))
                .filter(file -> ENDINGS.contains(file.ending()) || converters.knowsOther(file.ending()))
                .toList();
    }

    private Optional<String> text(SourceTree source, String path) {
        return source.file(path).flatMap(file -> decoder.decode(path, source.bytes(file), problems));
    }
}
