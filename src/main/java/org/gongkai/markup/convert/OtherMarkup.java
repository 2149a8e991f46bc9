package org.gongkai.markup.convert;

import java.util.Optional;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.markup.MarkupConverter;

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
