package org.gongkai.feature.register.count;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.PeriodAmount;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.feature.register.model.RegisterSpec.RowType;
import org.gongkai.feature.register.source.RowSource;
import org.gongkai.feature.register.source.SameEvent;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.site.Item;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.site.fact.Facts;
import org.gongkai.text.Period;

/**
 * The entries that count, by kind. Safe for many threads.
 *
 * @param items the entries that may be seen, oldest first
 * @param registers definitions of registers, which say what identifies a sitting and which year it belongs to
 * @param branch knows the 党小组 and persons of one name
 * @param known the records of kinds, with the rows of a table, that were asked for
 */
public record CountedRecords(
        Collection<Item> items,
        List<RegisterSpec> registers,
        Organisation branch,
        Map<List<?>, List<CountedRecord>> known) {

    public CountedRecords(Collection<Item> items, List<RegisterSpec> registers, Organisation branch) {
        this(items, registers, branch, new ConcurrentHashMap<>());
    }

    /** Returns the records that a question asks about, as of a day. */
    public List<CountedRecord> of(CountQuestion question, LocalDate asOf) {
        return all(question).stream()
                .filter(record -> record.parts(question, asOf).stream().anyMatch(part -> part.isWithin(question)))
                .toList();
    }

    /** Returns a record of which it cannot be told whether, or how much of it, a question asks about. */
    public Optional<CountedRecord> undecided(CountQuestion question, LocalDate asOf) {
        List<Period> told =
                of(question, asOf).stream().map(CountedRecord::period).toList();
        return all(question).stream()
                .filter(record -> record.parts(question, asOf).stream().anyMatch(part -> part.isDivided(question)))
                // The month of a quarter may have a record of its own.
                .filter(record -> !question.period().get().isCoveredBy(told))
                .findFirst();
    }

    /**
     * Returns the answer to a question that asks about these records: the number of sittings, issues or rows, or a sum.
     * What belongs to one amount of a period is put together as in registers.
     */
    public BigDecimal answer(CountQuestion question, List<CountedRecord> asked) {
        List<CountedRecord> parts = asked.stream()
                .flatMap(record -> record.parts(question, LocalDate.MAX).stream())
                .filter(part -> part.isWithin(question) && part.number(question).isPresent())
                .toList();
        Optional<RegisterSpec> register = asked.stream()
                .filter(record -> !question.isOfRecords())
                .flatMap(record -> record.register().filter(RegisterSpec::isByPeriod).stream())
                .findFirst();
        List<CountedRecord> counted = new ArrayList<>(register.isEmpty() ? parts : List.of());
        register.ifPresent(spec -> PeriodAmount.wholes(
                        spec, parts.stream().map(CountedRecord::ofPeriod).toList())
                .forEach(whole -> {
                    counted.add(whole.counted());
                    counted.addAll(whole.adjusting());
                }));
        return counted.stream().map(part -> part.number(question).get()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Returns true if these records are known to be all that a question asks about: none of them lacks its amount or
     * lies in the period only in part, and those that are of periods have no gap between them.
     */
    public boolean areComplete(CountQuestion question, List<CountedRecord> asked, LocalDate asOf) {
        List<Period> spans = asked.stream()
                .map(CountedRecord::period)
                .filter(period -> period.from().isBefore(period.to()))
                .toList();
        return !asked.isEmpty()
                && undecided(question, asOf).isEmpty()
                && asked.stream().allMatch(record -> record.parts(question, asOf).stream()
                        .anyMatch(part -> part.number(question).isPresent()))
                && (spans.isEmpty()
                        || question.period().map(it -> it.isCoveredBy(spans)).orElse(true));
    }

    /**
     * Returns other numbers that a text may mean by rows of tables: those of the records of the period, whenever the
     * rows themselves are due, and those of any one record.
     */
    public List<BigDecimal> alternatives(CountQuestion question, LocalDate asOf) {
        if (!question.isOfRows()) {
            return List.of();
        }
        CountQuestion any = new CountQuestion(
                question.kinds(), question.amount(), Optional.empty(), question.group(), question.where());
        List<CountedRecord> all = of(any, asOf);
        return Stream.concat(
                        Stream.of(all.stream()
                                .filter(record -> record.isWithin(question))
                                .toList()),
                        all.stream().map(List::of))
                .map(some -> answer(any, some))
                .toList();
    }

    private List<CountedRecord> all(CountQuestion question) {
        List<String> kinds = question.kinds().stream().map(Kind::name).toList();
        Optional<FieldSpec> table = question.amount().table();
        return known.computeIfAbsent(List.of(kinds, table.map(FieldSpec::name)), any -> records(kinds, table));
    }

    /** The records of some kinds; entries about one sitting are one, and sittings that were not held are none. */
    private List<CountedRecord> records(List<String> kinds, Optional<FieldSpec> table) {
        List<RegisterSpec> possible = registers.stream()
                .filter(spec -> spec.source().kinds().containsAll(kinds))
                .filter(spec ->
                        spec.source().type() == RowType.ENTRY || spec.source().type() == RowType.TABLE_ROW)
                .toList();
        Optional<RegisterSpec> register = possible.stream()
                .filter(RegisterSpec::isByPeriod)
                .findFirst()
                .or(() -> possible.stream().findFirst());
        List<Facts> rows = items.stream()
                .filter(item -> item.entry().kinds().stream().anyMatch(kind -> kinds.contains(kind.name())))
                .map(item -> RowSource.ofPersons(new EntryFacts(item, kinds, branch.groupNames()), branch))
                .toList();
        List<String> identity = register.map(spec -> spec.source().sameEvent())
                .filter(paths -> !paths.isEmpty())
                .orElse(SameEvent.SITTING);
        return (register.filter(RegisterSpec::isByPeriod).isPresent() ? rows : SameEvent.merge(rows, identity))
                .stream()
                        .filter(facts -> facts.text("会议.状态").isEmpty() || !isMeeting(facts, kinds))
                        .map(facts -> CountedRecord.of(facts, register, table))
                        .toList();
    }

    private static boolean isMeeting(Facts facts, List<String> kinds) {
        return facts.entries().stream()
                .flatMap(item -> item.entry().kinds().stream())
                .anyMatch(kind -> kinds.contains(kind.name())
                        && !kind.words(Trait.CALENDAR).isEmpty());
    }
}
