package org.gongkai.build.cache;

import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.input.source.SourceTree;
import org.gongkai.render.theme.PageRenderer;

/**
 * The templates of sites. Those of the program, which take longer to parse than to render a small site with, are parsed
 * once for all sites that have none of their own. Safe for many threads.
 */
public final class Themes {

    private final Map<ZoneId, PageRenderer> builtIn = new ConcurrentHashMap<>();

    /**
     * Returns the renderer of a site.
     *
     * @param source the source of the site
     * @param zone time zone of dates in templates
     */
    public PageRenderer of(SourceTree source, ZoneId zone) {
        PageRenderer.requireParts(source);
        return source.files("templates").isEmpty()
                ? builtIn.computeIfAbsent(zone, PageRenderer::builtIn)
                : PageRenderer.of(source, zone);
    }
}
