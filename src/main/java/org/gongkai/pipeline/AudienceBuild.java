package org.gongkai.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;
import org.gongkai.io.Timings;
import org.gongkai.output.Output;
import org.gongkai.pipeline.edition.CurrentRestrictions;
import org.gongkai.pipeline.feature.EntryCollector;
import org.gongkai.render.SitePages;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.site.SiteFile;
import org.gongkai.site.link.BodyFacts;

/** The steps that turn one audience's placed site into a staged output: check, render, search for leaks, complete. */
public final class AudienceBuild {

    static final String LEAKS = "查泄露";

    private final String version;
    private final BuildRequest request;
    private final BuildContext context;
    private final PlacedSite placed;
    private final AudienceParts parts;

    /**
     * @param version version of the program
     * @param progress receives the progress of rendering
     * @param renderer renders with the templates of the site
     * @throws IOException if the cache cannot be read
     */
    public AudienceBuild(
            String version,
            BuildRequest request,
            BuildContext context,
            Progress progress,
            PlacedSite placed,
            PageRenderer renderer)
            throws IOException {
        this.version = version;
        this.request = request;
        this.context = context;
        this.placed = placed;
        this.parts = AudienceParts.of(version, request, context, progress, placed, renderer);
    }

    /** The pages of the site. */
    public SitePages pages() {
        return parts.pages();
    }

    /**
     * Checks everything that a build would, and renders every page whose template a build would try, without storing
     * anything but what the next check need not render again.
     *
     * @return the facts about each body that could be converted, by the path of its entry
     * @throws IOException if a file cannot be read
     */
    public Map<String, BodyFacts> tryOut() throws IOException {
        Map<String, BodyFacts> checked = check();
        if (context.problems().failed()) {
            return checked;
        }
        try (SiteOutputs outputs = new SiteOutputs(request.previous())) {
            RenderedSite rendered = render(checked, outputs);
            searchForLeaks(rendered);
            if (!context.problems().failed()) {
                saveCache(false);
            }
            return rendered.bodies();
        }
    }

    /**
     * Checks the bodies that rendering does not: those of entries not yet due and, if the build has failed already,
     * all.
     *
     * @return the facts about each checked body, by the path of its entry
     */
    Map<String, BodyFacts> check() throws IOException {
        Timings timings = context.timings();
        Map<String, BodyFacts> bodies = timings.time(
                "检查正文", () -> parts.check().checkBodies(placed.site().scheduled()));
        if (context.problems().failed()) {
            timings.time(
                    "检查正文",
                    () -> bodies.putAll(parts.check().checkBodies(placed.site().items())));
            checkWhole(bodies);
        }
        return bodies;
    }

    private void checkWhole(Map<String, BodyFacts> bodies) throws IOException {
        context.timings().time("检查全站", () -> parts.check().checkWhole(bodies));
    }

    /**
     * Writes all pages and files except the manifest, and checks the site as a whole as soon as all bodies are
     * converted.
     *
     * @param checked the facts about the bodies that were checked before
     */
    RenderedSite render(Map<String, BodyFacts> checked, SiteOutputs outputs) throws IOException {
        Timings timings = context.timings();
        Optional<Path> folder = request.output().map(this::folder);
        Optional<Path> current = request.previous().currentSite(parts.folderName());
        Output staged = outputs.open(folder, current);
        Output examined = request.previous().examining(parts.folderName(), staged);
        Output output =
                searched(placed.restrictions().map(it -> it.over(examined)).orElse(examined));
        Map<String, BodyFacts> bodies = new ConcurrentHashMap<>(checked);
        boolean stored = folder.isPresent()
                || current.isPresent()
                || placed.restrictions().isPresent();
        try (EntryCollector collector = parts.collector(outputs, staged)) {
            timings.time("生成条目", () -> bodies.putAll(parts.writer().writeEntries(output, collector, stored)));
            boolean wanted = !context.problems().failed();
            // Most of an update of the index is done by one thread.
            ForkJoinTask<Void> index = context.pool().begin(() -> {
                if (wanted) {
                    timings.time("生成检索", () -> collector.write(staged, context.pool()));
                }
                return null;
            });
            int pages = placed.site().items().size();
            List<SiteFile> others;
            try {
                checkWhole(bodies);
                pages += timings.time("生成修改记录", () -> parts.writer().writeParts(output, bodies, stored));
                others = timings.time("生成列表", () -> parts.writer().planOthers(bodies));
            } finally {
                index.quietlyJoin();
            }
            index.join();
            pages += timings.time("生成列表", () -> parts.writer().writeOthers(output, others));
            return new RenderedSite(folder, staged, bodies, pages);
        }
    }

    /** The first audience gets the requested folder; each further one gets its own beside it. */
    private Path folder(Path output) {
        String own = placed.audience().folder();
        return own.isEmpty() ? output : output.resolveSibling(output.getFileName() + "-" + own);
    }

    /** Returns an output that searches everything that is written to it for what the audience may not see. */
    public Output searched(Output output) {
        return parts.scan().over(output);
    }

    /**
     * Reports everything in a searched output that the audience may not see.
     *
     * @param bodies the facts about the bodies of its entries
     */
    public void reportLeaks(Output output, Collection<BodyFacts> bodies) {
        placed.leaks().report(output, List.copyOf(bodies), placed::disclosedTexts, context.problems());
    }

    /** Reports everything in the output that the audience may not see. */
    void searchForLeaks(RenderedSite rendered) throws IOException {
        Timings timings = context.timings();
        timings.time(
                LEAKS, () -> reportLeaks(rendered.output(), rendered.bodies().values()));
        if (placed.restrictions().isPresent()) {
            CurrentRestrictions restrictions = placed.restrictions().get();
            timings.time(LEAKS, () -> restrictions.report(rendered.output(), parts::settingsTexts, context.problems()));
        }
    }

    /**
     * Adds notices for pages that were taken down, saves the cache unless the build has failed, and adds the manifest.
     *
     * @return the site as it was written
     */
    BuiltSite complete(RenderedSite rendered, SiteOutputs outputs) throws IOException {
        if (placed.restrictions().isPresent()) {
            placed.restrictions()
                    .get()
                    .writeNotices(rendered.output(), placed.site().hidden(), placed.history()::headers);
        }
        if (!context.problems().failed()) {
            context.timings().time("记下结果", () -> saveCache(rendered.folder().isPresent()));
        }
        outputs.manifest(rendered.output(), placed.manifest(version, rendered.output()));
        return BuiltSite.of(placed, rendered, parts, context.slugs());
    }

    /** @param all whether all files of the site were made, not only as many as a check needs */
    private void saveCache(boolean all) {
        parts.scan().record(all);
        parts.writer().saveCache();
    }
}
