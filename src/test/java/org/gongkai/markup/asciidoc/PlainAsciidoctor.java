package org.gongkai.markup.asciidoc;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.AttributesBuilder;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.gongkai.markup.asciidoc.AsciiDocEngines.AsciiDocEngine;

/** Asciidoctor as it comes, for tests that hold our converter to it. */
final class PlainAsciidoctor implements AutoCloseable {
    private static final Logger LIBRARY_LOG = Logger.getLogger("asciidoctor");

    private final Asciidoctor engine;

    PlainAsciidoctor() {
        LIBRARY_LOG.setLevel(Level.OFF);
        engine = AsciiDocEngine.create();
    }

    /** The HTML of a text that may read no file. */
    String html(String text, Map<String, String> attributes) {
        return html(text, attributes, Options.builder().safe(SafeMode.SECURE));
    }

    /** The HTML of a text that may include files below a folder, which is also its own. */
    String html(String text, Map<String, String> attributes, org.asciidoctor.OptionsBuilder options) {
        AttributesBuilder all = Attributes.builder();
        attributes.forEach(all::attribute);
        return engine.convert(
                text,
                options.backend("html5")
                        .standalone(false)
                        .attributes(all.build())
                        .build());
    }

    @Override
    public void close() {
        engine.close();
    }
}
