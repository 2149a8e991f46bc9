package org.gongkai.site.link;

import java.util.Optional;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;
import org.gongkai.problem.Severity;

/** Answers the counts that the texts of one audience ask for. Safe for many threads. */
@FunctionalInterface
public interface Counts {

    /** Nothing can be counted. */
    Counts NONE = (typed, text) ->
            new Answer("", "", "", typed, Optional.of(new Mistake("E166", 0, "本站没有可以计数的记录", "请直接写数字")));

    /**
     * An answer.
     *
     * @param figure the figure that stands beside the question; empty if none does
     * @param shown what readers see: that figure, else the number as it is now; empty if the question could not be read
     * @param address what it leads to, from the root of the site; empty if there is nothing
     * @param written the question with the figure as it is now, for the source of the text
     * @param mistake what is wrong with the question or its figure
     */
    record Answer(String figure, String shown, String address, String written, Optional<Mistake> mistake) {

        /** Returns this answer without a mistake of a code. */
        public Answer without(String code) {
            return new Answer(figure, shown, address, written, mistake.filter(it -> !it.code()
                    .equals(code)));
        }

        /**
         * Returns this answer for a former version of a text: what it counted then is unknown unless the figure stands
         * beside the question, as records have changed since.
         */
        public Answer ofFormer() {
            return shown.isEmpty() || !figure.isEmpty() ? this : new Answer(figure, "（当时的数没有写下）", "", written, mistake);
        }
    }

    /**
     * What is wrong with a question or its figure.
     *
     * @param code E for an error, W for a warning, and its number
     * @param offset where in its text
     * @param message what is wrong
     * @param hint what is allowed
     */
    record Mistake(String code, int offset, String message, String hint) {

        /** The code of a question without a figure in an approved text. */
        public static final String UNWRITTEN = "E239";

        /** The code of a figure that is not what is counted now. */
        public static final String OTHER = "W239";

        /**
         * Returns it as a problem of an entry.
         *
         * @param typed the question, which begins at this line and column
         */
        public Problem of(Entry entry, String typed, int line, int column) {
            return new Problem(
                    code.startsWith("E") ? Severity.ERROR : Severity.WARNING,
                    code,
                    entry.path(),
                    line,
                    column + typed.codePointCount(0, offset),
                    message,
                    hint);
        }
    }

    /**
     * Answers a question of a text.
     *
     * @param typed the question, in braces, with or without a figure
     * @param text the entry, or a version of it
     */
    Answer answer(String typed, Entry text);
}
