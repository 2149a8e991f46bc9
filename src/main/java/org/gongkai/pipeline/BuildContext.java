package org.gongkai.pipeline;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongkai.input.source.Namesake;
import org.gongkai.input.source.OverlaidSource;
import org.gongkai.input.source.SourceTexts;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.io.Timings;
import org.gongkai.io.WorkPool;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.convert.Converters;
import org.gongkai.markup.convert.Converters.OtherMarkup;
import org.gongkai.pipeline.cache.CacheFolder;
import org.gongkai.pipeline.read.ShownSource;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;
import org.gongkai.site.Item;
import org.gongkai.site.address.Slugs;

/**
 * The files, services and collectors that all steps of one build share. Closing it ends its threads and converters;
 * everything else remains usable.
 */
public final class BuildContext implements AutoCloseable {

    /** The step that lists the files of a site. */
    static final String LISTING = "列出文件";

    private final SourceTree source;
    private final SharedParts shared;
    private final SourceTexts texts;
    private final CacheFolder cache;
    private final WorkPool pool;
    private final AtomicReference<SourceTree> included;
    private final Converters converters;
    private final ProblemCollector problems;
    private final Timings timings;

    private BuildContext(
            SourceTree source,
            CacheFolder cache,
            BuildRequest request,
            SharedParts shared,
            ProblemCollector problems,
            Timings timings) {
        this.source = new ShownSource(source);
        this.shared = shared;
        this.texts = new SourceTexts(source);
        this.cache = cache;
        this.problems = problems;
        this.timings = timings;
        OtherMarkup engines = shared.projects().markup(request.source());
        this.included = new AtomicReference<>(this.source);
        this.converters = shared.converters().of(new SiteIncludes(included::get, engines), engines);
        this.pool = new WorkPool(request.jobs());
    }

    private BuildContext(
            BuildContext other, SourceTree source, SourceTexts texts, ProblemCollector problems, WorkPool pool) {
        this.source = source;
        this.texts = texts;
        this.shared = other.shared;
        this.cache = other.cache;
        this.problems = problems;
        this.timings = new Timings();
        this.included = other.included;
        this.converters = other.converters;
        this.pool = pool;
    }

    /**
     * Lists the files of a site and starts the threads that work on it.
     *
     * @param site an open source, which must remain open
     * @throws IOException if the files cannot be listed; nothing is left open
     */
    public static BuildContext open(
            SiteSource site, BuildRequest request, SharedParts shared, ProblemCollector problems, Timings timings)
            throws IOException {
        SourceTree source = timings.time(LISTING, site::tree);
        return of(source, CacheFolder.of(site.repository(), request, shared), request, shared, problems, timings);
    }

    /** Starts the threads that work on a site whose files have been listed. */
    static BuildContext of(
            SourceTree files,
            CacheFolder cache,
            BuildRequest request,
            SharedParts shared,
            ProblemCollector problems,
            Timings timings) {
        return new BuildContext(files, cache, request, shared, problems, timings);
    }

    /**
     * Lists the files of a site and starts the threads that work on it, for a process that reads it many times: what
     * one reading computes stays in memory for the next, and nothing is written to the cache.
     *
     * @param site an open source, which must remain open
     * @throws IOException if the files cannot be listed; nothing is left open
     */
    public static BuildContext openForPreview(SiteSource site, BuildRequest request, SharedParts shared)
            throws IOException {
        return new BuildContext(
                site.tree(),
                CacheFolder.of(site.repository(), request, shared).inMemory(),
                request,
                shared,
                new ProblemCollector(),
                new Timings());
    }

    /** A context with other files and another collector, which shares everything else; it need not be closed. */
    public BuildContext over(SourceTree files, ProblemCollector collector) {
        SourceTree shown = files instanceof OverlaidSource ? files : new ShownSource(files);
        return new BuildContext(this, shown, new SourceTexts(files), collector, pool);
    }

    /** The same context on other threads; it need not be closed, but the threads must be. */
    public BuildContext on(WorkPool threads) {
        return new BuildContext(this, source, texts, problems, threads);
    }

    /**
     * Lets the converters, which all contexts of this origin share, find included texts among the files of this one.
     */
    public void provideIncludes() {
        included.set(source);
    }

    /** The files of the site. */
    public SourceTree source() {
        return source;
    }

    /** What all builds of this process share. */
    public SharedParts shared() {
        return shared;
    }

    /** The texts of those files. */
    public SourceTexts texts() {
        return texts;
    }

    /** The generator of address segments. */
    public Slugs slugs() {
        return shared.slugs();
    }

    /** The converters of bodies to HTML. */
    public Converters converters() {
        return converters;
    }

    /** The threads of this build. */
    public WorkPool pool() {
        return pool;
    }

    /** Works on all entries, on all threads, as far as there is memory for them. */
    void forEachEntry(Collection<Item> items, WorkPool.Work<Item> work) {
        pool.forEach(items, item -> texts.work(item.entry().file(), file -> work.on(item)));
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

    /** The texts of the settings, which are public. */
    Stream<String> settingsTexts() {
        return source().files("content/_data").stream()
                .map(file ->
                        new TextDecoder().decode(source(), file, problem -> {}).orElse(""));
    }

    /** The files of a site that its texts may include. */
    private static final class SiteIncludes implements IncludedTexts {

        private final Supplier<SourceTree> source;
        private final OtherMarkup others;
        private final TextDecoder decoder = new TextDecoder();

        /**
         * @param source supplies the current files
         * @param others determine which files with other extensions are entries, too
         */
        public SiteIncludes(Supplier<SourceTree> source, OtherMarkup others) {
            this.source = source;
            this.others = others;
        }

        @Override
        public boolean has(String path) {
            return source.get().file(path).isPresent();
        }

        @Override
        public boolean isEntry(String path) {
            return source.get().file(path).isPresent() && others.isEntry(path);
        }

        @Override
        public Optional<String> text(String path, Consumer<Problem> problems) {
            SourceTree files = source.get();
            return files.file(path)
                    .flatMap(file -> decoder.decode(files, file, problems))
                    .map(Namesake::without);
        }
    }
}
