package org.gongkai.feature.register.count;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.ColumnType;
import org.gongkai.feature.register.model.PeriodAmount;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.feature.register.source.RowSource;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.site.Item;
import org.gongkai.site.fact.Facts;
import org.gongkai.text.Period;

/**
 * An entry as it counts.
 *
 * @param item the entry
 * @param facts what it states
 * @param day the day of its meeting, else of its signing, else of its publication
 * @param period its period or day as the register of its kind sees it, else as its header or its title states it, else
 *     the year that it is about if that is not the one of its day; empty if none of these is known
 * @param groups its 党小组
 * @param event the number of its sitting; entries about the same one have the same
 * @param register the register in which its amounts are those of its period, so that none may count twice, if any
 * @param days where its register looks for the day of an entry, or of a row of a table
 */
public record CountedRecord(
        Item item,
        Facts facts,
        LocalDate day,
        Optional<Period> period,
        List<String> groups,
        int event,
        Optional<RegisterSpec> register,
        List<String> days) {

    LocalDate published() {
        return item.entry().dates().published().toLocalDate();
    }

    /** How many issues of a bulletin it is: as many as a joint one has numbers, else one. */
    int issues() {
        return item.entry().kinds().stream()
                .flatMap(kind -> kind.fields().stream())
                .filter(field -> field.type() == FieldType.ISSUE)
                .flatMap(field -> Stream.of(field.name(), "标题.期数"))
                .mapToInt(path -> facts.at(path).size())
                .filter(size -> size > 0)
                .findFirst()
                .orElse(1);
    }

    /** Returns the day from which it is no longer public, if it is known. */
    Optional<LocalDate> gone() {
        Entry.Dates dates = item.entry().dates();
        return dates.withdrawn().or(dates::expires);
    }

    /** Returns true if a question asks about it, or about rows in it, on a day. */
    boolean isMeant(CountQuestion question, LocalDate asOf) {
        return isCandidate(question, asOf)
                && sign(question) != 0
                && (question.rows().isPresent() ? rowsWithin(question).findAny().isPresent() : isWithin(question));
    }

    /** Returns true if its day, or all of its period, lies in what a question asks about. */
    boolean isWithin(CountQuestion question) {
        return question.year().map(this::isOf).orElse(true)
                && question.period().map(this::isWithin).orElse(true);
    }

    /**
     * Returns true if only a part of its period lies in the one that a question asks about, so that its amount cannot
     * be told.
     */
    boolean isUndecided(CountQuestion question, LocalDate asOf) {
        return isCandidate(question, asOf)
                && question.year().map(this::isOf).orElse(true)
                && (question.rows().isEmpty()
                        || rows(question)
                                .anyMatch(row -> ownPeriod(question, row).isEmpty()))
                && question.period()
                        .filter(asked -> !isWithin(asked))
                        .filter(asked -> period.filter(asked::overlaps).isPresent())
                        .isPresent();
    }

    private Entry entry() {
        return item.entry();
    }

    private String adjustment() {
        return register.map(spec -> spec.adjustment(entry())).orElse("");
    }

    PeriodAmount<CountedRecord> ofPeriod() {
        return new PeriodAmount<>(this, entry(), period, groups, adjustment());
    }

    /**
     * Returns 1 if the number that a question asks about counts, -1 if it is subtracted, 0 if it is only told or if
     * records are counted, of which no adjustment is one. A question that asks for adjustments by their name asks for
     * what they state.
     */
    int sign(CountQuestion question) {
        boolean isAskedFor = entry().kinds().stream()
                .flatMap(kind -> kind.adjusting().stream())
                .anyMatch(it -> question.where().containsKey(it.name()));
        if (isAskedFor || adjustment().isEmpty() || !register.get().isAdjusted()) {
            return 1;
        }
        return question.amount().stream()
                .flatMap(amount -> amount.factors().stream())
                .mapToInt(field -> register.get().sign(adjustment(), field.name()))
                .findFirst()
                .orElse(0);
    }

    private boolean isCandidate(CountQuestion question, LocalDate asOf) {
        return !day.isAfter(asOf)
                && question.group().map(groups::contains).orElse(true)
                && (question.rows().isPresent() || has(question, facts));
    }

    private boolean has(CountQuestion question, Facts facts) {
        return question.where().entrySet().stream().allMatch(it -> Stream.of(
                        it.getValue().split("、"))
                .anyMatch(word -> facts.counted(it.getKey()).contains(word)
                        && question.who()
                                .filter(who -> who.all().get(0).name().equals(word))
                                .map(who -> facts.typed(it.getKey()).stream()
                                        .filter(value -> value.text().strip().equals(word))
                                        .anyMatch(value -> who.isMeant(value, entry())))
                                .orElse(true)));
    }

    private boolean isOf(int year) {
        return period.isPresent()
                ? period.get().to().getYear() == year
                : item.entry().years().contains(year);
    }

    /** Returns true if its day, or all of its period, lies in another period. */
    boolean isWithin(Period asked) {
        return period.map(asked::contains).orElseGet(() -> asked.contains(day));
    }

    /** Returns the amount that stands in the entry; empty if none does. */
    Optional<BigDecimal> amount(CountQuestion question) {
        CountQuestion.Amount amount = question.amount().orElseThrow();
        if (question.rows().isPresent()) {
            return Optional.of(BigDecimal.valueOf(rowsWithin(question).count()));
        }
        return amount.table().map(this::rows).orElse(List.of(facts)).stream()
                .flatMap(stated -> product(amount.factors(), stated).stream())
                .reduce(BigDecimal::add);
    }

    private static Optional<BigDecimal> product(List<FieldSpec> factors, Facts facts) {
        return factors.stream()
                .map(factor -> ColumnType.number(facts.text(factor.name())))
                .reduce((one, other) -> one.flatMap(number -> other.map(number::multiply)))
                .flatMap(number -> number);
    }

    /** Returns the number of rows that a question asks about, whenever that was. */
    long rowCount(CountQuestion question) {
        return rows(question).count();
    }

    /** The rows within what a question asks about, by their own day, as in their register, else by the record's. */
    private Stream<Facts> rowsWithin(CountQuestion question) {
        return rows(question).filter(row -> {
            Optional<Period> own = ownPeriod(question, row);
            return own.isEmpty()
                    ? isWithin(question)
                    : question.year()
                                    .map(year -> own.get().to().getYear() == year)
                                    .orElse(true)
                            && question.period()
                                    .map(asked -> asked.contains(own.get()))
                                    .orElse(true);
        });
    }

    private Stream<Facts> rows(CountQuestion question) {
        return rows(question.rows().orElseThrow()).stream().filter(row -> has(question, row));
    }

    private List<Facts> rows(FieldSpec table) {
        return RowSource.tableRows(List.of(table.name()), item, facts);
    }

    private Optional<Period> ownPeriod(CountQuestion question, Facts row) {
        int year = Math.max(item.entry().years().get(0), day.getYear());
        return days.stream()
                .filter(path -> question.rows().get().column(path).isPresent())
                .flatMap(path -> row.at(path).stream().limit(1))
                .flatMap(word -> Period.parse(word, year).stream())
                .findFirst();
    }
}
