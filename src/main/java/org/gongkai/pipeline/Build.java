package org.gongkai.pipeline;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.Timings;
import org.gongkai.pipeline.BuildResult.BuildSummary;
import org.gongkai.pipeline.cache.CacheFolder;
import org.gongkai.pipeline.cache.LastBuild;
import org.gongkai.pipeline.edition.CurrentSite;
import org.gongkai.pipeline.read.SiteContent;
import org.gongkai.pipeline.read.SiteReader;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.site.Site;

/**
 * Builds a site from its source: reads it, then for each audience places, checks and renders its part and searches it
 * for leaks; puts the results in place if there is no error.
 */
public final class Build {

    private final String version;
    private final Clock clock;
    private final Progress progress;
    private final SharedParts shared;
    private final ProblemCollector problems = new ProblemCollector();
    private final List<String> notes = new ArrayList<>();
    private final Timings timings = new Timings();

    /**
     * @param version version of the program
     * @param clock determines the day of a build whose request names none
     * @param progress receives the progress of the build
     * @param shared what all builds of this process share
     */
    public Build(String version, Clock clock, Progress progress, SharedParts shared) {
        this.shared = shared;
        this.version = version;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Builds once; an object of this class serves one build.
     *
     * @param site the source of the request, which the caller closes
     * @throws IOException if a file cannot be read or written; the output is left unchanged
     * @throws java.io.UncheckedIOException in the same case
     * @throws UnknownAudience if the site does not have the requested audience
     */
    public BuildResult run(BuildRequest request, SiteSource site) throws IOException {
        if (site.isJBake()) {
            return new OtherProjectBuild(version, clock, progress, shared).run(request, site.folder());
        }
        CacheFolder cache = CacheFolder.of(site.repository(), request, shared);
        try (LastBuild last = LastBuild.open(request, cache, clock)) {
            SourceTree files = timings.time(BuildContext.LISTING, () -> site.tree(SourceTree.FOLDERS));
            Optional<BuildSummary> unchanged = timings.time("比对上次", () -> last.unchanged(site, files));
            if (unchanged.isPresent()) {
                return new BuildResult(unchanged.get().timed(timings.all()), List.of(), List.of());
            }
            SiteOutputs outputs = new SiteOutputs(request.previous(), last::known);
            try (BuildContext context = BuildContext.of(files, cache, request, shared, problems, timings);
                    outputs) {
                BuildResult result = context.pool().run(() -> build(request, site, context, outputs));
                last.record(result, outputs.placed());
                return result;
            } catch (PageRenderer.BrokenTemplate e) {
                problems.accept(e.problem());
                return result(List.of(), List.of(), List.of(), outputs);
            }
        }
    }

    private BuildResult build(BuildRequest request, SiteSource from, BuildContext context, SiteOutputs outputs)
            throws IOException {
        SiteContent content = read(request, from, context);
        AudienceSelector placer = new AudienceSelector(
                context, content, request.drafts(), request.previous().today());
        List<Site> sites = new ArrayList<>();
        List<BuiltSite> built = new ArrayList<>();
        PageRenderer renderer =
                shared.renderer(context.source(), content.settings().config().zone());
        for (Audience audience : audiences(request, content.settings().config().audiences())) {
            AudienceSite placed = placer.place(audience);
            sites.add(placed.site());
            new AudienceBuild(version, request, context, progress, placed, renderer)
                    .build(outputs)
                    .ifPresent(built::add);
        }
        content.history().save();
        return result(sites, built, problems.failed() ? List.of() : timings.time("就位", outputs::commit), outputs);
    }

    private SiteContent read(BuildRequest request, SiteSource from, BuildContext context) throws IOException {
        SiteContent content = new SiteReader(context, clock, notes::add).read(request, from);
        Optional<CurrentSite> today = request.previous().today();
        return today.isPresent() ? content.forReadersOf(today.get().config()) : content;
    }

    /** The audiences that a request names; all if it names none. */
    public static List<Audience> audiences(BuildRequest request, List<Audience> all) {
        if (request.audience().isEmpty()) {
            return all;
        }
        List<Audience> named = all.stream()
                .filter(a -> a.name().equals(request.audience().get()))
                .toList();
        if (named.isEmpty() && request.audience().get().equals(SiteConfig.SPECIAL)) {
            // No site declares this audience; only a command can request it.
            return List.of(new Audience(SiteConfig.SPECIAL, List.of(SiteConfig.SPECIAL), ""));
        }
        if (named.isEmpty()) {
            throw new UnknownAudience(
                    request.audience().get(), all.stream().map(Audience::name).toList());
        }
        return named;
    }

    private BuildResult result(List<Site> sites, List<BuiltSite> built, List<Integer> written, SiteOutputs outputs) {
        boolean failed = problems.failed();
        int changed = written.stream().mapToInt(Integer::intValue).sum();
        Map<String, Integer> columns = new LinkedHashMap<>();
        Set<String> entries = new HashSet<>();
        for (Site site : sites) {
            site.groups().columns().forEach(column -> columns.putIfAbsent(column.name(), 0));
            site.items().stream()
                    .filter(item -> entries.add(item.entry().path()))
                    .flatMap(item -> item.entry().listing().categories().stream())
                    .forEach(name -> columns.merge(name, 1, Integer::sum));
        }
        BuildSummary summary = new BuildSummary(
                problems.reported(),
                new BuiltSite.Size(
                        entries.size(),
                        failed
                                ? 0
                                : built.stream()
                                        .mapToInt(site -> site.size().pages())
                                        .sum()),
                new BuildSummary.Files(changed, failed ? 0 : outputs.files() - changed),
                sites.stream().flatMap(s -> s.nextChange().stream()).min(LocalDate::compareTo),
                columns,
                failed ? List.of() : outputs.folders(),
                notes,
                timings.all());
        return new BuildResult(summary, problems.usedExemptions(), failed ? List.of() : built);
    }

    /** Thrown if a site does not have the requested audience. */
    public static final class UnknownAudience extends RuntimeException {
        UnknownAudience(String name, List<String> known) {
            super("没有“" + name + "”这个公开对象；可以写：" + String.join("、", known));
        }
    }

    /** Receives the progress of a build. Called from multiple threads. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Called when one more unit of a step is complete.
         *
         * @param step name of the step, in Chinese
         * @param total number of units of the step
         */
        void advanced(String step, int total);
    }
}
