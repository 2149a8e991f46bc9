package org.gongkai.jbake.engine;

/** Takes the place of JBake's engine for HTML, which lets everything pass: what can act is left out. */
public final class HtmlEngine extends BodyEngine {

    public HtmlEngine() {
        super("html");
    }
}
