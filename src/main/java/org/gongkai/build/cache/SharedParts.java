package org.gongkai.build.cache;

import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.source.SourceTree;
import org.gongkai.markup.asciidoc.AsciiDocEngines;
import org.gongkai.render.theme.PageRenderer;

/**
 * What is the same for all sites and takes longer to prepare than to build a small site with: the templates of the
 * program, its data files and Asciidoctor. All builds of a process share one object. Safe for many threads.
 */
public final class SharedParts {

    private final Map<ZoneId, PageRenderer> renderers = new ConcurrentHashMap<>();
    private final YamlReader yaml = new YamlReader();
    private final AsciiDocEngines asciiDoc = new AsciiDocEngines();

    /**
     * Returns the renderer of a site: one for all sites that have no templates of their own.
     *
     * @param source the source of the site
     * @param zone time zone of dates in templates
     */
    public PageRenderer renderer(SourceTree source, ZoneId zone) {
        PageRenderer.requireParts(source);
        return source.files("templates").isEmpty()
                ? renderers.computeIfAbsent(zone, PageRenderer::builtIn)
                : PageRenderer.of(source, zone);
    }

    /** The reader that retains the data files of the program. */
    public YamlReader yaml() {
        return yaml;
    }

    public AsciiDocEngines asciiDoc() {
        return asciiDoc;
    }
}
