package org.gongkai.feature.register.count;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.ColumnType;
import org.gongkai.feature.register.model.PeriodAmount;
import org.gongkai.feature.register.model.RegisterBuilder;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.feature.register.source.RowSource;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.site.fact.Facts;
import org.gongkai.text.DateText;
import org.gongkai.text.Period;

/**
 * A sitting, another entry, or a row of a table in one, as it counts.
 *
 * @param facts what the entries about it state
 * @param day the day of its meeting, else of its signing, else of its publication
 * @param period its period or day as the register of its kind sees it, else as its header or its title states it, else
 *     the year that it is about if that is not the one of its day, else its day
 * @param register the register of its kind, if there is one
 * @param rows the rows of the table that is asked about
 */
public record CountedRecord(
        Facts facts, LocalDate day, Period period, Optional<RegisterSpec> register, List<CountedRecord> rows) {

    /** Reads what some facts state, with the rows of a table in the first of their entries that has some. */
    static CountedRecord of(Facts facts, Optional<RegisterSpec> register, Optional<FieldSpec> table) {
        Entry entry = facts.entries().get(0).entry();
        LocalDate day = DateText.day(facts.text("会议.时间"))
                .or(() -> entry.dates().signed())
                .orElse(entry.dates().published().toLocalDate());
        int year = entry.years().get(0);
        Period period = register.flatMap(spec -> RegisterBuilder.period(spec, facts))
                .or(() -> first(facts, "期间", "标题.期间").stream()
                        .flatMap(word -> Period.parse(word, year).stream())
                        .findFirst())
                .orElseGet(() -> entry.years().contains(day.getYear())
                        ? new Period(day, day, "")
                        : Period.of(year, 12).get(0));
        List<CountedRecord> rows = table.stream()
                .flatMap(it ->
                        facts.entries().stream().map(item -> RowSource.tableRows(List.of(it.name()), item, facts)))
                .filter(of -> !of.isEmpty())
                .limit(1)
                .flatMap(of -> of.stream().map(row -> of(row, register, Optional.empty())))
                .toList();
        return new CountedRecord(facts, day, period, register, rows);
    }

    private static List<String> first(Facts facts, String... paths) {
        return Stream.of(paths)
                .map(facts::at)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The first entry about it. */
    public Entry entry() {
        return facts.entries().get(0).entry();
    }

    /** Returns what of it a question asks about whenever that was, if it was there on a day: itself, or its rows. */
    List<CountedRecord> parts(CountQuestion question, LocalDate asOf) {
        boolean isAsked = !day.isAfter(asOf)
                && sign(question) != 0
                && question.group().map(groups()::contains).orElse(true);
        List<CountedRecord> all = question.amount().table().isPresent() ? rows : List.of(this);
        return (isAsked ? all : List.<CountedRecord>of())
                .stream()
                        .filter(part -> question.where().entrySet().stream()
                                .allMatch(it ->
                                        part.facts.counted(it.getKey()).stream().anyMatch(it.getValue()::contains)))
                        .toList();
    }

    private List<String> groups() {
        return first(facts, "会议.党小组", "党小组", "标题.党小组");
    }

    /** Returns true if its day, or all of its period, lies in what a question asks about; of some its end suffices. */
    boolean isWithin(CountQuestion question) {
        return question.period()
                .map(asked -> question.isByEnd() ? asked.contains(period.to()) : asked.contains(period))
                .orElse(true);
    }

    /** Returns true if only a part of its period lies in what a question asks about, so that its number is unknown. */
    boolean isDivided(CountQuestion question) {
        return !question.isByEnd()
                && !isWithin(question)
                && question.period().filter(period::overlaps).isPresent();
    }

    /**
     * Returns the number that it adds or subtracts: what it states, how many issues a joint bulletin is, or 1; empty if
     * it states none.
     */
    Optional<BigDecimal> number(CountQuestion question) {
        int one = question.isOfRecords() ? issues() : sign(question);
        return question.amount().factors().stream()
                .map(factor -> ColumnType.number(facts.text(factor.name())))
                .reduce(
                        Optional.of(BigDecimal.valueOf(one)),
                        (before, next) -> before.flatMap(number -> next.map(number::multiply)));
    }

    private int issues() {
        return entry().kinds().stream()
                .flatMap(kind -> kind.fields().stream())
                .filter(field -> field.type() == FieldType.ISSUE)
                .flatMap(field -> Stream.of(field.name(), "标题.期数"))
                .mapToInt(path -> facts.at(path).size())
                .filter(size -> size > 0)
                .findFirst()
                .orElse(1);
    }

    PeriodAmount<CountedRecord> ofPeriod() {
        return new PeriodAmount<>(
                this, entry(), Optional.of(period).filter(it -> it.from().isBefore(it.to())), groups(), adjustment());
    }

    private String adjustment() {
        return register.filter(RegisterSpec::isByPeriod)
                .map(spec -> spec.adjustment(entry()))
                .orElse("");
    }

    /**
     * Returns 1 if the number that a question asks about counts, -1 if it is subtracted, 0 if it is only told or if
     * records are counted, of which no adjustment is one. A question that asks for adjustments by their name asks for
     * what they state.
     */
    private int sign(CountQuestion question) {
        boolean isAskedFor = entry().kinds().stream()
                .flatMap(kind -> kind.adjusting().stream())
                .anyMatch(it -> question.where().containsKey(it.name()));
        if (isAskedFor || adjustment().isEmpty() || !register.get().isAdjusted()) {
            return 1;
        }
        return question.amount().factors().stream()
                .mapToInt(field -> register.get().sign(adjustment(), field.name()))
                .findFirst()
                .orElse(0);
    }
}
