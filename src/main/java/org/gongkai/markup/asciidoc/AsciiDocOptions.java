package org.gongkai.markup.asciidoc;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.asciidoctor.Attributes;
import org.asciidoctor.AttributesBuilder;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.gongkai.io.TextResource;
import org.gongkai.markup.html.HeadingIds;

/**
 * Attributes and options of Asciidoctor.
 *
 * @param attributes attributes of every text; they cannot enable access to files or the network
 * @param verbatim whether texts were written for another program, so that ids and appearance are kept
 */
record AsciiDocOptions(Map<String, String> attributes, boolean verbatim) {
    /** Defaults that a text may override, as {@code @} means to Asciidoctor. */
    static final Map<String, String> OURS = TextResource.map(AsciiDocOptions.class, "attributes.txt");

    /** Attributes that enable access to files or the network; no text may set them. */
    private static final List<String> REACHING = TextResource.list(AsciiDocOptions.class, "reaching.txt");

    /** Attributes that change the appearance of texts; on our own sites no text may set them. */
    private static final List<String> LOOKS =
            List.of("sectanchors", "sectlinks", "source-highlighter", "icons", "showtitle");

    private static final List<String> OFF =
            Stream.concat(REACHING.stream(), LOOKS.stream()).toList();

    private static final Pattern ICONS = Pattern.compile("^:icons:(.*)$", Pattern.MULTILINE);

    /** Options for the texts of an ordinary site. */
    static AsciiDocOptions ofSite() {
        return new AsciiDocOptions(OURS, false);
    }

    /** Options for texts that were written for another program. */
    static AsciiDocOptions ofOtherProgram(Map<String, String> attributes) {
        return new AsciiDocOptions(attributes, true);
    }

    /** The options for one text. */
    Options of(String text) {
        AttributesBuilder all = Attributes.builder();
        attributes.forEach(all::attribute);
        all.attribute("attribute-missing", "warn@");
        Matcher icons = ICONS.matcher(text);
        if (verbatim && icons.find()) {
            // In the safest mode a text cannot enable icons itself.
            all.attribute("icons", icons.group(1).strip());
        } else if (!verbatim) {
            all.attribute("idprefix", HeadingIds.GENERATED).attribute("idseparator", "-");
        }
        // Named without the mark, some of them would make Asciidoctor load its libraries for the network.
        (verbatim ? REACHING : OFF).forEach(name -> all.attribute(name + "!", ""));
        return Options.builder()
                .safe(SafeMode.SECURE)
                .backend("html5")
                .standalone(false)
                .attributes(all.build())
                .build();
    }
}
