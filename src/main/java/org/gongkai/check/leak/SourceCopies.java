package org.gongkai.check.leak;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.leak.VisibleText.LetterText;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.problem.Problem;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.link.BodyFacts;
import org.gongkai.site.link.BodyFacts.Resource;

/**
 * Finds the sources of hidden entries among the files that visible entries name. Naming such a file does not excuse the
 * leak, because nobody discloses a whole hidden entry deliberately.
 */
record SourceCopies(Site site, Map<Long, List<Entry>> hiddenBySize, SourceTree source, LeakReport report) {

    /** Minimum number of letters; shorter texts may be equal by chance. */
    private static final int MIN_LETTERS = 24;

    /**
     * @param report the matches in files
     */
    SourceCopies(Site site, List<Item> hidden, SourceTree source, LeakReport report) {
        this(
                site,
                hidden.stream().map(Item::entry).collect(Collectors.groupingBy(entry -> entry.source()
                        .file()
                        .size())),
                source,
                report);
    }

    /**
     * Reports each file that is, or contains, the source of a hidden entry.
     *
     * @param visible the bodies that name files
     */
    void check(Collection<BodyFacts> visible, String audience, Consumer<Problem> problems) {
        for (BodyFacts body : visible) {
            for (Resource resource : body.resources()) {
                original(resource)
                        .ifPresent(entry -> problems.accept(Problem.error(
                                "E305",
                                body.path(),
                                "“" + resource.file().name() + "”里有 " + entry.path() + " 的全文，而公开对象“" + audience
                                        + "”看不到那一条",
                                "网站未更新；请从这一条里去掉这个文件，或改那一条的公开范围")));
            }
        }
    }

    private Optional<Entry> original(Resource resource) {
        SourceFile file = resource.file();
        Optional<Entry> same = hiddenBySize.getOrDefault(file.size(), List.of()).stream()
                .filter(entry -> Arrays.equals(source.bytes(entry.source().file()), source.bytes(file)))
                .findFirst();
        Set<String> matches = report.inCopied(resource.address());
        if (same.isPresent() || matches.isEmpty()) {
            return same;
        }
        String letters = LetterText.of(text(file));
        return matches.stream()
                .flatMap(match -> report.of(match).stream())
                .map(SensitiveText::entry)
                .collect(Collectors.toMap(Entry::path, entry -> entry, (one, other) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(Entry::path))
                .filter(entry -> isWithin(entry, letters) && !isAlsoVisible(entry))
                .findFirst();
    }

    /** Returns true if a text contains the title and the body of an entry, or its whole file. */
    private boolean isWithin(Entry entry, String letters) {
        String text = text(entry.source().file());
        String body =
                LetterText.of(text.lines().skip(entry.source().bodyLine() - 1L).collect(Collectors.joining("\n")));
        return body.length() >= MIN_LETTERS
                ? letters.contains(body) && letters.contains(LetterText.of(entry.title()))
                : letters.contains(LetterText.of(text));
    }

    /** Returns true if a visible entry has the same text: a draft may be a copy of a published entry. */
    private boolean isAlsoVisible(Entry entry) {
        try (Stream<Item> items = site.items().parallelStream()) {
            return items.anyMatch(item ->
                    isWithin(entry, LetterText.of(text(item.entry().source().file()))));
        }
    }

    private String text(SourceFile file) {
        return new TextDecoder().decode(source, file, problem -> {}).orElse("");
    }
}
