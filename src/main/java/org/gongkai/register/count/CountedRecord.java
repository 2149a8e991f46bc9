package org.gongkai.register.count;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.register.CellReader;
import org.gongkai.register.Period;
import org.gongkai.site.Item;

/**
 * An entry as it counts.
 *
 * @param item the entry
 * @param day the day of its meeting, else of its signing, else of its publication
 * @param period its period or day as the register of its kind sees it; empty if no register does
 * @param groups its 党小组
 * @param event what identifies its sitting; entries about the same one have equal events
 */
public record CountedRecord(Item item, LocalDate day, Optional<Period> period, List<String> groups, Object event) {

    public CountedRecord {
        groups = List.copyOf(groups);
    }

    /** Returns true if a question asks about it, on a day. */
    boolean isMeant(Question question, LocalDate asOf) {
        return !day.isAfter(asOf)
                && (question.year().isEmpty() || isOf(question.year().get()))
                && (question.period().isEmpty() || isWithin(question.period().get()))
                && (question.group().isEmpty()
                        || groups.contains(question.group().get()));
    }

    private boolean isOf(int year) {
        return period.isPresent()
                ? period.get().to().getYear() == year
                : item.entry().years().contains(year);
    }

    /** Returns true if its day, or all of its period, lies in another period. */
    boolean isWithin(Period asked) {
        return period.isPresent()
                ? asked.contains(period.get().from())
                        && asked.contains(period.get().to())
                : asked.contains(day);
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
                .flatMap(text -> CellReader.number(((Value.Text) text).text()));
    }
}
