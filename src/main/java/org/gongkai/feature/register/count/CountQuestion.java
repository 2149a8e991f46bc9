package org.gongkai.feature.register.count;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.config.Organisation.Person;
import org.gongkai.input.config.ValidityPeriod;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.site.link.Counts;
import org.gongkai.text.Period;

/**
 * What a text asks.
 *
 * @param kinds the kinds of the records
 * @param amount what is added up; empty if sittings are counted
 * @param year the year that they belong to; any if empty
 * @param period the period in which they lie; any if empty
 * @param group their 党小组; any if empty
 * @param where words one of which their fields, or the columns of counted rows, hold, separated by 、, by the names of
 *     the fields
 * @param who which of several persons of one name these words mean, if they name one
 */
public record CountQuestion(
        List<Kind> kinds,
        Optional<Amount> amount,
        Optional<Integer> year,
        Optional<Period> period,
        Optional<String> group,
        Map<String, String> where,
        Optional<Namesake> who) {

    /**
     * Something that is added up.
     *
     * @param table the table in whose rows it stands; empty if it stands in the header itself
     * @param factors its field or column, or those whose product it is; empty if the rows themselves are counted
     */
    public record Amount(Optional<FieldSpec> table, List<FieldSpec> factors) {}

    /**
     * One of several persons of one name.
     *
     * @param mark what tells the person from the others
     * @param all the persons of the name
     */
    record Namesake(String mark, List<Person> all) {

        /** The condition that says which one. */
        static final String MARK = "标识";

        /** Where a condition names somebody whose name others have too, it must say who is meant. */
        static Optional<Namesake> of(Map<String, CountCondition> filters, Organisation branch)
                throws UnreadableCountQuestion {
            String mark = filters.containsKey(MARK) ? filters.get(MARK).value() : "";
            for (CountCondition part : filters.values()) {
                for (String word : part.value().split("、")) {
                    List<Person> all = branch.people(word.strip(), "");
                    List<String> marks =
                            all.stream().map(Person::mark).distinct().toList();
                    if (marks.size() > 1 && !marks.contains(mark)) {
                        throw new UnreadableCountQuestion(
                                part.valueOffset(),
                                "有" + marks.size() + "个“" + word.strip() + "”，没有写明是哪一个",
                                marks.stream()
                                        .filter(it -> !it.isEmpty())
                                        .map(it -> MARK + "=" + it)
                                        .collect(Collectors.joining(" 或 ", "加上条件 ", "")));
                    } else if (marks.size() > 1) {
                        return Optional.of(new Namesake(mark, all));
                    }
                }
            }
            return Optional.empty();
        }

        /** Returns whether a value of an entry means the person, because it says so or because no other was there. */
        boolean isMeant(Value.Text value, Entry entry) {
            String said = entry.mark(value);
            return said.equals(mark)
                    || said.isEmpty()
                            && ValidityPeriod.on(EntryFacts.day(entry), all).stream()
                                    .map(Person::mark)
                                    .collect(Collectors.toSet())
                                    .equals(Set.of(mark));
        }
    }

    /** What it counts or adds up, for users, as in 党费收缴公示的实交金额. */
    public String subject() {
        String of = kinds.stream().map(Kind::name).collect(Collectors.joining("、"))
                + amount.map(it -> "的"
                                + Stream.concat(it.factors().stream(), rows().stream())
                                        .map(FieldSpec::name)
                                        .collect(Collectors.joining("×")))
                        .orElse("");
        return where.isEmpty() ? of : of + "（" + String.join("、", new TreeMap<>(where).values()) + "）";
    }

    /** Returns the table whose rows are counted; empty if entries are counted, or amounts added up. */
    public Optional<FieldSpec> rows() {
        return amount.filter(it -> it.factors().isEmpty()).flatMap(Amount::table);
    }

    /** The last day that it asks about; empty if there is none. */
    Optional<LocalDate> end() {
        return period.map(Period::to).or(() -> year.map(it -> LocalDate.of(it, 12, 31)));
    }

    /** The one year that it asks about; empty if there are several or any. */
    Optional<Integer> onlyYear() {
        return year.or(() -> period.filter(it -> it.from().getYear() == it.to().getYear())
                .map(it -> it.to().getYear()));
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
