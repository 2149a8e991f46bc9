package org.gongkai.check.text.secrecy;

import java.util.Optional;
import org.gongkai.check.prose.ShownLine;

/** Marks by which a paper says that it is not for the public, in any line: those of secrecy, and 内部资料 and its like. */
public final class SecrecyMarks {

    private SecrecyMarks() {}

    /**
     * A mark.
     *
     * @param code the rule that it breaks
     * @param start where it begins in its line
     * @param words the mark itself
     * @param message what is wrong
     * @param hint how to mend it
     */
    public record Mark(String code, int start, String words, String message, String hint) {}

    /** The first mark of a line as its readers see it, with its place in the line as it was typed. */
    public static Optional<Mark> shownIn(String line) {
        return in(line).or(() -> new ShownLine.Reader()
                .of(line).stream()
                        .flatMap(shown -> in(shown.text())
                                .map(mark -> new Mark(
                                        mark.code(),
                                        shown.places()[mark.start()],
                                        mark.words(),
                                        mark.message(),
                                        mark.hint()))
                                .stream())
                        .findFirst());
    }

    /** The first mark of a line. */
    public static Optional<Mark> in(String line) {
        return SecrecyMarkRule.find(line).or(() -> RestrictedRule.find(line));
    }
}
