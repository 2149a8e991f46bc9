package org.gongkai.check.text.secrecy;

import java.util.Optional;
import org.gongkai.check.prose.DisplayedLine;

/** Finds markings of documents that are not public: secrecy markings, and 内部资料 and the like. */
public final class SecrecyMarks {

    private SecrecyMarks() {}

    /**
     * A marking.
     *
     * @param code the code of the rule
     * @param start the index in the line
     * @param words the marking
     * @param message what is wrong
     * @param hint how to fix it
     */
    public record Mark(String code, int start, String words, String message, String hint) {}

    /** Returns the first marking in the displayed line, with its index in the source line. */
    public static Optional<Mark> shownIn(String line) {
        return in(line).or(() -> new DisplayedLine.Reader()
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

    /** Returns the first marking in a line. */
    public static Optional<Mark> in(String line) {
        return SecrecyMarkRule.find(line).or(() -> RestrictedRule.find(line));
    }
}
