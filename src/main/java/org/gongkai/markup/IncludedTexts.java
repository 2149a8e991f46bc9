package org.gongkai.markup;

import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.problem.Problem;

/** The files of a site that a text may include. Paths go from the site's root, {@code /} between names. */
public interface IncludedTexts {

    /** No file at all. */
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

    /** Whether there is such a file, and nothing leads out of the site by its name. */
    boolean has(String path);

    /**
     * Whether a file that is there has readers of its own, so that its text must not come out elsewhere: it may be for
     * fewer people, or not be out yet.
     */
    boolean isEntry(String path);

    /** The text of a file that is there; empty, and a problem told, if it cannot be decoded. */
    Optional<String> text(String path, Consumer<Problem> problems);

    /** Whether a text that includes a missing file shows what Asciidoctor shows in its place, with a warning. */
    default boolean toleratesMissing() {
        return false;
    }
}
