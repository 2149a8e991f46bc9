package org.gongkai.build;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Stream;
import org.gongkai.build.cache.LeakScan;
import org.gongkai.build.cache.PageCache;
import org.gongkai.build.cache.SiteInputs;
import org.gongkai.build.edition.CurrentRestrictions;
import org.gongkai.cache.CacheStore;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.io.Memoized;
import org.gongkai.io.Timings;
import org.gongkai.output.Manifest;
import org.gongkai.output.Output;
import org.gongkai.register.count.SiteCounts;
import org.gongkai.render.SitePages;
import org.gongkai.render.model.SiteModel;
import org.gongkai.render.page.RenderContext;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.site.Editions;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.SiteFile;
import org.gongkai.site.identity.PublishedEntry;
import org.gongkai.site.link.BodyFacts;

/** The steps that turn one audience's placed site into a staged output: check, render, search for leaks, complete. */
public final class AudienceBuild {

    static final String LEAKS = "查泄露";

    private final String version;
    private final BuildRequest request;
    private final BuildContext context;
    private final PlacedSite placed;
    private final Site site;
    private final String folderName;
    private final Map<String, Item> previousAddresses;
    private final CacheStore cache;
    private final String siteInputs;
    private final SitePages pages;
    private final SiteCheck check;
    private final SiteWriter writer;
    private final LeakScan scan;

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
        this.site = placed.site();
        this.folderName = placed.folder(context.slugs());
        this.previousAddresses = placed.previousAddresses(placed.itemsWithPage(), context.slugs());
        this.cache = context.timings().time("读上次的结果", this::cache);
        SiteCounts counts = placed.counts();
        Editions editions = request.previous().editions(folderName);
        this.siteInputs = SiteInputs.of(placed, editions, previousAddresses);
        this.pages = pages(cache, counts, renderer, editions);
        this.check = new SiteCheck(context, pages.entries(), placed, counts, cache);
        this.writer = new SiteWriter(site, context, pages, new PageCache(cache, this::shown), progress, siteInputs);
        this.scan = new LeakScan(placed.leaks(), cache);
    }

    /** What pages show of the site. A preview writes no files that could be searched, but renders them anew instead. */
    private String shown(Set<String> reads) {
        String shown = pages.fingerprint(reads);
        return context.cache().isInMemory() ? shown + placed.leaks().fingerprint() : shown;
    }

    private CacheStore cache() {
        return context.cache().open(cacheName("pages"), placed.content().appearanceDigest());
    }

    private String cacheName(String name) {
        return folderName.isEmpty() ? name : name + "-" + folderName;
    }

    private SitePages pages(CacheStore cache, SiteCounts counts, PageRenderer renderer, Editions editions) {
        return new SitePages(
                renderer,
                new SiteModel(
                        site,
                        placed.content().settings().calendar(),
                        version,
                        editions,
                        placed.registers().overview()),
                new RenderContext(
                        context.source(), context.texts(), context.converters(), context.slugs(), cache, siteInputs),
                placed.history(),
                previousAddresses,
                placed.publishedRegisters(),
                counts,
                context.problems());
    }

    /** The pages of the site. */
    public SitePages pages() {
        return pages;
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
        Map<String, BodyFacts> bodies = timings.time("检查正文", () -> check.checkBodies(site.scheduled()));
        if (context.problems().failed()) {
            timings.time("检查正文", () -> bodies.putAll(check.checkBodies(site.items())));
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
    RenderedSite render(Map<String, BodyFacts> checked, SiteOutputs outputs) throws IOException {
        Timings timings = context.timings();
        Optional<Path> folder = request.output().map(this::folder);
        Optional<Path> current = request.previous().currentSite(folderName);
        Output staged = outputs.open(folder, current);
        Output examined = request.previous().examining(folderName, staged);
        Output output =
                searched(placed.restrictions().map(it -> it.over(examined)).orElse(examined));
        Map<String, BodyFacts> bodies = new ConcurrentHashMap<>(checked);
        boolean stored = folder.isPresent()
                || current.isPresent()
                || placed.restrictions().isPresent();
        Optional<Path> texts = context.cache().folder(cacheName("search-texts"));
        try (SiteSearch search = SiteSearch.open(site, cache, texts, outputs.scratch(staged, "search"), placed::scan)) {
            timings.time("生成条目", () -> bodies.putAll(writer.writeEntries(output, search, stored)));
            boolean wanted = !context.problems().failed();
            // Most of an update of the index is done by one thread.
            ForkJoinTask<Void> index = context.pool().begin(() -> {
                if (wanted) {
                    timings.time("生成检索", () -> search.write(staged, context.pool()));
                }
                return null;
            });
            int pages = site.items().size();
            List<SiteFile> others;
            try {
                checkWhole(bodies);
                SiteWriter.WrittenHistories histories =
                        timings.time("生成修改记录", () -> writer.writeHistories(output, bodies, stored));
                pages += histories.pages();
                others = timings.time("生成列表", () -> writer.planOthers(bodies, histories.changes()));
            } finally {
                index.quietlyJoin();
            }
            index.join();
            pages += timings.time("生成列表", () -> writer.writeOthers(output, others));
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
        return scan.over(output);
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
            timings.time(LEAKS, () -> restrictions.report(rendered.output(), this::settingsTexts, context.problems()));
        }
    }

    /** The texts of the settings, which are public. */
    private Stream<String> settingsTexts() {
        return context.source().files("content/_data").stream().map(file -> new TextDecoder()
                .decode(context.source(), file, problem -> {})
                .orElse(""));
    }

    /**
     * Adds notices for pages that were taken down, saves the cache unless the build has failed, and adds the manifest.
     *
     * @return the site as it was written
     */
    BuiltSite complete(RenderedSite rendered, SiteOutputs outputs) throws IOException {
        if (placed.restrictions().isPresent()) {
            placed.restrictions().get().writeNotices(rendered.output(), site.hidden(), placed.history()::headers);
        }
        if (!context.problems().failed()) {
            context.timings().time("记下结果", () -> saveCache(rendered.folder().isPresent()));
        }
        outputs.manifest(rendered.output(), manifest(rendered.output()));
        Set<String> waiting =
                placed.previousAddresses(site.scheduled(), context.slugs()).keySet();
        return BuiltSite.of(
                placed,
                rendered,
                folderName,
                new BuiltSite.Previous(previousAddresses.keySet(), waiting),
                new Memoized<>(this::identities));
    }

    private List<PublishedEntry> identities() {
        return new EntryIdentities(
                        placed.content().settings(),
                        context.slugs(),
                        placed.content().histories())
                .of(site.items());
    }

    /** @param all whether all files of the site were made, not only as many as a check needs */
    private void saveCache(boolean all) {
        scan.record(all);
        writer.saveCache();
    }

    private Manifest manifest(Output output) {
        return new Manifest(
                "gongkai " + version,
                placed.content().history().commit(),
                site.asOf().toString(),
                site.nextChange().map(LocalDate::toString),
                List.copyOf(output.files()));
    }
}
