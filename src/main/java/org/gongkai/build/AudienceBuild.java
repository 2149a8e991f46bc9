package org.gongkai.build;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.build.edition.CurrentRestrictions;
import org.gongkai.build.edition.CurrentSite;
import org.gongkai.build.read.SiteContent;
import org.gongkai.build.read.SiteSettings;
import org.gongkai.cache.CacheStore;
import org.gongkai.check.leak.LeakCheck;
import org.gongkai.history.versions.DisclosedVersions;
import org.gongkai.history.versions.NamedFiles;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.io.Timings;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.output.Output;
import org.gongkai.render.SitePages;
import org.gongkai.render.model.SiteModel;
import org.gongkai.render.page.RenderContext;
import org.gongkai.site.Item;
import org.gongkai.site.Restrictions;
import org.gongkai.site.Site;
import org.gongkai.site.SiteBuilder;
import org.gongkai.site.address.PreviousAddresses;
import org.gongkai.site.identity.PublishedEntry;

/** Builds the site of one audience: sorts, checks, renders, looks for leaks. */
final class AudienceBuild {

    private static final String LEAKS = "查泄露";

    private final String version;
    private final BuildRequest request;
    private final BuildContext tools;
    private final SiteContent content;
    private final Optional<CurrentSite> today;
    private final NamedFiles.Memory names;
    private final Progress progress;

    /**
     * @param version version of the program
     * @param today the site that is published today, if this is one of an earlier commit
     * @param names what is known of the names of files in texts
     */
    AudienceBuild(
            String version,
            BuildRequest request,
            BuildContext tools,
            SiteContent content,
            Optional<CurrentSite> today,
            NamedFiles.Memory names,
            Progress progress) {
        this.version = version;
        this.request = request;
        this.tools = tools;
        this.content = content;
        this.today = today;
        this.names = names;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param site what the audience may see
     * @param built the site as it was written; empty if it has errors before anything could be
     */
    record Made(Site site, Optional<BuiltSite> built) {}

    Made run(Audience audience, SiteOutputs outputs) throws IOException {
        Timings timings = tools.timings();
        SiteSettings settings = content.settings();
        Optional<CurrentRestrictions> limits = today.map(site -> site.limits(audience, content));
        Site site = timings.time("编排", () -> site(audience, limits));
        Optional<DisclosedVersions> readings = content.past().readings(settings.disclosure(), audience.scopes(), names);
        LeakCheck leaks = timings.time(LEAKS, () -> leaks(site, audience, readings));
        PublicHistory chronicle = new PublicHistory(
                content.lives(),
                readings,
                site.byPath().keySet(),
                text -> leaks.mentionsHidden(text)
                        || limits.filter(it -> it.givesAway(text)).isPresent());
        List<Item> placed = Stream.concat(
                        site.items().stream(), site.withdrawn().stream().map(Site.Withdrawn::item))
                .toList();
        Map<String, Item> former = former(placed, chronicle);
        String name = BuiltSite.folder(settings.config(), audience, tools.slugs());
        CacheStore known = timings.time(
                "读上次的结果", () -> tools.kept().open("pages" + (name.isEmpty() ? "" : "-" + name), content.looks()));
        SitePages pages = new SitePages(
                new SiteModel(site, version, request.before().editions(name)),
                new RenderContext(tools.source(), tools.texts(), tools.converters(), tools.slugs(), known),
                chronicle,
                former,
                tools.findings());
        SiteWriter writer = new SiteWriter(
                site,
                tools.source(),
                pages,
                new PageCache(known, pages::fingerprint),
                tools.pool(),
                progress,
                tools.findings());
        timings.time("检查正文", () -> writer.checkBodies(site.scheduled()));
        if (tools.findings().failed()) {
            timings.time("检查正文", () -> writer.checkBodies(site.items()));
            checkTogether(writer);
            return new Made(site, Optional.empty());
        }
        Optional<Path> folder = request.output().map(asked -> folder(asked, audience));
        Optional<Path> standing = request.before().standing(name);
        Output written = outputs.open(folder, standing);
        Output output = leaks.over(limits.map(it -> it.over(written)).orElse(written));
        timings.time("生成条目", () -> writer.writeEntries(output));
        checkTogether(writer);
        int count = site.items().size();
        count += timings.time(
                "生成修改记录",
                () -> writer.writeHistories(
                        output, request.output().isPresent() || standing.isPresent() || today.isPresent()));
        count += timings.time("生成列表", () -> writer.writeOthers(output));
        timings.time(
                LEAKS, () -> leaks.report(written, writer.bodies(), () -> shown(site, chronicle), tools.findings()));
        if (limits.isPresent()) {
            timings.time(LEAKS, () -> limits.get().tell(written, this::settings, tools.findings()));
            writeNotices(limits.get(), site, chronicle, written);
        }
        if (!tools.findings().failed()) {
            timings.time("记下结果", writer::keep);
        }
        outputs.manifest(written, manifest(site, written));
        Set<String> later = former(site.scheduled(), chronicle).keySet();
        List<PublishedEntry> entries = timings.time(
                "编排", () -> new EntryIdentities(settings, tools.slugs(), content.lives()).of(site.items()));
        return new Made(
                site,
                Optional.of(
                        BuiltSite.of(site, audience, folder, count, tools.slugs(), former.keySet(), later, entries)));
    }

    /** What the settings say may be seen. */
    private Stream<String> settings() {
        return tools.source().files("content/_data").stream().map(file -> new TextDecoder()
                .decode(file.path(), tools.source().bytes(file), problem -> {})
                .orElse(""));
    }

    /** Puts notices in the places of pages that were taken down; no address of another page is one of these. */
    private static void writeNotices(CurrentRestrictions limits, Site site, PublicHistory chronicle, Output written)
            throws IOException {
        Set<String> taken = written.files().stream().map(OutputFile::path).collect(Collectors.toUnmodifiableSet());
        Map<String, byte[]> notices = limits.notices(
                site.hidden(), item -> chronicle.headers(item.entry().path()));
        for (Map.Entry<String, byte[]> notice : notices.entrySet()) {
            if (!taken.contains(notice.getKey())) {
                written.write(notice.getKey(), notice.getValue());
            }
        }
    }

    private Site site(Audience audience, Optional<CurrentRestrictions> limits) {
        SiteSettings settings = content.settings();
        SiteConfig config = audience.scopes().contains(SiteBuilder.SPECIAL)
                ? settings.config().named(settings.config().name() + "（仅供特定对象）")
                : settings.config();
        return new SiteBuilder(settings.kinds(), tools.slugs(), tools.findings())
                .build(
                        config.at(audience.baseUrl()),
                        content.entries(),
                        audience.scopes(),
                        settings.asOf(),
                        request.drafts(),
                        limits.<Restrictions>map(it -> it).orElse(Restrictions.NONE));
    }

    private LeakCheck leaks(Site site, Audience audience, Optional<DisclosedVersions> readings) {
        PublicHistory all = new PublicHistory(content.lives(), readings, Set.of(), text -> false);
        List<Entry> withheld = site.items().stream()
                .flatMap(item -> all.withheld(item.entry().path()).stream())
                .toList();
        return LeakCheck.of(
                site, audience.name(), tools.source(), content.settings().kinds(), withheld);
    }

    private void checkTogether(SiteWriter writer) throws IOException {
        tools.timings()
                .time(
                        "检查全站",
                        () -> writer.checkTogether(
                                content.entries(),
                                content.formerNumbers(),
                                content.settings().rules().siteRules()));
    }

    private Map<String, Item> former(List<Item> items, PublicHistory chronicle) {
        SiteSettings settings = content.settings();
        return new PreviousAddresses(settings.config(), settings.kinds(), tools.slugs())
                .of(items, item -> chronicle.headers(item.entry().path()));
    }

    private static Stream<String> shown(Site site, PublicHistory chronicle) {
        return site.items().parallelStream()
                .flatMap(item -> chronicle.shown(item.entry().path()));
    }

    /** The first audience has the folder that was asked for, a further one its own beside it. */
    private static Path folder(Path output, Audience audience) {
        return audience.folder().isEmpty()
                ? output
                : output.resolveSibling(output.getFileName() + "-" + audience.folder());
    }

    private Manifest manifest(Site site, Output output) {
        return new Manifest(
                "gongkai " + version,
                content.past().commit(),
                site.asOf().toString(),
                site.nextChange().map(LocalDate::toString),
                List.copyOf(output.files()));
    }
}
