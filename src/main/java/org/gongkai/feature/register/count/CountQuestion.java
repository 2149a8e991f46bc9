package org.gongkai.feature.register.count;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.site.link.Counts;
import org.gongkai.text.Period;

/**
 * What a text asks.
 *
 * @param kinds the kinds of the records
 * @param amount what is added up
 * @param period the period in which they lie; any if empty
 * @param group their 党小组; any if empty
 * @param where words one of which their fields, or the columns of counted rows, hold, by the paths of these
 */
public record CountQuestion(
        List<Kind> kinds,
        Amount amount,
        Optional<Period> period,
        Optional<String> group,
        Map<String, List<String>> where) {

    /**
     * What is added up.
     *
     * @param table the table whose rows are counted, or in whose rows the numbers stand; empty for the header itself
     * @param factors the fields or columns whose product it is; empty if records or rows are counted
     */
    public record Amount(Optional<FieldSpec> table, List<FieldSpec> factors) {}

    /** What it counts or adds up, for users, as in 党费收缴公示的实交金额. */
    public String subject() {
        String of = kinds.stream().map(Kind::name).collect(Collectors.joining("、"));
        String what = (isOfRows() ? amount.table.stream() : amount.factors.stream())
                .map(FieldSpec::name)
                .collect(Collectors.joining("×"));
        String words = where.values().stream().flatMap(List::stream).collect(Collectors.joining("、"));
        return of + (what.isEmpty() ? "" : "的" + what) + (words.isEmpty() ? "" : "（" + words + "）");
    }

    /** Returns whether it counts the rows of a table. */
    public boolean isOfRows() {
        return amount.table.isPresent() && amount.factors.isEmpty();
    }

    /** Returns whether it counts records. */
    boolean isOfRecords() {
        return amount.table.isEmpty() && amount.factors.isEmpty();
    }

    /** The one year that it asks about; empty if there are several or any. */
    Optional<Integer> year() {
        return period.map(it -> it.to().getYear())
                .filter(year -> period.get().from().getYear() == year);
    }

    /** Returns whether the last day decides: that of a row of a table, or of anything in a year, as in registers. */
    boolean isByEnd() {
        return isOfRows() || year().isPresent() && period.get().months() == 12;
    }

    /** Says what is wrong with a question. */
    public static final class UnreadableCountQuestion extends Exception {

        private final transient Counts.Mistake mistake;

        UnreadableCountQuestion(int offset, String message, String hint) {
            super(message, null, false, false);
            this.mistake = new Counts.Mistake("E166", offset, message, hint);
        }

        Counts.Mistake mistake() {
            return mistake;
        }
    }
}
