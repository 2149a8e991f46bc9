package org.gongkai.feature.jbake.engine;

import org.gongkai.feature.jbake.settings.ProjectConfiguration;
import org.jbake.parser.MarkupEngine;
import org.jbake.parser.ParserContext;

/** A JBake engine that delegates bodies to our converters, whose output is sanitized; stateless. */
class BodyEngine extends MarkupEngine {

    private final String ending;

    /** @param ending extension that selects the converter */
    BodyEngine(String ending) {
        this.ending = ending;
    }

    @Override
    public void processBody(ParserContext context) {
        if (!(context.getConfig() instanceof ProjectConfiguration project)) {
            throw new IllegalStateException("this engine serves builds of gongkai only");
        }
        context.setBody(project.html(context.getFile(), ending, context.getBody(), firstLine(context)));
    }

    private static int firstLine(ParserContext context) {
        int separator = context.hasHeader()
                ? context.getFileLines().indexOf(context.getConfig().getHeaderSeparator())
                : -1;
        boolean hasBody = separator + 1 < context.getFileLines().size();
        return hasBody ? separator + 2 : 1;
    }
}
