package org.gongkai.build.cache;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.cache.ProgramFingerprint;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.Lazy;
import org.gongkai.markup.asciidoc.AsciiDocEngines;
import org.gongkai.render.theme.PageRenderer;

/**
 * What is the same for all sites and takes longer to prepare than to build a small site with: the templates of the
 * program, its data files, its fingerprint and Asciidoctor. All builds of a process share one object. Safe for many threads.
 */
public final class SharedParts {

    private final Map<ZoneId, PageRenderer> renderers = new ConcurrentHashMap<>();
    private final YamlReader yaml = new YamlReader();
    private final Lazy<String> program =
            new Lazy<>(() -> ProgramFingerprint.running().fingerprint());
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

    /**
     * The fingerprint of the program as it was when it was first asked for: classes may already have been loaded.
     *
     * @throws IOException if the files of the program cannot be read
     */
    public String program() throws IOException {
        return program.get();
    }

    public AsciiDocEngines asciiDoc() {
        return asciiDoc;
    }
}
