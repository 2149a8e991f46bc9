package org.gongkai.check.text;

import java.util.Optional;

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

    /** The first mark of a line. */
    public static Optional<Mark> in(String line) {
        return SecrecyMarkRule.find(line).or(() -> RestrictedRule.find(line));
    }
}
