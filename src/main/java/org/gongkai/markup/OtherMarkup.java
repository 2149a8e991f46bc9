package org.gongkai.markup;

import java.util.Optional;

/** Knows converters for endings other than ours, such as those of an engine that someone put on the class path. */
@FunctionalInterface
public interface OtherMarkup {

    /** The converter for files of this ending, written without its full stop; empty if there is none. */
    Optional<MarkupConverter> forEnding(String ending);
}
