package org.gongkai.markup;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The converter for each kind of file. Closing it ends what AsciiDoc started. */
public final class Converters implements AutoCloseable {
    private final AsciiDocConverter asciiDoc;
    private final Map<String, MarkupConverter> byEnding;

    /**
     * Converters for one site; AsciiDoc starts only when it is first used.
     *
     * @param contentRoot folder below which AsciiDoc may include files
     */
    public Converters(Path contentRoot) {
        this.asciiDoc = new AsciiDocConverter(contentRoot);
        MarkupConverter markdown = new MarkdownConverter();
        MarkupConverter html = new HtmlConverter();
        this.byEnding = Map.of(
                "md", markdown,
                "markdown", markdown,
                "adoc", asciiDoc,
                "ad", asciiDoc,
                "asciidoc", asciiDoc,
                "html", html,
                "htm", html);
    }

    /** The converter for files of this ending, written with or without its full stop; empty for any other. */
    public Optional<MarkupConverter> forEnding(String ending) {
        String plain = ending.startsWith(".") ? ending.substring(1) : ending;
        return Optional.ofNullable(byEnding.get(plain.toLowerCase(Locale.ROOT)));
    }

    /** Starts AsciiDoc in the background, for when it is known that it will be needed. */
    public void warmUpAsciiDoc() {
        asciiDoc.warmUp();
    }

    @Override
    public void close() {
        asciiDoc.close();
    }
}
