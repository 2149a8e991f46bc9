package org.gongkai;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.check.ExemptionReader;
import org.gongkai.config.SiteConfig;
import org.gongkai.config.SiteConfig.Audience;
import org.gongkai.data.YamlReader;
import org.gongkai.entry.Entry;
import org.gongkai.entry.EntryReader;
import org.gongkai.entry.HeaderParser;
import org.gongkai.entry.KeptEntries;
import org.gongkai.jbake.EnginesOfOthers;
import org.gongkai.kept.KeptRecords;
import org.gongkai.leak.LeakCheck;
import org.gongkai.markup.Converters;
import org.gongkai.output.Manifest;
import org.gongkai.output.Output;
import org.gongkai.render.SitePages;
import org.gongkai.render.Theme;
import org.gongkai.revision.Chronicle;
import org.gongkai.revision.Lives;
import org.gongkai.revision.Readings;
import org.gongkai.site.FormerAddresses;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.SiteBuilder;
import org.gongkai.site.Slugs;
import org.gongkai.source.SourceTree;
import org.gongkai.source.Texts;

/** Makes a site from its source: reads, sorts, checks, renders, and puts the result in place if nothing is wrong. */
public final class Build {

    private static final String LEAKS = "查泄露";

    private final String version;
    private final Clock clock;
    private final Progress progress;
    private final Findings findings = new Findings();
    private final List<String> notes = new ArrayList<>();
    private final Timings timings = new Timings();

    /**
     * @param version version of the program
     * @param clock tells today, for a build that is asked for no day
     * @param progress is told how far the build is
     */
    public Build(String version, Clock clock, Progress progress) {
        this.version = version;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Builds once; an object of this class serves one build.
     *
     * @throws IOException if the machine fails; the output is then as it was before
     * @throws java.io.UncheckedIOException likewise
     * @throws org.gongkai.history.NotCommitted if a commit is asked for that is not there
     * @throws UnknownAudience if an audience is asked for that the site does not have
     */
    public BuildResult run(BuildRequest request) throws IOException {
        try (SiteSource site = SiteSource.open(request.source(), request.revision())) {
            return run(request, site);
        }
    }

    /**
     * Builds once, from a source that the caller has opened and closes.
     *
     * @throws IOException likewise
     */
    public BuildResult run(BuildRequest request, SiteSource site) throws IOException {
        return site.isJBake()
                ? new JBakeBuild(version, clock, progress).run(request, site.folder())
                : build(request, site);
    }

    private BuildResult build(BuildRequest request, SiteSource from) throws IOException {
        SourceTree source = timings.time("列出文件", from::tree);
        EnginesOfOthers others = new EnginesOfOthers(request.source());
        Outputs outputs = new Outputs();
        try (WorkPool pool = new WorkPool(request.jobs());
                Converters converters = new Converters(new SiteIncludes(source, others), others);
                outputs) {
            Texts texts = new Texts(source);
            KeptFolder kept = KeptFolder.of(from.repository(), request);
            Slugs slugs = new Slugs(kept.shared("slugs", ""));
            slugs.warmUp();
            YamlReader yaml = new YamlReader();
            WorkPool.Later<Settings> begun = pool.begin(() ->
                    timings.time("读设置", () -> new SettingsReader(yaml, clock, findings).read(source, request.asOf())));
            Past past = Past.read(from, source, request.reuse() != BuildRequest.Reuse.NOTHING, timings);
            source.problems().forEach(findings);
            String said = KeptFolder.digest(source, "content/_data");
            String looks = said + KeptFolder.digest(source, "templates");
            Settings settings = begun.get();
            EntryReader reader =
                    new EntryReader(new HeaderParser(yaml), settings.kinds(), EntryReader.Strictness.STRICT);
            KeptReadings readings = timings.time("读文件头", () -> KeptReadings.of(kept, said, settings.kinds()));
            warmUp(source, converters, readings.files());
            List<Entry> entries = timings.time("读文件头", () -> contentReader(reader, yaml, settings, readings, converters)
                    .read(source, texts, pool));
            ZoneId zone = settings.config().zone();
            Lives lives = past.lives(entries, reader, readings.revisions(), zone, settings.asOf(), pool, notes::add);
            Map<String, String> formerNumbers =
                    past.formerNumbers(entries, lives, reader, readings.revisions(), zone, settings.asOf());
            WorkPool.Later<?> saved = pool.begin(() -> {
                readings.save();
                return readings;
            });
            List<Site> sites = new ArrayList<>();
            List<BuiltSite> built = new ArrayList<>();
            int pages = 0;
            for (Audience audience : audiences(request, settings.config().audiences())) {
                SiteConfig config = audience.scopes().contains(SiteBuilder.SPECIAL)
                        ? settings.config().named(settings.config().name() + "（仅供特定对象）")
                        : settings.config();
                Site site = timings.time("编排", () -> new SiteBuilder(settings.kinds(), slugs, findings)
                        .build(
                                config.at(audience.baseUrl()),
                                entries,
                                audience.scopes(),
                                settings.asOf(),
                                request.drafts()));
                sites.add(site);
                Optional<Readings> versions = past.readings(settings.disclosure(), audience.scopes());
                Chronicle seen = new Chronicle(lives, versions, Set.of(), text -> false);
                LeakCheck leaks = timings.time(
                        LEAKS,
                        () -> LeakCheck.of(
                                site, audience.name(), source, settings.kinds(), slugs, withheld(site, seen)));
                Chronicle chronicle =
                        new Chronicle(lives, versions, site.byPath().keySet(), leaks::givesAway);
                String folderName = BuiltSite.folder(settings.config(), audience, slugs);
                KeptRecords known = timings.time(
                        "读上次的结果", () -> kept.open("pages" + (folderName.isEmpty() ? "" : "-" + folderName), looks));
                Map<String, Item> former = former(site, settings, slugs, chronicle);
                SitePages sitePages = new SitePages(
                        site,
                        source,
                        texts,
                        converters,
                        slugs,
                        version,
                        chronicle,
                        former,
                        request.before().editions(folderName),
                        known,
                        findings);
                SiteWriter writer = new SiteWriter(
                        site,
                        source,
                        sitePages,
                        new KeptPages(known, sitePages::fingerprint),
                        pool,
                        progress,
                        findings);
                timings.time("检查正文", () -> writer.checkBodies(site.waiting()));
                if (findings.failed()) {
                    timings.time("检查正文", () -> writer.checkBodies(site.items()));
                    writer.checkTogether(
                            entries, formerNumbers, settings.rules().siteRules());
                    continue;
                }
                Optional<Path> folder = request.output().map(asked -> folder(asked, audience));
                Output written = outputs.open(folder, request.before().standing(folderName));
                Output output = leaks.over(written);
                timings.time("生成条目", () -> writer.writeEntries(output));
                timings.time(
                        "检查全站",
                        () -> writer.checkTogether(
                                entries, formerNumbers, settings.rules().siteRules()));
                int own = site.items().size()
                        + timings.time(
                                "生成修改记录",
                                () -> writer.writeHistories(
                                        output, request.output().isPresent()));
                own += timings.time("生成列表", () -> writer.writeOthers(output));
                pages += own;
                timings.time(LEAKS, () -> leaks.tell(written, writer.bodies(), () -> shown(site, chronicle), findings));
                if (!findings.failed()) {
                    timings.time("记下结果", writer::keep);
                }
                outputs.manifest(written, manifest(site, past.commit(), written));
                built.add(BuiltSite.of(site, audience, folder, own, slugs, former.keySet()));
            }
            slugs.save();
            saved.get();
            return result(
                    sites, built, pages, findings.failed() ? List.of() : timings.time("就位", outputs::commit), outputs);
        } catch (Theme.BrokenTemplate e) {
            findings.accept(e.problem());
            return result(List.of(), List.of(), 0, List.of(), outputs);
        }
    }

    /** AsciiDoc takes its time to start; meanwhile headers can be read. Of what did not change nothing has to be converted. */
    private static void warmUp(SourceTree source, Converters converters, KeptEntries known) {
        if (source.files("content").stream()
                .filter(file -> HeaderParser.isAsciiDoc(file.ending()))
                .anyMatch(file -> !known.knows(file.path(), source.version(file)))) {
            converters.warmUpAsciiDoc();
        }
    }

    private ContentReader contentReader(
            EntryReader reader, YamlReader yaml, Settings settings, KeptReadings kept, Converters converters) {
        return new ContentReader(
                reader,
                settings.rules(),
                settings.asOf(),
                kept.files(),
                new ExemptionReader(yaml),
                converters,
                findings);
    }

    private static Map<String, Item> former(Site site, Settings settings, Slugs slugs, Chronicle chronicle) {
        List<Item> all = Stream.concat(
                        site.items().stream(), site.gone().stream().map(Site.Gone::item))
                .toList();
        return new FormerAddresses(settings.config(), settings.kinds(), slugs)
                .of(all, item -> chronicle.headers(item.entry().path()));
    }

    private static List<Entry> withheld(Site site, Chronicle chronicle) {
        return site.items().stream()
                .flatMap(item -> chronicle.withheld(item.entry().path()).stream())
                .toList();
    }

    private static Stream<String> shown(Site site, Chronicle chronicle) {
        return site.items().parallelStream()
                .flatMap(item -> chronicle.shown(item.entry().path()));
    }

    private static List<Audience> audiences(BuildRequest request, List<Audience> all) {
        if (request.audience().isEmpty()) {
            return all;
        }
        List<Audience> named = all.stream()
                .filter(a -> a.name().equals(request.audience().get()))
                .toList();
        if (named.isEmpty() && request.audience().get().equals(SiteBuilder.SPECIAL)) {
            // No site has this audience; a command has to ask for it, and only one does.
            return List.of(new Audience(SiteBuilder.SPECIAL, List.of(SiteBuilder.SPECIAL), ""));
        }
        if (named.isEmpty()) {
            throw new UnknownAudience(
                    request.audience().get(), all.stream().map(Audience::name).toList());
        }
        return named;
    }

    /** The first audience has the folder that was asked for, a further one its own beside it. */
    private static Path folder(Path output, Audience audience) {
        return audience.folder().isEmpty()
                ? output
                : output.resolveSibling(output.getFileName() + "-" + audience.folder());
    }

    private Manifest manifest(Site site, Optional<String> commit, Output output) {
        return new Manifest(
                "gongkai " + version,
                commit,
                site.asOf().toString(),
                site.nextChange().map(LocalDate::toString),
                List.copyOf(output.files()));
    }

    private BuildResult result(
            List<Site> sites, List<BuiltSite> built, int pages, List<Integer> written, Outputs outputs) {
        boolean failed = findings.failed();
        int changed = written.stream().mapToInt(Integer::intValue).sum();
        Map<String, Integer> columns = new LinkedHashMap<>();
        if (!sites.isEmpty()) {
            sites.get(0).columns().forEach(c -> columns.put(c.name(), c.items().size()));
        }
        return new BuildResult(
                findings.told(),
                findings.used(),
                sites.isEmpty() ? 0 : sites.get(0).items().size(),
                failed ? 0 : pages,
                changed,
                failed ? 0 : outputs.files() - changed,
                sites.stream().flatMap(s -> s.nextChange().stream()).min(LocalDate::compareTo),
                columns,
                failed ? List.of() : outputs.folders(),
                List.copyOf(notes),
                failed ? List.of() : built,
                timings.all());
    }

    /** An audience was asked for that the site does not have. */
    public static final class UnknownAudience extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownAudience(String name, List<String> known) {
            super("没有“" + name + "”这个受众；可以写：" + String.join("、", known));
        }
    }
}
