package org.gongkai.publish.push;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.gongkai.cache.CacheStore;
import org.gongkai.check.Disclosure;
import org.gongkai.check.file.AttachmentRule;
import org.gongkai.check.prose.ProseReader;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.input.config.PictureLimits;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.pipeline.read.SiteSettings;
import org.gongkai.problem.Problem;

/** Finds classification marks and personal data in files, according to the settings of a site. Thread-safe. */
final class ConfidentialTextFinder {

    private final Disclosure disclosure;
    private final YamlReader yaml;
    private final EntryReader reader;
    private final ProseReader prose = new ProseReader();
    private final TextDecoder decoder = new TextDecoder();

    /** @param yaml reads the lists of what may be published */
    ConfidentialTextFinder(SiteSettings settings, YamlReader yaml) {
        this.disclosure = settings.disclosure();
        this.yaml = yaml;
        this.reader = new EntryReader(new HeaderParser(yaml), settings.headerContext(), EntryReader.Strictness.STRICT);
    }

    /** Checks files of one commit and their names. Returns only errors, sorted. */
    List<Problem> in(SourceTree files) {
        List<Problem> found = Collections.synchronizedList(new ArrayList<>());
        new AttachmentRule(yaml, disclosure.privacy(), PictureLimits.DEFAULT)
                .check(
                        new WholeSite(
                                List.of(),
                                files,
                                Set.of(),
                                Set.of(),
                                Map.of(),
                                name -> CacheStore.NONE,
                                (path, version) -> {}),
                        found::add);
        for (SourceFile file : files.content()) {
            if (EntryFormat.isEntry(file.path()) && file.size() <= TextDecoder.maxBytes()) {
                decoder.decode(files, file, problem -> {}).ifPresent(text -> found.addAll(in(file, text)));
            }
        }
        return found.stream().filter(Problem::isError).sorted().distinct().toList();
    }

    private List<Problem> in(SourceFile file, String text) {
        Optional<Entry> entry = reader.read(file, text, problem -> {});
        if (entry.isEmpty()) {
            return lines(file, text);
        }
        List<Problem> found = new ArrayList<>();
        disclosure.check(prose.read(entry.get(), text), found::add);
        return found;
    }

    /** Checks every line of an entry whose header cannot be parsed. */
    private List<Problem> lines(SourceFile file, String text) {
        return forbiddenLines(text).stream()
                .map(line -> Problem.error("E222", file.path(), line, 1, "这一行有密级标志或不得公开的个人信息", ""))
                .toList();
    }

    /** The numbers, from 1, of the lines of a text that must not be disclosed. */
    List<Integer> forbiddenLines(String text) {
        List<String> lines = text.lines().toList();
        return IntStream.rangeClosed(1, lines.size())
                .filter(line -> disclosure.refuses(lines.get(line - 1)))
                .boxed()
                .toList();
    }
}
