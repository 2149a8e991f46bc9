package org.gongkai.jbake.engine;

/** Replaces JBake's engine for HTML, which does not sanitize. */
public final class HtmlEngine extends BodyEngine {

    public HtmlEngine() {
        super("html");
    }
}
