package org.gongkai.jbake.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jbake.parser.Engines;
import org.jbake.parser.ErrorEngine;
import org.jbake.parser.MarkupEngine;
import org.jbake.parser.ParserEngine;

/**
 * JBake's registry of engines, with ours in the place of JBake's own. The registry is JBake's and shared by the whole
 * program; what we put into it is the same each time and holds nothing.
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

    /** Fills the registry if that has not been done. */
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

    /** Endings of documents, as typed in file names; every other file is an asset. */
    public Set<String> endings() {
        return Set.copyOf(Engines.getRecognizedExtensions());
    }

    /** Our engine for an ending, if it is one of ours. */
    public Optional<MarkupEngine> ours(String ending) {
        return OURS.containsKey(ending) ? Optional.of((MarkupEngine) Engines.get(ending)) : Optional.empty();
    }

    /** The engine that somebody put on the class path for an ending; empty if there is none that could be loaded. */
    public Optional<ParserEngine> others(String ending) {
        return Optional.ofNullable(OURS.containsKey(ending) ? null : Engines.get(ending))
                .filter(engine -> !(engine instanceof ErrorEngine));
    }
}
