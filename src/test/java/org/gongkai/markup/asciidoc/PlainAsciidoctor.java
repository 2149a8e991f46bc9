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
final class PlainAsciidoctor {
    /** Strong reference, so that the library prints nothing. */
    private static final Logger LIBRARY_LOG = Logger.getLogger("asciidoctor");

    private static final Asciidoctor ENGINE = start();

    private PlainAsciidoctor() {}

    private static Asciidoctor start() {
        LIBRARY_LOG.setLevel(Level.OFF);
        return AsciiDocEngine.create();
    }

    /** The HTML of a text that may read no file. */
    static String html(String text, Map<String, String> attributes) {
        return html(text, attributes, Options.builder().safe(SafeMode.SECURE));
    }

    /** The HTML of a text that may include files below a folder, which is also its own. */
    static String html(String text, Map<String, String> attributes, org.asciidoctor.OptionsBuilder options) {
        AttributesBuilder all = Attributes.builder();
        attributes.forEach(all::attribute);
        return ENGINE.convert(
                text,
                options.backend("html5")
                        .standalone(false)
                        .attributes(all.build())
                        .build());
    }
}
