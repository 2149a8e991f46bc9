package org.gongkai.feature.register.count;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.site.link.Counts;
import org.gongkai.text.Period;

/**
 * What a text asks of a register.
 *
 * @param register the register whose rows are counted or added up
 * @param kinds the kinds of the entries
 * @param what the table whose rows are counted, or what is added up; empty if sittings and other entries are counted
 * @param factors the columns whose product is added up; empty if rows are counted
 * @param period the period in which they lie; any if empty
 * @param where words one of which the fields of their entries, their 党小组 included, or the columns of rows of tables
 *     hold
 */
public record CountQuestion(
        RegisterSpec register,
        List<Kind> kinds,
        String what,
        List<Integer> factors,
        Optional<Period> period,
        Map<String, List<String>> where) {

    /** What it counts or adds up, for users, as in 党费收缴公示的实交金额. */
    public String subject() {
        String words = where.entrySet().stream()
                .filter(it -> !it.getKey().equals(CountQuestionReader.GROUP))
                .flatMap(it -> it.getValue().stream())
                .collect(Collectors.joining("、"));
        return kinds.stream().map(Kind::name).collect(Collectors.joining("、"))
                + (what.isEmpty() ? "" : "的" + what)
                + (words.isEmpty() ? "" : "（" + words + "）");
    }

    /** Returns whether it counts the rows of a table. */
    public boolean isOfRows() {
        return factors.isEmpty() && !what.isEmpty();
    }

    /** The one year that it asks about; empty if there are several or any. */
    Optional<Integer> year() {
        return period.map(it -> it.to().getYear())
                .filter(year -> period.get().from().getYear() == year);
    }

    /** Returns true if a period ends in what it asks about, as in registers. */
    boolean covers(Period other) {
        return period.map(it -> it.contains(other.to())).orElse(true);
    }

    /** Returns true if only a part of a period lies in what it asks about; of a year and of rows, the end decides. */
    boolean divides(Period other) {
        return !isOfRows()
                && !(year().isPresent() && period.get().months() == 12)
                && period.filter(it -> it.overlaps(other) && !it.contains(other))
                        .isPresent();
    }

    /** Says what is wrong with a question. */
    public static final class UnreadableCountQuestion extends Exception {

        private final String word;
        private final String hint;

        /** @param word what of the question is wrong; empty for all of it */
        UnreadableCountQuestion(String word, String message, String hint) {
            super(message, null, false, false);
            this.word = word;
            this.hint = hint;
        }

        Counts.Mistake of(String typed) {
            return new Counts.Mistake("E166", Math.max(0, typed.indexOf(word)), getMessage(), hint);
        }
    }
}
