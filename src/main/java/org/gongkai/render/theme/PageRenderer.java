package org.gongkai.render.theme;

import java.util.Map;
import java.util.Set;
import org.gongkai.render.model.ModelFingerprint;

/** Renders pages, and returns the fingerprint of all that a page is rendered from. Safe for many threads. */
public final class PageRenderer {

    private final Theme theme;
    private final ModelFingerprint fingerprints = new ModelFingerprint();

    public PageRenderer(Theme theme) {
        this.theme = theme;
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
