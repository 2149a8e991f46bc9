package org.gongkai.build;

import java.io.IOException;
import org.gongkai.build.cache.CacheFolder;
import org.gongkai.build.read.SiteSource;
import org.gongkai.input.source.SourceTexts;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.Timings;
import org.gongkai.io.WorkPool;
import org.gongkai.jbake.engine.ThirdPartyEngines;
import org.gongkai.markup.convert.Converters;
import org.gongkai.site.address.Slugs;

/**
 * The files, services and collectors that all steps of one build share. Closing it ends its threads and converters;
 * everything else remains usable.
 */
public final class BuildContext implements AutoCloseable {

    private final SourceTree source;
    private final SourceTexts texts;
    private final CacheFolder cache;
    private final Slugs slugs;
    private final WorkPool pool;
    private final Converters converters;
    private final ProblemCollector problems;
    private final Timings timings;

    private BuildContext(
            SourceTree source, CacheFolder cache, BuildRequest request, ProblemCollector problems, Timings timings) {
        this.source = source;
        this.texts = new SourceTexts(source);
        this.cache = cache;
        this.slugs = new Slugs(cache.openShared("slugs", ""));
        this.problems = problems;
        this.timings = timings;
        ThirdPartyEngines engines = new ThirdPartyEngines(request.source());
        this.converters = new Converters(new SiteIncludes(source, engines), engines);
        this.pool = new WorkPool(request.jobs());
    }

    /**
     * Lists the files of a site and starts the threads that work on it.
     *
     * @param site an open source, which must remain open
     * @throws IOException if the files cannot be listed; nothing is left open
     */
    public static BuildContext open(SiteSource site, BuildRequest request, ProblemCollector problems, Timings timings)
            throws IOException {
        SourceTree source = timings.time("列出文件", site::tree);
        return new BuildContext(source, CacheFolder.of(site.repository(), request), request, problems, timings);
    }

    /** The files of the site. */
    public SourceTree source() {
        return source;
    }

    /** The texts of those files. */
    public SourceTexts texts() {
        return texts;
    }

    /** The generator of address segments. */
    public Slugs slugs() {
        return slugs;
    }

    /** The converters of bodies to HTML. */
    public Converters converters() {
        return converters;
    }

    /** The threads of this build. */
    public WorkPool pool() {
        return pool;
    }

    /** The results of earlier builds. */
    public CacheFolder cache() {
        return cache;
    }

    /** The collector of every problem. */
    public ProblemCollector problems() {
        return problems;
    }

    /** The recorder of the duration of every step. */
    public Timings timings() {
        return timings;
    }

    @Override
    public void close() {
        try (pool) {
            converters.close();
        }
    }
}
