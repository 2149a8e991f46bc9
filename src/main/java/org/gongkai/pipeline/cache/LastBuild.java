package org.gongkai.pipeline.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Collectors;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CachedRecords;
import org.gongkai.input.source.FolderSource;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.Digests;
import org.gongkai.io.WorkPool;
import org.gongkai.output.FinishedOutput.KnownFiles;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.BuildResult;
import org.gongkai.pipeline.BuildResult.BuildSummary;
import org.gongkai.pipeline.cache.WrittenFiles.PlacedFile;
import org.gongkai.pipeline.read.SiteSource;

/**
 * The last successful build of a site: what it depended on, what it placed, and what it told its user. If a build would
 * depend on the same and finds everything in its place, it need not be made.
 */
public final class LastBuild implements AutoCloseable {

    private static final String RECORD = "build";

    private final BuildRequest request;
    private final Clock clock;
    private final Instant start;
    private final CacheStore store;
    private final CachedRecords<Recorded> cache;
    private final WorkPool pool;
    private final Optional<Known> known;
    private Map<Path, Examined> examined = Map.of();
    private Optional<String> inputs = Optional.empty();

    /**
     * The record of a build.
     *
     * @param inputs digest of what it depended on; empty if a file of it might change again unnoticed
     * @param day its day
     * @param zone the time zone of the site
     * @param placed what it placed
     * @param summary what it told its user
     */
    private record Recorded(
            String inputs, LocalDate day, ZoneId zone, List<WrittenFiles> placed, BuildSummary summary) {}

    /** The record of a build, with what is still there of what it placed. */
    private record Known(Recorded build, ForkJoinTask<List<Examined>> files) {}

    /**
     * What a build placed in a folder.
     *
     * @param intact the files that are still there, by address
     */
    private record Examined(WrittenFiles placed, Map<String, PlacedFile> intact) {

        boolean isIntact() {
            return intact.size() == placed.files().size();
        }

        KnownFiles known() {
            return placed.known(intact);
        }
    }

    private LastBuild(BuildRequest request, Clock clock, CacheStore store) {
        this.request = request;
        this.clock = clock;
        this.start = clock.instant();
        this.store = store;
        this.cache = store.records("", Recorded.class);
        this.pool = new WorkPool(request.jobs());
        this.known = cache.find(RECORD).map(this::examine);
    }

    /**
     * Opens the record of the last build, if the request asks for its summary, and begins to examine what it placed.
     *
     * @param clock determines the day of a build whose request names none
     */
    public static LastBuild open(BuildRequest request, CacheFolder folder, Clock clock) {
        CacheStore store =
                request.reuse() == BuildRequest.Reuse.SUMMARY ? folder.open("last-build", "") : CacheStore.NONE;
        return new LastBuild(request, clock, store);
    }

    private Known examine(Recorded build) {
        return new Known(build, pool.begin(() -> build.placed().stream()
                .map(files -> new Examined(files, files.intact(pool)))
                .toList()));
    }

    /**
     * What the last build told its user, as a build would that has nothing to write, without timings; empty if a build
     * must be made.
     *
     * @param files the files of the site
     * @throws IOException if the repository or a file cannot be read
     */
    public Optional<BuildSummary> unchanged(SiteSource site, SourceTree files) throws IOException {
        inputs = cache.isEnabled() ? BuildInputs.digest(request, site, files, pool) : Optional.empty();
        // Nothing may read the output any more when a build begins to replace it.
        List<Examined> found = known.map(last -> last.files().join()).orElse(List.of());
        examined = found.stream().collect(Collectors.toMap(one -> one.placed().folder(), one -> one));
        return known.filter(last -> inputs.filter(last.build().inputs()::equals).isPresent())
                .filter(last -> last.build().day().equals(day(last.build().zone(), start)))
                .filter(last -> found.stream().allMatch(Examined::isIntact))
                .map(last -> last.build().summary());
    }

    /** What is known of an output whose lock the caller holds; to be called after {@link #unchanged}. */
    public KnownFiles known(Path folder) {
        return Optional.ofNullable(examined.get(folder)).map(Examined::known).orElse(KnownFiles.NONE);
    }

    private LocalDate day(ZoneId zone, Instant at) {
        return request.asOf().orElseGet(() -> LocalDate.ofInstant(at, zone));
    }

    /**
     * Records a build that was made after {@link #unchanged} was asked, unless it failed. To be called while nobody
     * else may write its outputs.
     *
     * @param outputs the files in each of its folders
     */
    public void record(BuildResult result, Map<Path, Collection<OutputFile>> outputs) {
        if (!cache.isEnabled() || !result.succeeded() || result.sites().isEmpty()) {
            return;
        }
        ZoneId zone = result.sites().get(0).zone();
        LocalDate day = day(zone, start);
        if (!day.equals(day(zone, clock.instant()))) {
            return;
        }
        try {
            List<WrittenFiles> placed = new ArrayList<>();
            for (Path folder : result.summary().outputs()) {
                Map<String, PlacedFile> intact = Optional.ofNullable(examined.get(folder))
                        .map(Examined::intact)
                        .orElse(Map.of());
                placed.add(WrittenFiles.of(folder, outputs.get(folder), intact, pool));
            }
            cache.put(
                    RECORD,
                    new Recorded(
                            inputs.orElse(""),
                            day,
                            zone,
                            placed,
                            result.summary().repeated()));
        } catch (IOException | UncheckedIOException e) {
            // The output is in place; without a record the next build is made as any other.
            return;
        }
        store.save();
    }

    @Override
    public void close() {
        pool.close();
    }

    /**
     * Identifies everything that the build of a site without releases depends on, besides the program and the day: the
     * request, the commit with its history, and every file of the source.
     */
    private static final class BuildInputs {

        private BuildInputs() {}

        /**
         * Returns a digest of all of it.
         *
         * @param files the files of the site
         * @return empty if a file has changed so recently that it might change again unnoticed
         * @throws IOException if the repository or a file cannot be read
         */
        static Optional<String> digest(BuildRequest request, SiteSource site, SourceTree files, WorkPool pool)
                throws IOException {
            List<SourceFile> all = SourceTree.FOLDERS.stream()
                    .flatMap(folder -> files.files(folder).stream())
                    .toList();
            Map<String, String> versions = new ConcurrentHashMap<>();
            pool.forEach(all, file -> versions.put(file.path(), files.version(file)));
            if (versions.containsValue("")) {
                return Optional.empty();
            }
            MessageDigest digest = Digests.sha256();
            Object commits = site.repository().isEmpty()
                    ? "no git"
                    : site.tip() + " " + site.repository().get().shallowCommits();
            // Engines of JBake read its settings, in any site.
            Object jbake = site.bytes(FolderSource.JBAKE_SETTINGS).map(Digests::sha256);
            List<Object> asked = List.of(
                    request.source().toAbsolutePath(),
                    request.place().revision().isPresent(),
                    request.output(),
                    commits,
                    jbake);
            Digests.addLine(digest, asked + " " + request.audience() + " " + request.drafts());
            all.forEach(file ->
                    Digests.addLine(digest, file.path() + "\n" + file.size() + " " + versions.get(file.path())));
            files.problems().forEach(problem -> Digests.addLine(digest, problem.text()));
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        }
    }
}
