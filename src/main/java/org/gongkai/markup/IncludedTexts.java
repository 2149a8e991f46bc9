package org.gongkai.markup;

import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.problem.Problem;

/** The files of a site that a text may include. Paths are relative to the site's root, separated by {@code /}. */
public interface IncludedTexts {

    /** No files. */
    IncludedTexts NONE = new IncludedTexts() {
        @Override
        public boolean has(String path) {
            return false;
        }

        @Override
        public boolean isEntry(String path) {
            return false;
        }

        @Override
        public Optional<String> text(String path, Consumer<Problem> problems) {
            return Optional.empty();
        }
    };

    /** Whether a file exists and lies within the site. */
    boolean has(String path);

    /**
     * Whether an existing file is an entry, so that its text must not be published elsewhere: it may be for
     * a smaller audience or not be published yet.
     */
    boolean isEntry(String path);

    /** Returns the text of an existing file; empty, with a problem reported, if it cannot be decoded. */
    Optional<String> text(String path, Consumer<Problem> problems);

    /** Whether a missing file only causes a warning and Asciidoctor's own text for it. */
    default boolean toleratesMissing() {
        return false;
    }
}
