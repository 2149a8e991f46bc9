package org.gongkai.pipeline;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.cache.CacheStore;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.output.Output;
import org.gongkai.pipeline.cache.LeakScan;
import org.gongkai.pipeline.cache.PageCache;
import org.gongkai.pipeline.cache.SiteInputs;
import org.gongkai.pipeline.feature.CollectorPlace;
import org.gongkai.pipeline.feature.EntryCollector;
import org.gongkai.render.SitePages;
import org.gongkai.render.model.SiteModel;
import org.gongkai.render.page.RenderContext;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.site.Editions;
import org.gongkai.site.Item;
import org.gongkai.site.link.Counts;

/**
 * What the steps of one audience's build work with: its pages, its checks, its writer and its cache.
 *
 * @param folderName its folder among those of several audiences; empty if the site has only one
 * @param previousAddresses entries by their previous addresses
 */
record AudienceParts(
        BuildContext context,
        PlacedSite placed,
        String folderName,
        Map<String, Item> previousAddresses,
        CacheStore cache,
        SitePages pages,
        SiteCheck check,
        SiteWriter writer,
        LeakScan scan) {

    /**
     * Opens the cache of an audience and prepares its pages.
     *
     * @param version version of the program
     * @param progress receives the progress of rendering
     * @param renderer renders with the templates of the site
     * @throws IOException if the cache cannot be read
     */
    static AudienceParts of(
            String version,
            BuildRequest request,
            BuildContext context,
            Progress progress,
            PlacedSite placed,
            PageRenderer renderer)
            throws IOException {
        String folder = placed.folder(context.slugs());
        Map<String, Item> previous = placed.previousAddresses(placed.itemsWithPage(), context.slugs());
        CacheStore cache = context.timings().time("读上次的结果", () -> context.cache()
                .open(cacheName(folder, "pages"), placed.content().appearanceDigest()));
        Editions editions = request.previous().editions(folder);
        String inputs = SiteInputs.of(placed, editions, previous);
        Counts counts = placed.counts();
        SitePages pages = new SitePages(
                renderer,
                new SiteModel(
                        placed.site(),
                        placed.content().settings().calendar(),
                        version,
                        editions,
                        SitePages.links(placed.site(), placed.features())),
                new RenderContext(
                        context.source(),
                        context.texts(),
                        context.converters(),
                        context.slugs(),
                        context.shared().styles(),
                        cache,
                        inputs),
                placed.history(),
                previous,
                placed.features(),
                counts,
                context.problems());
        PageCache written = new PageCache(cache, reads -> shown(context, placed, pages, reads));
        return new AudienceParts(
                context,
                placed,
                folder,
                previous,
                cache,
                pages,
                new SiteCheck(context, pages.entries(), placed, counts, cache),
                new SiteWriter(placed.site(), context, pages, written, progress, inputs),
                new LeakScan(placed.leaks(), cache));
    }

    /** What pages show of the site. A preview writes no files that could be searched, but renders them anew instead. */
    private static String shown(BuildContext context, PlacedSite placed, SitePages pages, Set<String> reads) {
        String shown = pages.fingerprint(reads);
        return context.cache().isInMemory() ? shown + placed.leaks().fingerprint() : shown;
    }

    private static String cacheName(String folder, String name) {
        return folder.isEmpty() ? name : name + "-" + folder;
    }

    /** Collects the entries for all features. */
    EntryCollector collector(SiteOutputs outputs, Output staged) {
        return placed.collector(new CollectorPlace(
                placed.site(),
                context.source(),
                cache,
                name -> context.cache().folder(cacheName(folderName, name)),
                name -> outputs.scratch(staged, name),
                () -> placed.places(context.slugs()),
                context.slugs(),
                placed::scan));
    }

    /** The texts of the settings, which are public. */
    Stream<String> settingsTexts() {
        return context.source().files("content/_data").stream().map(file -> new TextDecoder()
                .decode(context.source(), file, problem -> {})
                .orElse(""));
    }
}
