package org.gongkai.render.theme;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.gongkai.input.source.SourceTree;
import org.gongkai.render.model.ModelFingerprint;
import org.gongkai.render.theme.BuiltInTheme.ThemeSource;

/** Renders pages, and returns the fingerprint of all that a page is rendered from. Safe for many threads. */
public final class PageRenderer {

    private final Theme theme;
    private final ModelFingerprint fingerprints = new ModelFingerprint();

    private PageRenderer(Theme theme) {
        this.theme = theme;
    }

    /**
     * Renders with the templates of a site and, where it has none, with those of the default theme.
     *
     * @param zone time zone of dates in templates
     */
    public static PageRenderer of(SourceTree source, ZoneId zone) {
        return new PageRenderer(new Theme(ThemeSource.of(source), zone));
    }

    /**
     * Renders with the templates of the default theme.
     *
     * @param zone time zone of dates in templates
     */
    public static PageRenderer builtIn(ZoneId zone) {
        return new PageRenderer(new Theme(ThemeSource.builtIn(), zone));
    }

    /** Throws an {@link BuiltInTheme.IncompleteProgram} if the default theme lacks a part that a site does not replace. */
    public static void requireParts(SourceTree source) {
        BuiltInTheme.require(source);
    }

    /** Renders a page. */
    public byte[] render(String template, Map<String, Object> variables) {
        return theme.render(template, variables);
    }

    /** Returns the fingerprint of the variables of a page, without what its template reads of the site. */
    public String fingerprint(Map<String, Object> variables) {
        return fingerprints.of(variables, Theme.TRACKED);
    }

    /** Returns the fingerprint of parts of a record of the model. */
    public String fingerprint(Record model, Set<String> reads) {
        return fingerprints.of(model, reads);
    }

    /** Returns the parts of the site that each template has read so far. */
    public Map<String, Set<String>> reads() {
        return theme.reads();
    }
}
