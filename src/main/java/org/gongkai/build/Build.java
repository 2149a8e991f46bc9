package org.gongkai.build;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.build.edition.CurrentSite;
import org.gongkai.build.read.SiteContent;
import org.gongkai.build.read.SiteReader;
import org.gongkai.build.read.SiteSource;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.input.source.SourceTexts;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.Timings;
import org.gongkai.io.WorkPool;
import org.gongkai.jbake.engine.ThirdPartyEngines;
import org.gongkai.markup.convert.Converters;
import org.gongkai.render.theme.Theme;
import org.gongkai.site.Site;
import org.gongkai.site.SiteBuilder;
import org.gongkai.site.address.Slugs;

/** Makes a site from its source: reads, sorts, checks, renders, and puts the result in place if nothing is wrong. */
public final class Build {

    private final String version;
    private final Clock clock;
    private final Progress progress;
    private final ProblemCollector findings = new ProblemCollector();
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
                : build(request, site, Optional.empty());
    }

    /**
     * Builds the site of an earlier commit for the readers of today, who are shown nothing that is kept from them today.
     *
     * @throws IOException likewise
     */
    public BuildResult run(BuildRequest request, SiteSource site, CurrentSite today) throws IOException {
        return build(request, site, Optional.of(today));
    }

    private BuildResult build(BuildRequest request, SiteSource from, Optional<CurrentSite> today) throws IOException {
        SourceTree source = timings.time("列出文件", from::tree);
        ThirdPartyEngines others = new ThirdPartyEngines(request.source());
        SiteOutputs outputs = new SiteOutputs(request.before());
        try (WorkPool pool = new WorkPool(request.jobs());
                Converters converters = new Converters(new SiteIncludes(source, others), others);
                outputs) {
            CacheFolder kept = CacheFolder.of(from.repository(), request);
            Slugs slugs = new Slugs(kept.shared("slugs", ""));
            slugs.warmUp();
            BuildContext tools =
                    new BuildContext(source, new SourceTexts(source), slugs, converters, pool, kept, findings, timings);
            SiteContent read = new SiteReader(tools, clock, notes::add).read(request, from);
            SiteContent content =
                    today.map(site -> read.forReadersOf(site.config())).orElse(read);
            FileNameCache names = new FileNameCache(kept.shared("names", ""));
            AudienceBuild audience = new AudienceBuild(version, request, tools, content, today, names, progress);
            List<AudienceBuild.Made> made = new ArrayList<>();
            for (Audience readers :
                    audiences(request, content.settings().config().audiences())) {
                made.add(audience.run(readers, outputs));
            }
            slugs.save();
            names.save();
            return result(made, findings.failed() ? List.of() : timings.time("就位", outputs::commit), outputs);
        } catch (Theme.BrokenTemplate e) {
            findings.accept(e.problem());
            return result(List.of(), List.of(), outputs);
        }
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

    private BuildResult result(List<AudienceBuild.Made> made, List<Integer> written, SiteOutputs outputs) {
        boolean failed = findings.failed();
        List<Site> sites = made.stream().map(AudienceBuild.Made::site).toList();
        List<BuiltSite> built =
                made.stream().flatMap(one -> one.built().stream()).toList();
        int changed = written.stream().mapToInt(Integer::intValue).sum();
        Map<String, Integer> columns = new LinkedHashMap<>();
        if (!sites.isEmpty()) {
            sites.get(0).columns().forEach(c -> columns.put(c.name(), c.items().size()));
        }
        return new BuildResult(
                findings.reported(),
                findings.used(),
                sites.isEmpty() ? 0 : sites.get(0).items().size(),
                failed ? 0 : built.stream().mapToInt(BuiltSite::pages).sum(),
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
