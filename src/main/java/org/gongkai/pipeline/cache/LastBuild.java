package org.gongkai.pipeline.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Collectors;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CacheWriter;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.WorkPool;
import org.gongkai.output.KnownFiles;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.BuildResult;
import org.gongkai.pipeline.BuildSummary;
import org.gongkai.pipeline.cache.PlacedFiles.PlacedFile;
import org.gongkai.pipeline.read.SiteSource;

/**
 * The last successful build of a site: what it depended on, what it placed, and what it told its user. If a build would
 * depend on the same and finds everything in its place, it need not be made.
 */
public final class LastBuild implements AutoCloseable {

    private static final String RECORD = "build";

    /** Stands for inputs of which a file might change again unnoticed. */
    private static final String NOT_KNOWN = "";

    private final BuildRequest request;
    private final Clock clock;
    private final Instant start;
    private final CacheStore cache;
    private final WorkPool pool;
    private final Optional<Known> known;
    private Map<Path, Examined> examined = Map.of();
    private Optional<String> inputs = Optional.empty();

    /**
     * The record of a build.
     *
     * @param inputs digest of what it depended on
     * @param day its day
     * @param zone the time zone of the site
     * @param files what it placed
     * @param summary what it told its user
     */
    private record Known(
            String inputs, LocalDate day, ZoneId zone, ForkJoinTask<List<Examined>> files, BuildSummary summary) {}

    /**
     * What a build placed in a folder.
     *
     * @param intact the files that are still there, by address
     */
    private record Examined(PlacedFiles placed, Map<String, PlacedFile> intact) {

        boolean isIntact() {
            return intact.size() == placed.files().size();
        }

        KnownFiles known() {
            return placed.known(intact);
        }
    }

    private LastBuild(BuildRequest request, Clock clock, CacheStore cache) {
        this.request = request;
        this.clock = clock;
        this.start = clock.instant();
        this.cache = cache;
        this.pool = new WorkPool(request.jobs());
        this.known = cache.find(RECORD).map(this::read);
    }

    /**
     * Opens the record of the last build, and begins to examine what it placed.
     *
     * @param request a request for a site without releases
     * @param clock determines the day of a build whose request names none
     */
    public static LastBuild open(BuildRequest request, CacheFolder folder, Clock clock) {
        return new LastBuild(request, clock, folder.open("last-build", ""));
    }

    private Known read(CacheReader in) {
        String digest = in.text();
        LocalDate day = LocalDate.ofEpochDay(in.number());
        ZoneId zone = ZoneId.of(in.text());
        List<PlacedFiles> placed = in.all(() -> PlacedFiles.read(in));
        return new Known(
                digest,
                day,
                zone,
                pool.begin(() -> placed.stream()
                        .map(files -> new Examined(files, files.intact(pool)))
                        .toList()),
                new SummaryRecord(in).read());
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
        return known.filter(last -> inputs.filter(last.inputs()::equals).isPresent())
                .filter(last -> last.day().equals(day(last.zone(), start)))
                .filter(last -> found.stream().allMatch(Examined::isIntact))
                .map(Known::summary);
    }

    /** What is known of an output whose lock the caller holds; to be called after {@link #unchanged}. */
    public KnownFiles known(Path folder) {
        return Optional.ofNullable(examined.get(folder)).map(Examined::known).orElse(KnownFiles.NONE);
    }

    private LocalDate day(ZoneId zone, Instant at) {
        return request.asOf().orElseGet(() -> LocalDate.ofInstant(at, zone));
    }

    /**
     * Records a build that was made after {@link #unchanged} was asked, unless it failed. To be called while nobody else
     * may write its outputs.
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
        CacheWriter out = new CacheWriter();
        out.text(inputs.orElse(NOT_KNOWN)).number(day.toEpochDay()).text(zone.getId());
        try {
            List<PlacedFiles> placed = new ArrayList<>();
            for (Path folder : result.summary().outputs()) {
                Map<String, PlacedFile> intact = Optional.ofNullable(examined.get(folder))
                        .map(Examined::intact)
                        .orElse(Map.of());
                placed.add(PlacedFiles.of(folder, outputs.get(folder), intact, pool));
            }
            out.all(placed, files -> files.write(out));
        } catch (IOException | UncheckedIOException e) {
            // The output is in place; without a record the next build is made as any other.
            return;
        }
        cache.put(RECORD, SummaryRecord.write(result.summary(), out).toBytes());
        cache.save();
    }

    @Override
    public void close() {
        pool.close();
    }
}
