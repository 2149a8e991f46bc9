package org.gongkai.markup;

import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.problem.Problem;

/** The files of a site that a text may include. Paths are relative to the site's root, separated by {@code /}. */
public interface IncludedTexts {

    /** No files. */
    IncludedTexts NONE = new IncludedTexts() {};

    /** Whether a file exists and lies within the site. */
    default boolean has(String path) {
        return false;
    }

    /**
     * Whether an existing file is an entry, so that its text must not be published elsewhere: it may be for
     * a smaller audience or not be published yet.
     */
    default boolean isEntry(String path) {
        return false;
    }

    /** Returns the text of an existing file; empty, with a problem reported, if it cannot be decoded. */
    default Optional<String> text(String path, Consumer<Problem> problems) {
        return Optional.empty();
    }

    /** Whether a missing file only causes a warning and Asciidoctor's own text for it. */
    default boolean toleratesMissing() {
        return false;
    }
}
