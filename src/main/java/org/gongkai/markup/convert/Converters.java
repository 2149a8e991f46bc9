package org.gongkai.markup.convert;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.markup.Body;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.MarkupConverter;
import org.gongkai.markup.asciidoc.AsciiDocConverter;
import org.gongkai.markup.asciidoc.AsciiDocEngines;
import org.gongkai.markup.count.CountingConverter;
import org.gongkai.markup.html.HtmlConverter;
import org.gongkai.markup.markdown.MarkdownConverter;

/** The converters by file name extension. Closing them gives Asciidoctor back. */
public final class Converters implements AutoCloseable {
    private final AsciiDocConverter asciiDoc;
    private final Map<EntryFormat, MarkupConverter> byFormat;
    private final OtherMarkup others;

    /**
     * Converters for one site that may have files of other endings than ours; AsciiDoc starts only when it is first used.
     *
     * @param engines where Asciidoctor is taken from, and given back to in the end
     * @param included files that AsciiDoc may include
     * @param others asked for the endings that we do not know
     */
    public Converters(AsciiDocEngines engines, IncludedTexts included, OtherMarkup others) {
        this(
                new AsciiDocConverter(engines, included),
                new MarkdownConverter(),
                new HtmlConverter(),
                CountingConverter::new,
                others);
    }

    /**
     * Converters that were set up by someone else; counts stay as they were typed.
     *
     * @param others asked for the endings that we do not know
     */
    public Converters(AsciiDocConverter asciiDoc, MarkupConverter markdown, MarkupConverter html, OtherMarkup others) {
        this(asciiDoc, markdown, html, converter -> converter, others);
    }

    private Converters(
            AsciiDocConverter asciiDoc,
            MarkupConverter markdown,
            MarkupConverter html,
            UnaryOperator<MarkupConverter> around,
            OtherMarkup others) {
        this.asciiDoc = asciiDoc;
        this.others = others;
        this.byFormat = Map.of(
                EntryFormat.MARKDOWN,
                around.apply(markdown),
                EntryFormat.ASCIIDOC,
                around.apply(asciiDoc),
                EntryFormat.HTML,
                html);
    }

    /** The converter for files of this ending, written with or without its full stop; empty for any other. */
    public Optional<MarkupConverter> forEnding(String ending) {
        String plain = ending.startsWith(".") ? ending.substring(1) : ending;
        return EntryFormat.ofEnding(plain).map(byFormat::get).or(() -> others.forEnding(plain));
    }

    /**
     * Converts the body of an entry.
     *
     * @param text the text of its file, in a format that can be converted
     */
    public Body body(Entry entry, String text, LinkResolver links) {
        String ending = entry.file().ending();
        String body = HeaderParser.markup(text, ending, entry.bodyLine());
        return forEnding(ending).orElseThrow().convert(new Markup(entry.path(), body, entry.bodyLine()), links);
    }

    /** Whether files of an ending that we do not know ourselves are texts that can be converted. */
    public boolean knowsOther(String ending) {
        return EntryFormat.ofEnding(ending).isEmpty()
                && others.forEnding(ending).isPresent();
    }

    /** Whether a file is an entry by its path from the site's root, in a format of ours or of others. */
    public boolean isEntry(String path) {
        return others.isEntry(path);
    }

    /** Starts AsciiDoc in the background, for when it is known that it will be needed. */
    public void warmUpAsciiDoc() {
        asciiDoc.warmUp();
    }

    @Override
    public void close() {
        asciiDoc.close();
    }

    /** Converters for further file name extensions, such as those of an engine on the class path. */
    @FunctionalInterface
    public interface OtherMarkup {

        /** The converter for files of this ending, written without its full stop; empty if there is none. */
        Optional<MarkupConverter> forEnding(String ending);

        /** Whether a file is an entry by its path from the site's root, in a format of ours or of others. */
        default boolean isEntry(String path) {
            return EntryFormat.isEntry(path)
                    || EntryFormat.mayBeEntry(path)
                            && forEnding(SourceFile.ending(path)).isPresent();
        }
    }
}
