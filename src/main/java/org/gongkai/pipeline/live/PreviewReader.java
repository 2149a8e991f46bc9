package org.gongkai.pipeline.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.gongkai.history.git.CommitId;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.input.source.OverlaidSource;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.TemporaryFolder;
import org.gongkai.io.WorkPool;
import org.gongkai.pipeline.AudienceBuild;
import org.gongkai.pipeline.AudienceSelector;
import org.gongkai.pipeline.AudienceSite;
import org.gongkai.pipeline.Build;
import org.gongkai.pipeline.BuildContext;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.ProblemCollector;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.read.SiteContent;
import org.gongkai.pipeline.read.SiteReader;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.render.theme.PageRenderer.BrokenTemplate;
import org.gongkai.site.FurtherRestrictions;
import org.gongkai.site.Site;
import org.gongkai.site.link.BodyFacts;

/**
 * Reads the site of one audience again and again: completely, or one changed entry on top of what was read before.
 * Its snapshots can be used until it is closed. Safe for use by multiple threads.
 *
 * <pre>{@code
 * try (PreviewReader reader = PreviewReader.open(request, "1.0", clock, shared)) {
 *     SiteSnapshot site = reader.read();
 *     SiteSnapshot edited = reader.with(site, "content/通知/a.md", bytes);
 * }
 * }</pre>
 */
public final class PreviewReader implements AutoCloseable {

    private final BuildRequest request;
    private final String version;
    private final Clock clock;
    private final BuildContext origin;
    private final TemporaryFolder scratch;
    /** One thread less than there are for requests, so that a page does not wait for a check of the whole site. */
    private final WorkPool background;
    // The history of an entry is read when its page is asked for, from the source of that snapshot.
    private final List<SiteSource> sources = new ArrayList<>();
    private volatile Moment lastRead;

    /** What a reading depends on besides the files. */
    private record Moment(Optional<CommitId> tip, LocalDate day, ZoneId zone) {}

    private PreviewReader(
            BuildRequest request,
            String version,
            Clock clock,
            SiteSource first,
            BuildContext origin,
            TemporaryFolder scratch) {
        this.request = request;
        this.version = version;
        this.clock = clock;
        this.origin = origin;
        this.scratch = scratch;
        this.background = WorkPool.background(Math.max(1, request.jobs() - 1));
        this.sources.add(first);
    }

    /**
     * Opens a site that is no JBake project.
     *
     * @param request says which site, revision and audience, and whether drafts are shown; its output is not used
     * @param version version of the program
     * @param clock determines the day
     * @param shared what all builds of this process share
     * @throws org.gongkai.history.git.NotCommitted if the requested commit does not exist
     * @throws IOException if the files cannot be listed
     */
    public static PreviewReader open(BuildRequest request, String version, Clock clock, SharedParts shared)
            throws IOException {
        SiteSource source = SiteSource.open(request);
        try {
            BuildContext context = BuildContext.openForPreview(source, request, shared);
            return new PreviewReader(request, version, clock, source, context, TemporaryFolder.create());
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** The folder for temporary files, which is deleted in the end. */
    public Path scratch() {
        return scratch.path();
    }

    /**
     * Whether the last complete reading was of another day, or of another commit than the one that the requested
     * revision means now or that is checked out.
     *
     * @throws IOException if the repository cannot be read
     */
    public boolean isOutdated() throws IOException {
        Moment last = lastRead;
        return last != null && !last.equals(moment(source(), last.zone()));
    }

    private Moment moment(SiteSource source, ZoneId zone) throws IOException {
        return new Moment(source.tip(), LocalDate.ofInstant(clock.instant(), zone), zone);
    }

    /** The source of now; a name of a branch may mean another commit than before. */
    private synchronized SiteSource source() throws IOException {
        SiteSource last = sources.get(sources.size() - 1);
        if (request.place().revision().isEmpty()) {
            return last;
        }
        SiteSource now = SiteSource.open(request);
        if (now.tip().equals(last.tip())) {
            now.close();
            return last;
        }
        sources.add(now);
        return now;
    }

    /**
     * Reads the whole site; bodies are converted when their pages are asked for.
     *
     * @throws IOException if a file cannot be read
     * @throws Build.UnknownAudience if the site does not have the requested audience
     */
    public SiteSnapshot read() throws IOException {
        return read(origin.pool());
    }

    /**
     * Reads the whole site in the background.
     *
     * @param cancelled whether to give up
     * @throws IOException if a file cannot be read
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public SiteSnapshot read(BooleanSupplier cancelled) throws IOException {
        return read(background.until(cancelled));
    }

    private SiteSnapshot read(WorkPool pool) throws IOException {
        SiteSource source = source();
        BuildContext shown = origin.over(source.tree(SourceTree.FOLDERS), new ProblemCollector());
        // The converters, which all contexts of this origin share, find included texts among these files.
        shown.markup().included().set(shown.source());
        BuildContext context = shown.on(pool);
        return pool.run(() -> {
            SiteContent content = new SiteReader(context, clock, note -> {}).read(request, source);
            Audience audience = Build.audiences(
                            request, content.settings().config().audiences())
                    .get(0);
            AudienceSite placed =
                    new AudienceSelector(context, content, request.drafts(), Optional.empty()).place(audience);
            lastRead = moment(source, content.settings().config().zone());
            PageRenderer renderer = context.shared()
                    .renderer(context.source(), placed.site().config().zone());
            return snapshot(shown, placed, renderer, Map.of());
        });
    }

    /**
     * Converts all bodies of a site and checks everything that a build checks, in the background. The problems are then
     * among those of the snapshot.
     *
     * @param cancelled whether to give up
     * @throws IOException if a file cannot be read
     * @throws java.util.concurrent.CancellationException if it was cancelled; some problems are missing then
     */
    public void check(SiteSnapshot site, BooleanSupplier cancelled) throws IOException {
        WorkPool pool = background.until(cancelled);
        AudienceBuild build = build(site.context().on(pool), site.placed(), site.renderer());
        pool.run(() -> {
            try {
                site.files().facts().putAll(build.tryOut());
            } catch (BrokenTemplate e) {
                site.context().problems().accept(e.problem());
            }
            return site;
        });
    }

    /**
     * A site with another text of one entry, which need not be saved. Its registers remain those of the last complete
     * reading: computing them takes longer than all else.
     *
     * @param path the path of the entry, of an existing one or a new one
     * @param bytes the text
     * @return the site; among its problems are those of this entry only
     * @throws IOException if another file cannot be read
     */
    public SiteSnapshot with(SiteSnapshot before, String path, byte[] bytes) throws IOException {
        SourceTree files = new OverlaidSource(before.context().source(), path, bytes);
        BuildContext context = origin.over(files, before.context().problems().fresh());
        SourceFile file = files.file(path).orElseThrow();
        // Not on the threads of the pool, which may be busy with a check of the whole site.
        SiteContent content = new SiteReader(context, clock, note -> {})
                .reread(before.placed().content(), file);
        Site site = AudienceSelector.site(
                context, content, before.placed().audience(), request.drafts(), FurtherRestrictions.NONE);
        Map<String, BodyFacts> known = new HashMap<>(before.files().facts());
        known.remove(path);
        return snapshot(context, before.placed().with(content, site), before.renderer(), known);
    }

    private SiteSnapshot snapshot(
            BuildContext context, AudienceSite placed, PageRenderer renderer, Map<String, BodyFacts> known)
            throws IOException {
        return new SiteSnapshot(context, placed, build(context, placed, renderer), renderer, known, scratch.path());
    }

    private AudienceBuild build(BuildContext context, AudienceSite placed, PageRenderer renderer) throws IOException {
        return new AudienceBuild(version, request, context, (step, all) -> {}, placed, renderer);
    }

    /** Deletes temporary files and ends all threads. */
    @Override
    public void close() throws IOException {
        // First, as waiting for a converter may take longer than whoever ends the program is willing to wait.
        scratch.close();
        background.close();
        origin.close();
        for (SiteSource source : sources) {
            source.close();
        }
    }
}
