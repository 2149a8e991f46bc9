package org.gongkai.feature.jbake.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gongkai.feature.jbake.settings.BareAddresses;
import org.gongkai.feature.jbake.settings.ProjectConverters;
import org.jbake.parser.Engines;
import org.jbake.parser.ErrorEngine;
import org.jbake.parser.MarkupEngine;
import org.jbake.parser.ParserContext;
import org.jbake.parser.ParserEngine;

/**
 * JBake's registry of engines, with ours instead of JBake's own. The registry is JBake's and shared by the whole
 * program; what is registered is the same each time and stateless.
 */
public final class EngineRegistry {

    private static final Map<String, Supplier<MarkupEngine>> OURS = Map.of(
            "md", MarkdownEngine::new,
            "html", HtmlEngine::new,
            "adoc", JBakeAsciiDocEngine::new,
            "ad", JBakeAsciiDocEngine::new,
            "asciidoc", JBakeAsciiDocEngine::new,
            "yml", DataEngine::new,
            "yaml", DataEngine::new);

    /** Fills the registry once. */
    public EngineRegistry() {
        synchronized (Engines.class) {
            OURS.forEach((ending, engine) -> {
                ParserEngine known = Engines.get(ending);
                if (known == null || known.getClass().getPackage() != EngineRegistry.class.getPackage()) {
                    Engines.register(ending, engine.get());
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
        return OURS.containsKey(ending) ? Optional.of((MarkupEngine) Engines.get(ending)) : Optional.empty();
    }

    /** Returns the third-party engine for an extension; empty if none can be loaded. */
    public Optional<ParserEngine> others(String ending) {
        return Optional.ofNullable(OURS.containsKey(ending) ? null : Engines.get(ending))
                .filter(engine -> !(engine instanceof ErrorEngine));
    }

    /** Replaces JBake's engine for HTML, which does not sanitize. */
    private static final class HtmlEngine extends BodyEngine {

        public HtmlEngine() {
            super("html");
        }
    }

    /** Replaces JBake's engine for Markdown: Chinese emphasis and raw HTML are treated as on ordinary sites. */
    private static final class MarkdownEngine extends BodyEngine {

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
}
