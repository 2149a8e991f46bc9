package org.gongkai.check.leak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.output.Output;
import org.gongkai.problem.Problem;
import org.gongkai.site.BodyFacts;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.address.Slugs;

/**
 * Looks into everything that is written for one audience for what it may not see. Whatever is found and is said by nothing
 * that it may see is an error.
 */
public final class LeakCheck {

    private final Site site;
    private final String audience;
    private final SourceTree source;
    private final LeakReport sightings;
    private final HiddenFiles files;
    private final SourceCopies copies;
    /** Read when they are first asked for: most sites never ask. */
    private volatile Set<String> titles;

    private LeakCheck(
            Site site, String audience, SourceTree source, List<SensitiveText> clues, List<Item> hidden, Slugs slugs) {
        this.site = site;
        this.audience = audience;
        this.source = source;
        this.sightings = new LeakReport(clues);
        this.files = HiddenFiles.of(site, hidden, source, slugs);
        this.copies = new SourceCopies(site, hidden, source, sightings);
    }

    /**
     * Takes note of all that is hidden from an audience.
     *
     * @param site what it may see
     * @param audience its name
     * @param source the files of the site
     * @param withheld what headers of former versions said that it may not see
     */
    public static LeakCheck of(
            Site site, String audience, SourceTree source, Kinds kinds, Slugs slugs, Collection<Entry> withheld) {
        SensitiveTextExtractor reader = new SensitiveTextExtractor(names(site, kinds));
        List<Item> gone = site.gone().stream().map(Site.Gone::item).toList();
        List<Item> hidden = Stream.concat(site.hidden().stream(), gone.stream()).toList();
        Set<Entry> numbered = new HashSet<>();
        // The page that stands in the place of what is gone shows its number.
        gone.forEach(item -> numbered.add(item.entry()));
        List<SensitiveText> clues = new ArrayList<>(hidden.parallelStream()
                .flatMap(item ->
                        reader.of(item.entry(), text(source, item.entry().file())).stream())
                .filter(clue -> clue.kind() != SensitiveText.Kind.NUMBER || !numbered.contains(clue.entry()))
                .toList());
        withheld.forEach(entry -> clues.addAll(reader.ofHeader(entry)));
        return new LeakCheck(site, audience, source, clues, hidden, slugs);
    }

    private static Set<String> names(Site site, Kinds kinds) {
        SiteConfig config = site.config();
        Set<String> names = new HashSet<>(List.of(config.name(), config.unit()));
        site.columns().forEach(column -> names.add(column.name()));
        config.categories().forEach(category -> names.add(category.name()));
        for (Kind kind : kinds.all()) {
            names.add(kind.name());
            names.add(kind.column());
        }
        return names;
    }

    /** An output that shows to this check whatever goes through it. */
    public Output over(Output output) {
        return new LeakScanningOutput(output, sightings);
    }

    /** Whether a text from elsewhere, such as the message of a commit, speaks of what is hidden. */
    public boolean givesAway(String text) {
        return sightings.in(text.getBytes(StandardCharsets.UTF_8)).stream().anyMatch(clue -> !isVisibleTitle(clue));
    }

    private boolean isVisibleTitle(String clue) {
        if (titles == null) {
            titles = site.items().stream()
                    .map(item -> LetterText.of(item.entry().title()))
                    .collect(Collectors.toUnmodifiableSet());
        }
        return titles.contains(LetterText.of(clue));
    }

    /**
     * Tells what came out.
     *
     * @param output the finished output
     * @param bodies what is known of the bodies that were looked at, those that wait for their day among them
     * @param former the texts of former versions that are shown; asked for only if something was found
     */
    public void tell(
            Output output, Collection<BodyFacts> bodies, Supplier<Stream<String>> former, Consumer<Problem> problems) {
        List<BodyFacts> visible = bodies.stream()
                .filter(body -> site.byPath().containsKey(body.path()))
                .toList();
        tell(visible, former, problems);
        files.tell(output.files(), visible, audience, problems);
        copies.tell(visible, audience, problems);
    }

    /**
     * Tells what came out into another site than the one of which note was taken, such as one of an earlier commit. That
     * something visible said it there is no excuse.
     *
     * @param output the finished output
     * @param also texts that may be seen besides what the site shows; asked for only if something was found
     */
    public void tellOther(Output output, Supplier<Stream<String>> also, Consumer<Problem> problems) {
        tell(List.of(), also, problems);
        files.tellCopies(output.files(), audience, problems);
    }

    private void tell(Collection<BodyFacts> bodies, Supplier<Stream<String>> former, Consumer<Problem> problems) {
        Map<String, LeakReport.Seen> seen = sightings.all();
        excuse(
                seen,
                done -> Stream.concat(
                        said(bodies),
                        site.items().parallelStream()
                                .filter(item -> !done.getAsBoolean())
                                .map(item -> text(source, item.entry().file()))));
        excuse(seen, done -> former.get());
        seen.forEach((text, where) -> sightings.of(text).forEach(clue -> problems.accept(problem(clue, where))));
    }

    /** What is not an entry and may be seen: settings, what the program says of catalogues and kinds, files of entries. */
    private Stream<String> said(Collection<BodyFacts> bodies) {
        Stream<String> settings = source.files("content/_data").stream().map(file -> text(source, file));
        Stream<String> ours =
                Stream.of(resource(SiteConfig.class, "catalogue.yml"), resource(Kinds.class, "kinds.yml"));
        Stream<String> attached = bodies.stream()
                .flatMap(body -> body.resources().stream())
                .filter(resource -> !isEntry(resource.file()))
                .map(resource -> resource.address() + "\n" + resource.file().path() + "\n"
                        + (isText(resource.file()) ? text(source, resource.file()) : ""));
        return Stream.of(settings, ours, attached).flatMap(texts -> texts);
    }

    /** Takes out what the texts say, too; they need not be read any further when that is everything. */
    private void excuse(Map<String, LeakReport.Seen> seen, Function<BooleanSupplier, Stream<String>> texts) {
        if (!seen.isEmpty()) {
            VisibleText honest = new VisibleText(seen.keySet().stream()
                    .map(text -> sightings.of(text).get(0))
                    .toList());
            try (Stream<String> all = texts.apply(honest::isDone)) {
                all.forEach(honest::read);
            }
            seen.keySet().removeAll(honest.excused());
        }
    }

    private Problem problem(SensitiveText clue, LeakReport.Seen where) {
        return Problem.error(
                "E305",
                clue.entry().path(),
                clue.place().line(),
                clue.place().column(),
                "受众“" + audience + "”看不到这一条，但它的" + clue.kind().label() + "“" + clue.begun() + "”出现在 " + where.first()
                        + (where.files() > 1 ? " 等 " + where.files() + " 个文件里" : " 里"),
                "站点没有换上；请查自己的模板和素材（templates、assets），或改这一条的公开范围");
    }

    /** The source of an entry says nothing that may be seen, under whatever name it goes out. */
    private boolean isEntry(SourceFile file) {
        return EntryFormat.isEntry(file.path()) || site.held().containsKey(file.path());
    }

    private static boolean isText(SourceFile file) {
        return EntryFormat.ofEnding(file.ending()).isPresent()
                || Set.of("txt", "csv", "svg", "ics").contains(file.ending());
    }

    private static String text(SourceTree source, SourceFile file) {
        return new TextDecoder()
                .decode(file.path(), source.bytes(file), problem -> {})
                .orElse("");
    }

    private static String resource(Class<?> room, String name) {
        try (InputStream in = room.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
