package org.gongkai.pipeline;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.cache.ProgramFingerprint;
import org.gongkai.check.LeakSearch;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.Lazy;
import org.gongkai.io.Memoized;
import org.gongkai.markup.convert.Converters;
import org.gongkai.pipeline.cache.UserCaches;
import org.gongkai.pipeline.feature.Feature;
import org.gongkai.render.theme.LookStyles;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.render.theme.ThemeResources;
import org.gongkai.site.address.Slugs;

/**
 * What is the same for all sites: the parts of the product, and what takes longer to prepare than to build a small site
 * with. All builds of a process share one object. Safe for many threads.
 *
 * @param caches the caches of sites outside git
 * @param features the features of the product
 * @param leaks prepares the search for what an audience may not see
 * @param projects opens projects of another generator
 * @param converters sets up the converters of bodies
 * @param prepared what is prepared when it is first needed
 */
public record SharedParts(
        UserCaches caches,
        List<Feature> features,
        LeakSearch.Factory leaks,
        OtherProjects projects,
        Converters.Factory converters,
        Prepared prepared) {

    /** The templates of the program, its data files and its fingerprint. */
    public static final class Prepared {

        private final Map<ZoneId, PageRenderer> renderers = new ConcurrentHashMap<>();
        private final YamlReader yaml = new YamlReader();
        private final Memoized<Kinds> kinds = new Memoized<>(() -> Kinds.builtIn(yaml));
        private final Slugs slugs = new Slugs();
        private final LookStyles styles = new LookStyles();
        private final Lazy<String> program =
                new Lazy<>(() -> ProgramFingerprint.running().fingerprint());
    }

    /**
     * Begins on another thread to read what most commands need, so that it is there when they have read their options.
     */
    public void readAhead() {
        Thread reader = new Thread(prepared.kinds::get, "read-ahead");
        reader.setDaemon(true);
        reader.start();
    }

    /** The kinds of entries of a site that adds none. */
    public Kinds kinds() {
        return prepared.kinds.get();
    }

    /** The generator of address segments. */
    public Slugs slugs() {
        return prepared.slugs;
    }

    /** The style sheets of the program as readers load them. */
    public LookStyles styles() {
        return prepared.styles;
    }

    /**
     * Returns the renderer of a site: one for all sites that have no templates of their own.
     *
     * @param source the source of the site
     * @param zone time zone of dates in templates
     */
    public PageRenderer renderer(SourceTree source, ZoneId zone) {
        ThemeResources.require(source);
        return source.files("templates").isEmpty()
                ? prepared.renderers.computeIfAbsent(zone, PageRenderer::builtIn)
                : PageRenderer.of(source, zone);
    }

    /** The reader that retains the data files of the program. */
    public YamlReader yaml() {
        return prepared.yaml;
    }

    /** The fingerprint of the program as it was when it was first asked for: classes may already have been loaded. */
    public String program() throws IOException {
        return prepared.program.get();
    }
}
