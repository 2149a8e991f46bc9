package org.gongkai.check.leak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.LeakSearch;
import org.gongkai.check.LeakSearch.EarlierScan;
import org.gongkai.check.leak.VisibleText.LetterText;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.io.TextResource;
import org.gongkai.output.FileDigest;
import org.gongkai.output.ObservedOutput;
import org.gongkai.output.Output;
import org.gongkai.problem.Problem;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.link.BodyFacts;
import org.gongkai.text.Shingles;

/**
 * Searches everything that is written for one audience for text that it must not see. A match is an error unless the
 * same text is also in visible content.
 */
public final class LeakCheck implements LeakSearch {

    private final Site site;
    private final String audience;
    private final SourceTree source;
    private final LeakReport report;
    private final HiddenFiles files;
    private final SourceCopies copies;
    private final Set<String> hiddenTitles;
    /** Computed on demand: most sites never need them. */
    private volatile Set<String> titles;

    private volatile Shingles partsOfTitles;

    /** Collects what is hidden, as {@link LeakSearch.Factory#of} says. */
    public LeakCheck(Site site, String audience, SourceTree source, Kinds kinds, Collection<Entry> withheld) {
        this.site = site;
        this.audience = audience;
        this.source = source;
        SensitiveTextExtractor reader = new SensitiveTextExtractor(names(site, kinds));
        List<Item> gone = site.unpublished().gone().toList();
        List<Item> hidden = site.unpublished().all().toList();
        // What the withdrawal notice of an entry shows: its number, and why.
        Map<Entry, String> notices = gone.stream()
                .map(Item::entry)
                .collect(Collectors.toMap(
                        it -> it, it -> it.publication().number() + "\n" + it.text(CommonField.WITHDRAWN_WHY)));
        List<SensitiveText> sensitiveTexts = new ArrayList<>(hidden.parallelStream()
                .flatMap(item -> reader
                        .of(item.entry(), text(source, item.entry().source().file()))
                        .stream())
                .filter(it -> !notices.getOrDefault(it.entry(), "").contains(it.text()))
                .toList());
        withheld.forEach(entry -> sensitiveTexts.addAll(reader.ofHeader(entry)));
        this.hiddenTitles = Stream.concat(hidden.stream().map(Item::entry), withheld.stream())
                .map(Entry::title)
                .collect(Collectors.toUnmodifiableSet());
        this.report = new LeakReport(sensitiveTexts);
        this.files = new HiddenFiles(site, hidden, source);
        this.copies = new SourceCopies(site, hidden, source, report);
    }

    private static Set<String> names(Site site, Kinds kinds) {
        SiteConfig config = site.config();
        Set<String> names = new HashSet<>(List.of(config.name(), config.branch().unit()));
        site.groups().columns().forEach(column -> names.add(column.name()));
        config.data().categories().forEach(category -> names.add(category.name()));
        for (Kind kind : kinds.all()) {
            names.add(kind.name());
            names.add(kind.listing().column());
        }
        return names;
    }

    @Override
    public String fingerprint() {
        return report.fingerprint();
    }

    @Override
    public Output over(Output output, EarlierScan earlier) {
        return new LeakScanningOutput(output, report, earlier);
    }

    @Override
    public EarlierScan found(EarlierScan earlier, boolean all) {
        return earlier.and(report.matching(), all);
    }

    @Override
    public void scan(String address, Supplier<String> text) {
        if (!report.isEmpty()) {
            report.look(address, text.get().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public boolean mentionsHidden(String text) {
        if (partsOfTitles == null) {
            List<String> shown = new ArrayList<>(
                    site.items().stream().map(item -> item.entry().title()).toList());
            partsOfTitles = Shingles.of(hiddenTitles, shown);
        }
        return partsOfTitles.areIn(text)
                || report.in(text.getBytes(StandardCharsets.UTF_8)).stream()
                        .anyMatch(sensitive -> !isVisibleTitle(sensitive));
    }

    private boolean isVisibleTitle(String sensitive) {
        if (titles == null) {
            titles = site.items().stream()
                    .map(item -> LetterText.of(item.entry().title()))
                    .collect(Collectors.toUnmodifiableSet());
        }
        return titles.contains(LetterText.of(sensitive));
    }

    @Override
    public void report(
            Output output, Collection<BodyFacts> bodies, Supplier<Stream<String>> former, Consumer<Problem> problems) {
        List<BodyFacts> visible = bodies.stream()
                .filter(body -> site.byPath().containsKey(body.path()))
                .toList();
        report(visible, former, problems);
        files.report(output.files(), visible, audience, problems);
        copies.check(visible, audience, problems);
    }

    @Override
    public void reportOther(Output output, Supplier<Stream<String>> also, Consumer<Problem> problems) {
        report(List.of(), also, problems);
        files.reportCopies(output.files(), audience, problems);
    }

    private void report(Collection<BodyFacts> bodies, Supplier<Stream<String>> former, Consumer<Problem> problems) {
        Map<String, LeakReport.Seen> seen = report.all();
        excuse(
                seen,
                done -> Stream.concat(
                        visibleTexts(bodies),
                        site.items().parallelStream()
                                .filter(item -> !done.getAsBoolean())
                                .map(item -> text(source, item.entry().source().file()))));
        excuse(seen, done -> former.get());
        seen.forEach((text, where) -> report.of(text).forEach(sensitive -> problems.accept(problem(sensitive, where))));
    }

    /** Returns visible texts other than entries: settings, texts of the program, files of entries. */
    private Stream<String> visibleTexts(Collection<BodyFacts> bodies) {
        Stream<String> settings = source.files("content/_data").stream().map(file -> text(source, file));
        Stream<String> ours = Stream.of(
                TextResource.of(SiteConfig.class, "catalogue.yml"), TextResource.of(Kinds.class, "kinds.yml"));
        Stream<String> attached = bodies.stream()
                .flatMap(body -> body.resources().stream())
                .filter(resource -> !isEntry(resource.file()))
                .map(resource -> resource.address() + "\n" + resource.file().path() + "\n"
                        + (isText(resource.file()) ? text(source, resource.file()) : ""));
        return Stream.of(settings, ours, attached).flatMap(texts -> texts);
    }

    /** Removes matches that the texts contain, too; stops reading when none is left. */
    private void excuse(Map<String, LeakReport.Seen> seen, Function<BooleanSupplier, Stream<String>> texts) {
        if (!seen.isEmpty()) {
            VisibleText honest = new VisibleText(
                    seen.keySet().stream().map(text -> report.of(text).get(0)).toList());
            try (Stream<String> all = texts.apply(honest::isDone)) {
                all.forEach(honest::read);
            }
            seen.keySet().removeAll(honest.excused());
        }
    }

    private Problem problem(SensitiveText sensitive, LeakReport.Seen where) {
        return Problem.error(
                "E305",
                sensitive.entry().path(),
                sensitive.place(),
                "公开对象“" + audience + "”看不到这一条，但它的" + sensitive.kind().label() + "“" + sensitive.excerpt() + "”出现在 "
                        + where.first() + (where.files() > 1 ? " 等 " + where.files() + " 个文件里" : " 里"),
                "网站未更新；请查自己的模板和素材（templates、assets），或改这一条的公开范围");
    }

    /** Sources of entries are not visible texts, under whatever name they are published. */
    private boolean isEntry(SourceFile file) {
        return EntryFormat.isEntry(file.path()) || site.unpublished().reasons().containsKey(file.path());
    }

    private static boolean isText(SourceFile file) {
        return EntryFormat.ofEnding(file.ending()).isPresent()
                || Set.of("txt", "csv", "svg", "ics").contains(file.ending());
    }

    private static String text(SourceTree source, SourceFile file) {
        return new TextDecoder().decode(source, file, problem -> {}).orElse("");
    }

    /** Scans every file that is added to another output. */
    private static final class LeakScanningOutput extends ObservedOutput {

        /** The number of leading bytes that are examined: binary files contain a null byte among them. */
        private static final int HEAD = 1024;

        private final LeakReport report;
        private final EarlierScan earlier;

        LeakScanningOutput(Output output, LeakReport report, EarlierScan earlier) {
            super(output);
            this.report = report;
            this.earlier = earlier;
        }

        /** Copied files are scanned whatever their names. */
        @Override
        protected void look(String address, FileDigest digest, byte[] content, boolean isCopied) {
            if (report.isEmpty()) {
                return;
            }
            report.look(address, address.getBytes(StandardCharsets.UTF_8));
            if (isCopied) {
                report.lookIntoCopied(address, isText(content) ? plain(address, content) : content);
            } else {
                report.look(address, content);
            }
        }

        /**
         * Unchanged files are scanned as well if other content is hidden now. A check without output does not scan
         * them; they were scanned when they were written.
         */
        @Override
        public boolean reuse(String address, FileDigest digest) throws IOException {
            if (!output.reuse(address, digest)) {
                return false;
            }
            if (!report.isEmpty() && !earlier.isClean(address)) {
                boolean isPage = EntryFormat.HTML.has(SourceFile.ending(address));
                output.previous(address, digest).ifPresent(content -> look(address, digest, content, !isPage));
            }
            return true;
        }

        private static boolean isText(byte[] content) {
            for (int i = 0; i < Math.min(HEAD, content.length); i++) {
                if (content[i] == 0) {
                    return content[0] == (byte) 0xFF || content[0] == (byte) 0xFE;
                }
            }
            return true;
        }

        /** Returns a text as UTF-8 in NFC. */
        private static byte[] plain(String address, byte[] content) {
            return new TextDecoder()
                    .decode(address, content, problem -> {})
                    .map(text -> Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8))
                    .orElse(content);
        }
    }
}
