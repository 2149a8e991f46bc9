package org.gongkai.build.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gongkai.build.BuildRequest;
import org.gongkai.build.BuildResult;
import org.gongkai.build.BuildSummary;
import org.gongkai.build.read.SiteSource;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CacheWriter;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.WorkPool;

/**
 * The last successful build of a site: what it depended on, what it placed, and what it told its user. If a build would
 * depend on the same and finds everything in its place, it need not be made.
 */
public final class LastBuild implements AutoCloseable {

    private static final String RECORD = "build";

    private final BuildRequest request;
    private final Clock clock;
    private final Instant start;
    private final CacheStore cache;
    private final WorkPool pool;
    private final AtomicBoolean wanted = new AtomicBoolean(true);
    private final Optional<Known> known;
    private Optional<String> inputs = Optional.empty();

    /**
     * The record of a build that was made on the same day.
     *
     * @param inputs digest of what it depended on
     * @param intact whether all that it placed is still there
     * @param summary what it told its user
     */
    private record Known(String inputs, ForkJoinTask<Boolean> intact, BuildSummary summary) {}

    private LastBuild(BuildRequest request, Clock clock, CacheStore cache) {
        this.request = request;
        this.clock = clock;
        this.start = clock.instant();
        this.cache = cache;
        this.pool = new WorkPool(request.jobs());
        this.known = cache.find(RECORD).flatMap(this::read);
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

    private Optional<Known> read(CacheReader in) {
        String digest = in.text();
        LocalDate day = LocalDate.ofEpochDay(in.number());
        ZoneId zone = ZoneId.of(in.text());
        if (!day.equals(day(zone, start))) {
            return Optional.empty();
        }
        List<PlacedFiles> placed = in.all(() -> PlacedFiles.read(in));
        ForkJoinTask<Boolean> intact =
                pool.begin(() -> placed.stream().allMatch(files -> files.isIntact(pool, wanted::get)));
        return Optional.of(new Known(digest, intact, new SummaryRecord(in).read()));
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
        Optional<Known> same =
                known.filter(last -> inputs.filter(last.inputs()::equals).isPresent());
        wanted.set(same.isPresent());
        // Nothing may read the output any more when a build begins to replace it.
        boolean intact = known.filter(last -> last.intact().join()).isPresent();
        return same.filter(last -> intact).map(Known::summary);
    }

    private LocalDate day(ZoneId zone, Instant at) {
        return request.asOf().orElseGet(() -> LocalDate.ofInstant(at, zone));
    }

    /**
     * Records a build that was made after {@link #unchanged} was asked, unless it failed. To be called while nobody else
     * may write its outputs.
     */
    public void record(BuildResult result) {
        if (inputs.isEmpty() || !result.succeeded() || result.sites().isEmpty()) {
            return;
        }
        ZoneId zone = result.sites().get(0).zone();
        LocalDate day = day(zone, start);
        if (!day.equals(day(zone, clock.instant()))) {
            return;
        }
        CacheWriter out = new CacheWriter();
        out.text(inputs.get()).number(day.toEpochDay()).text(zone.getId());
        try {
            List<PlacedFiles> placed = new ArrayList<>();
            for (Path folder : result.summary().outputs()) {
                placed.add(PlacedFiles.of(folder, pool));
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
