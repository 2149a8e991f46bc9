package org.gongkai.portal.merge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.cache.CacheStore;
import org.gongkai.io.WorkPool;
import org.gongkai.output.Output;
import org.gongkai.pipeline.cache.PageCache;
import org.gongkai.portal.page.PortalPage;
import org.gongkai.render.model.Model;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.site.SiteFile;

/** Writes pages some at a time, with all threads; a page whose variables are those of an earlier run is not rendered again. */
final class PageWriter {

    private static final int AT_A_TIME = 256;

    private final Output output;
    private final PageRenderer renderer;
    private final PageCache cache;
    private final WorkPool pool;
    private final List<PortalPage> waiting = new ArrayList<>();
    private int count;

    PageWriter(Output output, PageRenderer renderer, Model.SiteInfo info, CacheStore records, WorkPool pool) {
        this.output = output;
        this.renderer = renderer;
        this.cache = new PageCache(records, reads -> renderer.fingerprint(info, reads));
        this.pool = pool;
    }

    void add(PortalPage page) {
        waiting.add(page);
        if (waiting.size() == AT_A_TIME) {
            write();
        }
    }

    private void write() {
        pool.forEach(waiting, this::write);
        count += waiting.size();
        waiting.clear();
    }

    private void write(PortalPage page) throws IOException {
        String fingerprint = renderer.fingerprint(page.variables());
        SiteFile file = SiteFile.of(
                page.address(),
                page.template(),
                () -> fingerprint,
                () -> renderer.render(page.template(), page.variables()));
        if (!cache.reuse(file, fingerprint, output)) {
            cache.record(
                    file,
                    fingerprint,
                    output.write(page.address(), renderer.render(page.template(), page.variables())));
        }
    }

    /** Writes what waits, and saves what later runs can reuse. */
    void finish() {
        write();
        cache.save(renderer.reads());
    }

    int count() {
        return count;
    }
}
