package org.gongkai.feature.jbake.settings;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jbake.parser.Engines;
import org.jbake.parser.ErrorEngine;
import org.jbake.parser.MarkupEngine;
import org.jbake.parser.ParserContext;
import org.jbake.parser.ParserEngine;

/** JBake's registry of engines, which the whole program shares, with our engines in place of JBake's own. */
public final class EngineRegistry {

    private static final MarkupEngine ASCIIDOC = new JBakeAsciiDocEngine();
    private static final MarkupEngine DATA = new DataEngine();

    /** Stateless engines by extension. */
    private static final Map<String, MarkupEngine> OURS = Map.of(
            "md", new BodyEngine("md"),
            "html", new BodyEngine("html"),
            "adoc", ASCIIDOC,
            "ad", ASCIIDOC,
            "asciidoc", ASCIIDOC,
            "yml", DATA,
            "yaml", DATA);

    /** Registers our engines unless they are registered. */
    public EngineRegistry() {
        synchronized (Engines.class) {
            OURS.forEach((ending, engine) -> {
                if (Engines.get(ending) != engine) {
                    Engines.register(ending, engine);
                }
            });
        }
    }

    /** Extensions of documents; every other file is an asset. */
    public Set<String> endings() {
        return Set.copyOf(Engines.getRecognizedExtensions());
    }

    /** Returns our engine for an extension, if there is one. */
    public Optional<MarkupEngine> ours(String ending) {
        return Optional.ofNullable(OURS.get(ending));
    }

    /** Returns the third-party engine for an extension; empty if none can be loaded. */
    public Optional<ParserEngine> others(String ending) {
        return Optional.ofNullable(OURS.containsKey(ending) ? null : Engines.get(ending))
                .filter(engine -> !(engine instanceof ErrorEngine));
    }

    /** A JBake engine that delegates bodies to our converters, whose output is sanitized; stateless. */
    static class BodyEngine extends MarkupEngine {

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
}
