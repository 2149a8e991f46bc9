package org.gongkai.feature.register.count;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gongkai.feature.register.model.Register;
import org.gongkai.feature.register.spec.RegisterSpec;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.io.Memoized;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.Site.Column;
import org.gongkai.site.link.Counts;

/** Answers what the texts of one audience ask, from what this audience may see. Safe for many threads. */
public final class SiteCounts implements Counts {

    private final Site site;
    private final Supplier<List<Register>> registers;
    private final QuestionReader reader;
    private final Supplier<Records> records;

    /**
     * @param kinds the kinds of the site
     * @param specs definitions of registers
     * @param registers the registers of the same audience
     */
    public SiteCounts(Site site, Kinds kinds, List<RegisterSpec> specs, Supplier<List<Register>> registers) {
        this.site = site;
        this.registers = registers;
        List<String> groups = site.config().organisation().groupNames();
        this.reader = new QuestionReader(kinds, groups);
        this.records = new Memoized<>(() -> {
            List<Item> oldestFirst = new ArrayList<>(site.items());
            Collections.reverse(oldestFirst);
            return new Records(oldestFirst, specs, groups);
        });
    }

    /** The day as of which a text is answered that names none: that of its signing, else of its publication. */
    public static LocalDate day(Entry entry) {
        return entry.dates().signed().orElse(entry.dates().published().toLocalDate());
    }

    @Override
    public Answer answer(String typed, Entry entry) {
        Question question;
        try {
            question = reader.read(typed);
        } catch (UnreadableQuestion unreadable) {
            return new Answer("", "", Optional.of(unreadable.mistake()));
        }
        LocalDate day = question.asOf().orElse(day(entry));
        Optional<Mistake> undecided = records.get()
                .undecided(question, day)
                .map(record -> new Mistake(
                        0,
                        "“" + typed + "”答不出：《" + record.item().entry().title() + "》的期间只有一部分在所问的期间里",
                        "请换成包含它全部期间的期间，或者去掉“期间”、直接写数字"));
        if (undecided.isPresent()) {
            return new Answer("", "", undecided);
        }
        List<CountedRecord> asked = known(records.get().of(question, day), day, entry);
        return new Answer(
                records.get().answer(question, asked).toPlainString(), address(question, asked), Optional.empty());
    }

    @Override
    public Optional<Late> late(String typed, Entry entry) {
        Question question;
        try {
            question = reader.read(typed);
        } catch (UnreadableQuestion unreadable) {
            // Answering it has reported what is wrong.
            return Optional.empty();
        }
        LocalDate day = question.asOf().orElse(day(entry));
        boolean isOver = question.end().filter(end -> !end.isAfter(day)).isPresent();
        List<CountedRecord> now = records.get().of(question, isOver ? site.asOf() : day);
        List<CountedRecord> before = known(now, day, entry);
        BigDecimal was = records.get().answer(question, before);
        BigDecimal is = records.get().answer(question, now);
        return was.compareTo(is) == 0
                ? Optional.empty()
                : Optional.of(new Late(
                        was.toPlainString(),
                        is.toPlainString(),
                        question.amount().isEmpty()
                                ? is.subtract(was).toPlainString() + "次"
                                : now.size() - before.size() + "条记录"));
    }

    /** Those that had happened on a day and had been published by then or, if it was later, with a text. */
    private static List<CountedRecord> known(List<CountedRecord> records, LocalDate day, Entry text) {
        LocalDate published = text.dates().published().toLocalDate();
        LocalDate known = published.isAfter(day) ? published : day;
        return records.stream()
                .filter(record -> !record.day().isAfter(day))
                .filter(record ->
                        !record.item().entry().dates().published().toLocalDate().isAfter(known))
                .toList();
    }

    private String address(Question question, List<CountedRecord> asked) {
        List<String> kinds = question.kinds().stream().map(Kind::name).toList();
        Optional<Integer> year = question.onlyYear();
        return registers.get().stream()
                .filter(register -> register.spec().source().kinds().containsAll(kinds))
                .flatMap(register -> address(register, year).stream())
                .findFirst()
                .or(() -> column(question, asked).map(column -> address(column, year)))
                .orElse("");
    }

    private static Optional<String> address(Register register, Optional<Integer> year) {
        String page = "registers/" + register.spec().id() + "/index.html";
        if (year.isEmpty()) {
            return register.isEmpty() ? Optional.empty() : Optional.of(page);
        }
        return register.years().stream()
                .filter(it -> it.year() == year.get() && !it.rows().isEmpty())
                .findFirst()
                .map(it -> page + "#y" + it.year() + "-rows");
    }

    private String address(Column column, Optional<Integer> year) {
        return site.years().stream()
                .filter(it -> year.isPresent() && it.year() == year.get())
                .filter(it -> !it.of(column).isEmpty())
                .findFirst()
                .map(it -> column.address(it.year()))
                .orElse(year.isPresent() ? "" : column.address());
    }

    /** The column of the records, or that of their kind. */
    private Optional<Column> column(Question question, List<CountedRecord> asked) {
        String name = asked.stream()
                .map(CountedRecord::item)
                .map(Item::entry)
                .map(entry -> entry.categories().get(0))
                .findFirst()
                .orElse(question.kinds().get(0).column());
        return site.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst();
    }
}
