package org.gongkai.feature.register.count;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.feature.register.model.PeriodRows;
import org.gongkai.feature.register.spec.ColumnType;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.site.Item;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.text.Period;

/**
 * An entry as it counts.
 *
 * @param item the entry
 * @param day the day of its meeting, else of its signing, else of its publication
 * @param period its period or day as the register of its kind sees it, else as its header or its title states it, else
 *     the year that it is about if that is not the one of its day; empty if none of these is known
 * @param groups its 党小组
 * @param event the number of its sitting; entries about the same one have the same
 * @param isOfPeriod whether its amounts are those of its period, so that none may count twice
 */
public record CountedRecord(
        Item item, LocalDate day, Optional<Period> period, List<String> groups, int event, boolean isOfPeriod) {

    public CountedRecord {
        groups = List.copyOf(groups);
    }

    LocalDate published() {
        return item.entry().dates().published().toLocalDate();
    }

    /** Returns the day from which it is no longer public, if it is known. */
    Optional<LocalDate> gone() {
        Entry.Dates dates = item.entry().dates();
        return dates.withdrawn().or(dates::expires);
    }

    /** Returns true if a question asks about it, on a day. */
    boolean isMeant(Question question, LocalDate asOf) {
        return isCandidate(question, asOf)
                && question.period().map(this::isWithin).orElse(true);
    }

    /**
     * Returns true if only a part of its period lies in the one that a question asks about, so that its amount cannot
     * be told.
     */
    boolean isUndecided(Question question, LocalDate asOf) {
        return isCandidate(question, asOf)
                && question.period()
                        .filter(asked -> !isWithin(asked))
                        .filter(asked -> period.filter(asked::overlaps).isPresent())
                        .isPresent();
    }

    /** Returns true if its amount stands for that of another record, which was published earlier or later. */
    boolean replaces(boolean isLater, CountedRecord other) {
        return isOfPeriod
                && other.isOfPeriod
                && groups.equals(other.groups)
                && period.isPresent()
                && other.period.isPresent()
                && PeriodRows.replaces(period.get(), item.entry(), isLater, other.period.get(), other.item.entry());
    }

    private boolean isCandidate(Question question, LocalDate asOf) {
        return !day.isAfter(asOf)
                && question.year().map(this::isOf).orElse(true)
                && question.group().map(groups::contains).orElse(true)
                && question.where().entrySet().stream().allMatch(it -> has(it.getKey(), it.getValue()));
    }

    private boolean has(String field, String word) {
        return new EntryFacts(item, List.of(), groups).counted(field).contains(word);
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
    Optional<BigDecimal> amount(Question.Amount amount) {
        List<Optional<BigDecimal>> found = new ArrayList<>();
        for (Entry.OwnField own : item.entry().own()) {
            boolean isTable = amount.table().filter(own.spec()::equals).isPresent();
            if (isTable) {
                own.rows().stream()
                        .map(FieldReader::new)
                        .forEach(row -> found.add(
                                number(row.value(amount.field().names().toArray(String[]::new)))));
            } else if (amount.table().isEmpty() && own.spec().equals(amount.field())) {
                found.add(number(Optional.of(own.value())));
            }
        }
        return found.stream().flatMap(Optional::stream).reduce(BigDecimal::add);
    }

    private static Optional<BigDecimal> number(Optional<Value> value) {
        return value.filter(Value.Text.class::isInstance)
                .flatMap(text -> ColumnType.number(((Value.Text) text).text()));
    }
}
