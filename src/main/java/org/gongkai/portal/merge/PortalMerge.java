package org.gongkai.portal.merge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.cache.CacheStore;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.io.FileTrees;
import org.gongkai.io.WorkPool;
import org.gongkai.output.Manifest;
import org.gongkai.output.Output;
import org.gongkai.output.OutputTransaction;
import org.gongkai.output.StagedOutput;
import org.gongkai.pipeline.BuiltSite;
import org.gongkai.pipeline.SiteFileWriter;
import org.gongkai.pipeline.cache.PageCache;
import org.gongkai.portal.collect.CollectedFolder;
import org.gongkai.portal.page.PagedLists;
import org.gongkai.portal.page.PortalFrame;
import org.gongkai.portal.page.PortalModel.PortalPage;
import org.gongkai.portal.page.PortalPages;
import org.gongkai.portal.page.PortalPages.Overview;
import org.gongkai.portal.page.Unit;
import org.gongkai.portal.page.UnitTreeReader;
import org.gongkai.publish.SiteList;
import org.gongkai.publish.SiteList.ListedSite;
import org.gongkai.publish.SiteList.PortalSettings;
import org.gongkai.render.model.Model;
import org.gongkai.render.theme.Assets;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.site.SiteFile;
import org.gongkai.site.address.Slugs;

/**
 * Merges what was collected into the pages of the portal: one folder for each of its audiences, all of them replaced or
 * none. What an earlier run left decides nothing but how long it takes.
 */
public final class PortalMerge {

    /**
     * Beyond so many entries the index would be too large to be made and read as files.
     */
    public static final int MOST_SEARCHED = 100_000;

    private final SiteList list;
    private final PortalSettings portal;
    private final Path work;
    private final LocalDate asOf;
    private final Theme theme;
    private final WorkPool pool;
    private final Slugs slugs = new Slugs();

    /**
     * What pages are made with.
     *
     * @param version version of the program
     * @param program fingerprint of the program
     * @param renderer renders the templates
     * @param assets style sheets, scripts and images
     */
    public record Theme(String version, String program, PageRenderer renderer, Assets assets) {}

    /**
     * The portal for an audience.
     *
     * @param folder where it is
     * @param changed how many files differ from what was there
     */
    public record Merged(Audience audience, Path folder, Unit root, int pages, int changed) {}

    /**
     * @param list a list with a portal
     * @param work the folder of what was collected
     * @param asOf the day of the portal
     */
    public PortalMerge(SiteList list, Path work, LocalDate asOf, Theme theme, WorkPool pool) {
        this.list = list;
        this.portal = list.portal().orElseThrow();
        this.work = work;
        this.asOf = asOf;
        this.theme = theme;
        this.pool = pool;
    }

    /** The folder of the pages for an audience in a folder of work. */
    public static Path folder(Path work, Audience audience) {
        return work.resolve(audience.folder().isEmpty() ? "site" : "site-" + audience.folder());
    }

    /**
     * Makes the pages for all audiences.
     *
     * @throws IOException if something cannot be read or written; the pages that stand remain
     */
    public List<Merged> run() throws IOException {
        Map<StagedOutput, Manifest> outputs = new LinkedHashMap<>();
        List<Merged> merged = new ArrayList<>();
        Path scratch = work.resolve("cache")
                .resolve("merge-" + folder(work, portal.audiences().get(0)).getFileName());
        try {
            for (Audience audience : portal.audiences()) {
                outputs.put(new StagedOutput(folder(work, audience)), null);
            }
            // The first output is locked: nobody else uses this folder, in which a merge that was killed may have left
            // files.
            FileTrees.delete(scratch);
            List<String> codes = list.sites().stream().map(ListedSite::code).toList();
            CollectedFolder collected = CollectedFolder.in(work).snapshot(scratch.resolve("collected"), codes);
            List<StagedOutput> opened = List.copyOf(outputs.keySet());
            for (int i = 0; i < opened.size(); i++) {
                Audience audience = portal.audiences().get(i);
                StagedOutput output = opened.get(i);
                Unit root = UnitTreeReader.of(
                        list, collected, audience, BuiltSite.folder(portal.audiences(), audience, slugs));
                Overview overview = new Overview(root, asOf);
                int pages = write(audience, root, overview, output);
                // Its pages say of which day they are, and how many days are left.
                outputs.put(
                        output,
                        Manifest.of(output, theme.version(), Optional.empty(), asOf, Optional.of(asOf.plusDays(1))));
                merged.add(new Merged(audience, folder(work, audience), root, pages, 0));
            }
            List<Integer> changed = OutputTransaction.commit(outputs);
            for (int i = 0; i < merged.size(); i++) {
                Merged one = merged.get(i);
                merged.set(i, new Merged(one.audience(), one.folder(), one.root(), one.pages(), changed.get(i)));
            }
            return merged;
        } finally {
            if (!outputs.isEmpty()) {
                FileTrees.delete(scratch);
            }
            for (StagedOutput output : outputs.keySet()) {
                output.close();
            }
        }
    }

    private int write(Audience audience, Unit root, Overview overview, StagedOutput output) throws IOException {
        String name = audience.folder().isEmpty() ? "" : "-" + audience.folder();
        PortalFrame frame = new PortalFrame(root, asOf, audience.isInternal());
        boolean isSearched = root.entries() <= MOST_SEARCHED;
        PortalSearch search = new PortalSearch(root);
        PageWriter pages = new PageWriter(output, theme.renderer(), frame.info(), cache("pages" + name), pool);
        List<Path> records = root.branches().stream()
                .flatMap(branch -> branch.records().stream())
                .toList();
        PagedLists counted = new PagedLists(frame, slugs, Optional.empty(), page -> {});
        EntryMerge.visit(records, counted::add);
        counted.finish();
        PagedLists lists = new PagedLists(frame, slugs, Optional.of(counted), pages::add);
        EntryMerge.visit(records, entry -> {
            overview.add(entry);
            lists.add(entry);
            if (isSearched) {
                search.add(entry);
            }
        });
        lists.finish();
        for (PortalPage page : new PortalPages(root, frame, overview, audience.isInternal()).pages()) {
            pages.add(page);
        }
        List.of(frame.search(isSearched), frame.help(), frame.notFound()).forEach(pages::add);
        theme.assets().files().forEach(pages::add);
        pages.finish();
        if (isSearched) {
            CacheStore earlier = cache("search" + name);
            Path texts = Files.createDirectories(work.resolve("cache").resolve("texts" + name));
            Map<String, String> columns = lists.columns();
            frame.info().columns().forEach(page -> columns.put(page.name(), page.uri()));
            search.write(output, earlier, texts, columns, slugs, pool);
            earlier.save();
        }
        return pages.count();
    }

    private CacheStore cache(String name) {
        return CacheStore.of(work.resolve("cache").resolve(name), theme.program() + "\n" + name);
    }

    /**
     * Writes files some at a time, with all threads; a page whose variables are those of an earlier run is not rendered
     * again.
     */
    private static final class PageWriter {

        private static final int AT_A_TIME = 256;

        private final SiteFileWriter writer;
        private final PageRenderer renderer;
        private final PageCache cache;
        private final WorkPool pool;
        private final List<SiteFile> waiting = new ArrayList<>();
        private int count;

        PageWriter(Output output, PageRenderer renderer, Model.SiteInfo info, CacheStore records, WorkPool pool) {
            this.renderer = renderer;
            this.cache = new PageCache(records, reads -> renderer.fingerprint(info, reads));
            this.writer = new SiteFileWriter(output, cache);
            this.pool = pool;
        }

        void add(PortalPage page) {
            count++;
            add(SiteFile.of(
                    page.address(),
                    page.template(),
                    () -> renderer.fingerprint(page.variables()),
                    () -> renderer.render(page.template(), page.variables())));
        }

        void add(SiteFile file) {
            waiting.add(file);
            if (waiting.size() == AT_A_TIME) {
                write();
            }
        }

        private void write() {
            pool.forEach(waiting, writer::write);
            waiting.clear();
        }

        /** Writes what waits, and saves what later runs can reuse. */
        void finish() {
            write();
            cache.save(renderer.reads());
        }

        /** The number of pages. */
        int count() {
            return count;
        }
    }
}
