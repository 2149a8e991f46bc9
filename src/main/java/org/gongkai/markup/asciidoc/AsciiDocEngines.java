package org.gongkai.markup.asciidoc;

import java.util.HashMap;
import java.util.Map;

/**
 * Asciidoctors that have been started, which takes a second or two, and that no converter uses at present: at most one
 * of each sort. Safe for many threads.
 */
public final class AsciiDocEngines {

    private final Map<Boolean, AsciiDocEngine> idle = new HashMap<>();

    /** @param unmodified whether Asciidoctor runs without our extensions */
    AsciiDocEngine take(boolean unmodified) {
        synchronized (idle) {
            AsciiDocEngine engine = idle.remove(unmodified);
            if (engine != null) {
                return engine;
            }
        }
        return new AsciiDocEngine(unmodified);
    }

    /** Accepts an engine that its converter needs no more. */
    void giveBack(AsciiDocEngine engine) {
        synchronized (idle) {
            if (!engine.isAbandoned() && idle.putIfAbsent(engine.isUnmodified(), engine) == null) {
                return;
            }
        }
        engine.close();
    }
}
