package org.gongkai.site.link;

import java.util.Optional;
import org.gongkai.input.entry.Entry;

/** Answers the counts that the texts of one audience ask for. Safe for many threads. */
public interface Counts {

    /** Nothing can be counted. */
    Counts NONE = new Counts() {
        @Override
        public Answer answer(String typed, Entry text) {
            return new Answer("", "", Optional.of(new Mistake(0, "本站没有可以计数的记录", "请直接写数字")));
        }

        @Override
        public Optional<Late> late(String typed, Entry text) {
            return Optional.empty();
        }
    };

    /**
     * An answer.
     *
     * @param number the number; empty if the question could not be read
     * @param address what it leads to, from the root of the site; empty if there is nothing
     * @param mistake what is wrong with the question
     */
    record Answer(String number, String address, Optional<Mistake> mistake) {}

    /**
     * What is wrong with a question.
     *
     * @param offset where in its text
     * @param message what is wrong
     * @param hint what is allowed
     */
    record Mistake(int offset, String message, String hint) {}

    /**
     * Records that were added after a text was published.
     *
     * @param before the number as it was
     * @param now the number today
     * @param added what makes the difference, such as 2次 or 1条记录
     */
    record Late(String before, String now, String added) {}

    /**
     * Answers a question of a text, by what had happened on the day that it names and had been published with it: so
     * the answer never changes by itself.
     *
     * @param typed the question, in braces
     * @param text the entry, or a version of it
     */
    Answer answer(String typed, Entry text);

    /**
     * Compares the answer as it was when a text was published with that of today. A period that goes on after the day
     * of the text is expected to bring more records.
     */
    Optional<Late> late(String typed, Entry text);
}
