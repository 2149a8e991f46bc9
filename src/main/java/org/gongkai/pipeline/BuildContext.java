package org.gongkai.pipeline;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.io.function.IOConsumer;
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
 * What all steps of one build share. Closing it ends its threads and converters; everything else remains usable.
 *
 * @param source the files of the site
 * @param texts the texts of those files
 * @param shared what all builds of this process share
 * @param cache the results of earlier builds
 * @param pool the threads of this build
 * @param markup the converters of bodies to HTML
 * @param problems the collector of every problem
 * @param timings the recorder of the duration of every step
 */
public record BuildContext(
        SourceTree source,
        SourceTexts texts,
        SharedParts shared,
        CacheFolder cache,
        WorkPool pool,
        SiteMarkup markup,
        ProblemCollector problems,
        Timings timings)
        implements AutoCloseable {

    /** The step that lists the files of a site. */
    static final String LISTING = "列出文件";

    /**
     * Lists the files of a site and starts the threads that work on it.
     *
     * @param site an open source, which must remain open
     * @throws IOException if the files cannot be listed; nothing is left open
     */
    public static BuildContext open(
            SiteSource site, BuildRequest request, SharedParts shared, ProblemCollector problems, Timings timings)
            throws IOException {
        SourceTree source = timings.time(LISTING, () -> site.tree(SourceTree.FOLDERS));
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
        SourceTree shown = new ShownSource(files);
        OtherMarkup engines = shared.projects().markup(request.source());
        AtomicReference<SourceTree> included = new AtomicReference<>(shown);
        SiteMarkup markup =
                new SiteMarkup(shared.converters().of(new SiteIncludes(included::get, engines), engines), included);
        WorkPool pool = new WorkPool(request.jobs());
        return new BuildContext(shown, new SourceTexts(files), shared, cache, pool, markup, problems, timings);
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
        CacheFolder cache = CacheFolder.of(site.repository(), request, shared).inMemory();
        return of(site.tree(SourceTree.FOLDERS), cache, request, shared, new ProblemCollector(), new Timings());
    }

    /** A context with other files and another collector, which shares everything else; it need not be closed. */
    public BuildContext over(SourceTree files, ProblemCollector collector) {
        SourceTree shown = files instanceof OverlaidSource ? files : new ShownSource(files);
        return new BuildContext(shown, new SourceTexts(files), shared, cache, pool, markup, collector, new Timings());
    }

    /** The same context on other threads; it need not be closed, but the threads must be. */
    public BuildContext on(WorkPool threads) {
        return new BuildContext(source, texts, shared, cache, threads, markup, problems, new Timings());
    }

    /** The generator of address segments. */
    public Slugs slugs() {
        return shared.slugs();
    }

    /** The converters of bodies to HTML. */
    public Converters converters() {
        return markup.converters();
    }

    /** Works on all entries, on all threads, as far as there is memory for them. */
    void forEachEntry(Collection<Item> items, IOConsumer<Item> work) {
        pool.forEach(items, item -> texts.work(item.entry().source().file(), file -> work.accept(item)));
    }

    @Override
    public void close() {
        try (pool) {
            converters().close();
        }
    }

    /** The texts of the settings, which are public. */
    Stream<String> settingsTexts() {
        return source.files("content/_data").stream()
                .map(file ->
                        new TextDecoder().decode(source, file, problem -> {}).orElse(""));
    }

    /**
     * The converters of bodies to HTML.
     *
     * @param included the files among which they find included texts
     */
    public record SiteMarkup(Converters converters, AtomicReference<SourceTree> included) {}

    /**
     * The files of a site that its texts may include.
     *
     * @param source supplies the current files
     * @param others determine which files with other extensions are entries, too
     */
    private record SiteIncludes(Supplier<SourceTree> source, OtherMarkup others) implements IncludedTexts {

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
                    .flatMap(file -> new TextDecoder().decode(files, file, problems))
                    .map(Namesake::without);
        }
    }
}
