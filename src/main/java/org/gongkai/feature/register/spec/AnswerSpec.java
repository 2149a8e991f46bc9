package org.gongkai.feature.register.spec;

import java.util.List;
import java.util.Map;

/**
 * What the search page answers from a register before any link.
 *
 * @param words the words that ask for it, besides the title of the entry that a row is taken from
 * @param rows the rows that are told
 * @param where the values that columns of these rows must have
 * @param from the column of the first day on which a row is told; empty if it is told at once
 * @param to the column of the last day; empty if it is told for ever
 * @param sentence clauses separated by ，, in which {column} stands for its value, and {监督} and {联系} for what the site says; a
 *     clause with a value that is empty is left out
 */
public record AnswerSpec(
        List<String> words, Rows rows, Map<String, String> where, String from, String to, String sentence) {

    public AnswerSpec {
        words = List.copyOf(words);
        where = Map.copyOf(where);
    }

    /** Which rows are told. */
    public enum Rows {
        LATEST("最近"),
        EACH("各");

        private final String label;

        Rows(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
