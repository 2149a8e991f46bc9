package org.gongkai.markup.convert;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.markup.Body;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.MarkupConverter;

/** The converters by file name extension, each set up when it is first needed. Closing them closes each. */
public final class Converters implements AutoCloseable {

    private final Map<EntryFormat, MarkupConverter> byFormat = new ConcurrentHashMap<>();
    private final Function<EntryFormat, MarkupConverter> setUp;
    private final OtherMarkup others;

    /** Sets up the converters of a site. */
    @FunctionalInterface
    public interface Factory {

        /**
         * Returns converters for one site.
         *
         * @param included files that texts may include
         * @param others asked for the endings that we do not know
         */
        Converters of(IncludedTexts included, OtherMarkup others);
    }

    /**
     * @param setUp sets up the converter of a format
     * @param others asked for the endings that we do not know
     */
    public Converters(Function<EntryFormat, MarkupConverter> setUp, OtherMarkup others) {
        this.setUp = setUp;
        this.others = others;
    }

    /** The converter for files of this ending, written with or without its full stop; empty for any other. */
    public Optional<MarkupConverter> forEnding(String ending) {
        String plain = ending.startsWith(".") ? ending.substring(1) : ending;
        return EntryFormat.ofEnding(plain).map(this::of).or(() -> others.forEnding(plain));
    }

    /**
     * Converts the body of an entry.
     *
     * @param text the text of its file, in a format that can be converted
     */
    public Body body(Entry entry, String text, LinkResolver links) {
        String ending = entry.source().file().ending();
        String body = HeaderParser.markup(text, ending, entry.source().bodyLine());
        return forEnding(ending)
                .orElseThrow()
                .convert(new Markup(entry.path(), body, entry.source().bodyLine()), links);
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
        of(EntryFormat.ASCIIDOC).warmUp();
    }

    private MarkupConverter of(EntryFormat format) {
        return byFormat.computeIfAbsent(format, setUp);
    }

    @Override
    public void close() {
        byFormat.values().forEach(MarkupConverter::close);
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
