package org.gongkai.jbake.engine;

import org.gongkai.jbake.settings.BareAddresses;
import org.gongkai.jbake.settings.ProjectConverters;
import org.jbake.parser.ParserContext;

/** Replaces JBake's engine for Markdown: Chinese emphasis and raw HTML are treated as on ordinary sites. */
public final class MarkdownEngine extends BodyEngine {

    public MarkdownEngine() {
        super("md");
    }

    @Override
    public void processBody(ParserContext context) {
        super.processBody(context);
        if (ProjectConverters.isOn(context.getConfig().getMarkdownExtensions(), "AUTOLINKS")) {
            context.setBody(BareAddresses.linked(context.getBody()));
        }
    }
}
