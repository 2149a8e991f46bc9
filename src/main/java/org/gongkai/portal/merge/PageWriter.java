package org.gongkai.portal.merge;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.cache.CacheStore;
import org.gongkai.io.WorkPool;
import org.gongkai.output.Output;
import org.gongkai.pipeline.FileWriter;
import org.gongkai.pipeline.cache.PageCache;
import org.gongkai.portal.page.PortalPage;
import org.gongkai.render.model.Model;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.site.SiteFile;

/** Writes files some at a time, with all threads; a page whose variables are those of an earlier run is not rendered again. */
final class PageWriter {

    private static final int AT_A_TIME = 256;

    private final FileWriter writer;
    private final PageRenderer renderer;
    private final PageCache cache;
    private final WorkPool pool;
    private final List<SiteFile> waiting = new ArrayList<>();
    private int count;

    PageWriter(Output output, PageRenderer renderer, Model.SiteInfo info, CacheStore records, WorkPool pool) {
        this.renderer = renderer;
        this.cache = new PageCache(records, reads -> renderer.fingerprint(info, reads));
        this.writer = new FileWriter(output, cache);
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
