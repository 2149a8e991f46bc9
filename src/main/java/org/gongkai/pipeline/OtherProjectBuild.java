package org.gongkai.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.gongkai.cache.CacheStore;
import org.gongkai.io.Timings;
import org.gongkai.io.WorkPool;
import org.gongkai.output.Manifest;
import org.gongkai.output.Output;
import org.gongkai.pipeline.Build.Progress;
import org.gongkai.pipeline.BuildResult.BuildSummary;
import org.gongkai.pipeline.OtherProjects.OtherPages;
import org.gongkai.pipeline.OtherProjects.OtherProject;
import org.gongkai.pipeline.cache.PageCache;
import org.gongkai.problem.Problem;
import org.gongkai.site.SiteFile;
import org.gongkai.site.identity.PublishedEntry;

/** Builds a project of another generator and puts it in place if there is no error. */
final class OtherProjectBuild {

    private final String version;
    private final Clock clock;
    private final Progress progress;
    private final SharedParts shared;
    private final SortedSet<Problem> problems = new ConcurrentSkipListSet<>();
    private final Timings timings = new Timings();

    OtherProjectBuild(String version, Clock clock, Progress progress, SharedParts shared) {
        this.shared = shared;
        this.version = version;
        this.clock = clock;
        this.progress = progress;
    }

    BuildResult run(BuildRequest request, Path folder) throws IOException {
        Optional<OtherProject> opened =
                timings.time("读设置", () -> shared.projects().open(folder, problems::add));
        if (opened.isEmpty()) {
            return result(List.of(), Map.of(), Optional.empty(), 0, new SiteOutputs(request.previous()));
        }
        SiteOutputs outputs = new SiteOutputs(request.previous());
        try (OtherProject site = opened.get();
                WorkPool pool = new WorkPool(request.jobs());
                outputs) {
            checkOutput(request, site.folders());
            timings.time("读文档", () -> pool.forEach(site.documents(), site::read));
            LocalDate asOf = request.asOf().orElseGet(() -> LocalDate.now(clock.withZone(site.zone())));
            OtherPages pages = timings.time("编排", () -> site.plan(asOf));
            Output output = outputs.open("", request.output(), Optional.empty());
            List<SiteFile> files = pages.files();
            if (!failed()) {
                SiteFileWriter writer = new SiteFileWriter(output, new PageCache(CacheStore.NONE, reads -> ""));
                timings.time(
                        "生成页面",
                        () -> pool.forEach(files, file -> {
                            writer.write(file);
                            progress.advanced("生成页面", files.size());
                        }));
            }
            if (failed()) {
                return result(List.of(), Map.of(), Optional.empty(), 0, outputs);
            }
            Optional<LocalDate> next = pages.nextChange();
            outputs.manifest(output, Manifest.of(output, version, Optional.empty(), asOf, next));
            List<Integer> changed = timings.time("就位", outputs::commit);
            BuiltSite built = new BuiltSite(
                    "",
                    "",
                    request.output(),
                    Set.of(),
                    site.zone(),
                    new BuiltSite.Size(pages.documents().size(), (int) files.stream()
                            .filter(file -> !file.template().equals(SiteFile.NO_TEMPLATE))
                            .count()),
                    new BuiltSite.Addresses(
                            "",
                            pages.documents().stream()
                                    .collect(Collectors.toMap(it -> it, it -> it, (one, same) -> one)),
                            Set.of(),
                            Set.of()),
                    () -> pages.documents().stream().map(PublishedEntry::at).toList());
            return result(
                    List.of(built),
                    pages.counts(),
                    next,
                    changed.stream().mapToInt(Integer::intValue).sum(),
                    outputs);
        }
    }

    /** Reports an output inside a folder of the project: the next build would read it. */
    private void checkOutput(BuildRequest request, List<String> folders) {
        for (String folder : folders) {
            Path path = request.source().resolve(folder).normalize();
            if (request.output().filter(output -> output.startsWith(path)).isPresent()) {
                problems.add(
                        Problem.error("E612", "jbake.properties", 1, 1, "不能把站点写进 " + folder + " 文件夹", "请用 -o 另选一个文件夹"));
            }
        }
    }

    private boolean failed() {
        return problems.stream().anyMatch(Problem::isError);
    }

    private BuildResult result(
            List<BuiltSite> sites,
            Map<String, Integer> counts,
            Optional<LocalDate> next,
            int changed,
            SiteOutputs outputs) {
        BuildSummary summary = new BuildSummary(
                List.copyOf(problems),
                new BuiltSite.Size(
                        counts.values().stream().mapToInt(Integer::intValue).sum(),
                        sites.stream().mapToInt(site -> site.size().pages()).sum()),
                new BuildSummary.Files(changed, outputs.files() - changed),
                next,
                counts,
                failed() ? List.of() : outputs.folders(),
                List.of(),
                timings.all());
        return new BuildResult(summary, List.of(), failed() ? List.of() : sites);
    }
}
