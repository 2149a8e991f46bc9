package org.gongkai.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Collectors;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CachedRecords;
import org.gongkai.check.LeakSearch.EarlierScan;
import org.gongkai.io.Timings;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.output.Output;
import org.gongkai.pipeline.Build.Progress;
import org.gongkai.pipeline.cache.PageCache;
import org.gongkai.pipeline.feature.EntryCollector;
import org.gongkai.pipeline.feature.EntryCollector.CollectorContext;
import org.gongkai.render.SiteFiles;
import org.gongkai.render.model.SiteModel;
import org.gongkai.render.page.RenderContext;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.site.Editions;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.SiteFile;
import org.gongkai.site.link.BodyFacts;

/** The steps that turn one audience's placed site into a staged output: check, render, search for leaks, complete. */
public final class AudienceBuild {

    static final String LEAKS = "查泄露";

    /** The record of what earlier builds have found. */
    private static final String SCANNED = "scanned";

    private final String version;
    private final BuildRequest request;
    private final BuildContext context;
    private final AudienceSite placed;
    private final String folderName;
    private final Map<String, Item> previousAddresses;
    private final CacheStore cache;
    private final SiteFiles files;
    private final SiteCheck check;
    private final SiteWriter writer;
    private final CachedRecords<EarlierScan> scans;
    private final EarlierScan earlier;

    /**
     * The site, rendered into a staged output.
     *
     * @param output the staged output, without the manifest
     * @param bodies the facts about each body, by the path of its entry
     * @param pages the number of pages
     */
    private record Rendered(Output output, Map<String, BodyFacts> bodies, int pages) {}

    /**
     * Prepares the pages of the audience.
     *
     * @param version version of the program
     * @param progress receives the progress of rendering
     * @param renderer renders with the templates of the site
     * @throws IOException if the editions that pages link to cannot be read
     */
    public AudienceBuild(
            String version,
            BuildRequest request,
            BuildContext context,
            Progress progress,
            AudienceSite placed,
            PageRenderer renderer)
            throws IOException {
        this.version = version;
        this.request = request;
        this.context = context;
        this.placed = placed;
        this.folderName = placed.folder(context.slugs());
        this.previousAddresses = placed.previousAddresses(placed.itemsWithPage(), context.slugs());
        this.cache = placed.earlier().cache();
        Editions editions = request.previous().editions(folderName);
        String inputs = SiteFingerprint.of(placed, editions, previousAddresses);
        this.files = new SiteFiles(
                renderer,
                new SiteModel(placed.site(), placed.content().settings().calendar(), editions, placed.links()),
                new RenderContext(
                        context.source(),
                        context.texts(),
                        context.converters(),
                        context.slugs(),
                        context.shared().styles(),
                        cache,
                        inputs),
                placed.history(),
                previousAddresses,
                placed.features(),
                placed.counts(),
                context.problems());
        this.check = new SiteCheck(context, files.entries(), placed, cache);
        this.writer = new SiteWriter(placed.site(), context, files, new PageCache(cache, this::shown), progress);
        this.scans = cache.records("", EarlierScan.class);
        this.earlier = scans.find(SCANNED, placed.leaks().fingerprint()).orElse(EarlierScan.NONE);
    }

    /** What pages show of the site. A preview writes no files that could be searched, but renders them anew instead. */
    private String shown(Set<String> reads) {
        String shown = files.fingerprint(reads);
        return context.cache().isInMemory() ? shown + placed.leaks().fingerprint() : shown;
    }

    public SiteFiles files() {
        return files;
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
            Rendered rendered = render(checked, outputs);
            searchForLeaks(rendered);
            if (!context.problems().failed()) {
                saveCache(false);
            }
            return rendered.bodies();
        }
    }

    /**
     * Checks everything, and writes the site unless there is an error.
     *
     * @return the site as it was written; empty if there is an error
     */
    Optional<BuiltSite> build(SiteOutputs outputs) throws IOException {
        Map<String, BodyFacts> checked = check();
        if (context.problems().failed()) {
            return Optional.empty();
        }
        Rendered rendered = render(checked, outputs);
        searchForLeaks(rendered);
        return Optional.of(complete(rendered, outputs));
    }

    /**
     * Checks the bodies that rendering does not: those of entries not yet due and, if the build has failed already,
     * all.
     *
     * @return the facts about each checked body, by the path of its entry
     */
    private Map<String, BodyFacts> check() throws IOException {
        Timings timings = context.timings();
        Site.Unpublished unpublished = placed.site().unpublished();
        Map<String, BodyFacts> bodies = timings.time("检查正文", () -> check.checkBodies(unpublished.scheduled()));
        if (context.problems().failed()) {
            timings.time(
                    "检查正文", () -> bodies.putAll(check.checkBodies(placed.site().items())));
            checkWhole(bodies);
        }
        return bodies;
    }

    private void checkWhole(Map<String, BodyFacts> bodies) throws IOException {
        context.timings().time("检查全站", () -> check.checkWhole(bodies));
    }

    /**
     * Writes all pages and files except the manifest, and checks the site as a whole as soon as all bodies are
     * converted.
     *
     * @param checked the facts about the bodies that were checked before
     */
    private Rendered render(Map<String, BodyFacts> checked, SiteOutputs outputs) throws IOException {
        Timings timings = context.timings();
        Optional<Path> folder = request.output().map(this::folder);
        Optional<Path> current = request.previous().currentSite(folderName);
        Output staged = outputs.open(folderName, folder, current);
        Output examined = request.previous().examining(folderName, staged);
        Output output = searched(placed.restrictions()
                .map(today -> today.leaks().over(examined, EarlierScan.NONE))
                .orElse(examined));
        Map<String, BodyFacts> bodies = new ConcurrentHashMap<>(checked);
        boolean stored = folder.isPresent()
                || current.isPresent()
                || placed.restrictions().isPresent();
        try (EntryCollector collector = collector(outputs, staged)) {
            timings.time("生成条目", () -> bodies.putAll(writer.writeEntries(output, collector, stored)));
            boolean wanted = !context.problems().failed();
            // Most of an update of the index is done by one thread.
            ForkJoinTask<Void> index = context.pool().begin(() -> {
                if (wanted) {
                    timings.time("生成检索", () -> collector.write(staged, context.pool()));
                }
                return null;
            });
            int count = placed.site().items().size();
            List<SiteFile> others;
            try {
                checkWhole(bodies);
                count += timings.time("生成修改记录", () -> writer.writeParts(output, stored));
                others = timings.time("生成列表", files::others);
                count += timings.time("生成列表", () -> writer.writeOthers(output, others));
            } finally {
                index.quietlyJoin();
            }
            index.join();
            count += timings.time("生成列表", () -> writer.writeRedirects(output, others));
            return new Rendered(staged, bodies, count);
        }
    }

    /** The first audience gets the requested folder; each further one gets its own beside it. */
    private Path folder(Path output) {
        String own = placed.audience().folder();
        return own.isEmpty() ? output : output.resolveSibling(output.getFileName() + "-" + own);
    }

    /** Returns an output that searches everything that is written to it for what the audience may not see. */
    public Output searched(Output output) {
        return placed.leaks().over(output, earlier);
    }

    /**
     * Reports everything in a searched output that the audience may not see.
     *
     * @param bodies the facts about the bodies of its entries
     */
    public void reportLeaks(Output output, Collection<BodyFacts> bodies) {
        placed.leaks().report(output, List.copyOf(bodies), placed::disclosedTexts, context.problems());
    }

    private void searchForLeaks(Rendered rendered) throws IOException {
        context.timings().time(LEAKS, () -> {
            reportLeaks(rendered.output(), rendered.bodies().values());
            placed.restrictions()
                    .ifPresent(today -> today.report(rendered.output(), context::settingsTexts, context.problems()));
        });
    }

    /**
     * Adds notices for pages that were taken down, saves the cache unless the build has failed, and adds the manifest.
     *
     * @return the site as it was written
     */
    private BuiltSite complete(Rendered rendered, SiteOutputs outputs) throws IOException {
        if (placed.restrictions().isPresent()) {
            Output output = rendered.output();
            Set<String> taken = output.files().stream().map(OutputFile::path).collect(Collectors.toSet());
            List<Item> hidden = placed.site().unpublished().hidden();
            writer.writeAll(output, placed.restrictions().get().notices(taken, hidden, placed.history()::headers));
        }
        if (!context.problems().failed()) {
            context.timings().time("记下结果", () -> saveCache(outputs.isStored(rendered.output())));
        }
        outputs.manifest(rendered.output(), placed.manifest(version, rendered.output()));
        return BuiltSite.of(
                placed,
                folderName,
                request.output().map(this::folder),
                outputs.shared(rendered.output()),
                rendered.pages(),
                previousAddresses.keySet(),
                context.slugs());
    }

    /** @param all whether all files of the site were made, not only as many as a check needs */
    private void saveCache(boolean all) {
        EarlierScan found = placed.leaks().found(earlier, all);
        if (!found.equals(earlier)) {
            scans.put(SCANNED, placed.leaks().fingerprint(), found);
        }
        writer.saveCache();
    }

    /** Collects the entries for all features. */
    private EntryCollector collector(SiteOutputs outputs, Output staged) {
        return placed.collector(new CollectorContext(
                placed.site(),
                context.source(),
                cache,
                name -> context.cache().folder(folderName.isEmpty() ? name : name + "-" + folderName),
                name -> outputs.scratch(staged, name),
                () -> placed.places(context.slugs()),
                context.slugs(),
                placed::scan));
    }
}
