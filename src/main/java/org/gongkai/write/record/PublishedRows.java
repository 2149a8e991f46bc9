package org.gongkai.write.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.input.entry.kind.KindRows;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.text.Period;

/**
 * The rows of tables in the headers of published entries.
 *
 * @param scope the 公开范围 of the entry that takes them, which is not told what only fewer may see
 */
record PublishedRows(Site site, String scope) {

    record Row(Entry entry, FieldSpec table, Value.Fields cells) {

        String text(String column) {
            return table.cell(cells, column).orElse("");
        }

        /** Returns whether a column for persons names one by any of these words. */
        boolean isOf(List<String> words) {
            return table.columns().stream()
                    .filter(column -> column.type() == FieldType.PERSON)
                    .flatMap(column -> Stream.of(text(column.name()).split("[、，,]")))
                    .anyMatch(words::contains);
        }

        /** Returns when it is due, as far as it says so; 年底 and 全年 are those of the year of its entry. */
        Optional<Period> due() {
            int year = DraftPeriod.of(entry).to().getYear();
            return Period.parse(text("时限").replaceFirst("^(?:年[底末内]|全年).*", year + "年"), year);
        }

        /** Returns whether it has one of these states, or states none. */
        private boolean isIn(List<String> states) {
            return state(states)
                    .map(column -> table.cell(cells, column.name())
                            .map(typed ->
                                    states.contains(column.canonical(typed).orElse("")))
                            .orElse(true))
                    .orElse(false);
        }

        /** The column for these states. */
        private Optional<FieldSpec> state(List<String> states) {
            return table.columns().stream()
                    .filter(column -> Choice.words(column.choices()).containsAll(states))
                    .findFirst();
        }

        /** Returns what its state is, as it is written. */
        String state(KindRows wanted) {
            return state(wanted.states()).map(column -> text(column.name())).orElse("");
        }
    }

    /** Returns the rows that tell of a period, oldest entry first. */
    List<Row> of(KindRows wanted, Period period) {
        return rows(wanted, entry -> {
            Period own = DraftPeriod.of(entry);
            return wanted.earlier() ? !own.from().isAfter(period.to()) : own.overlaps(period);
        });
    }

    /** Returns the rows of the last entries whose period is over when another one begins. */
    List<Row> before(KindRows wanted, Period period) {
        if (wanted.earlier()) {
            return of(wanted, period);
        }
        Optional<LocalDate> last = rows(wanted, entry -> true).stream()
                .map(row -> DraftPeriod.of(row.entry()).to())
                .filter(period.from()::isAfter)
                .max(LocalDate::compareTo);
        return rows(
                wanted, entry -> last.filter(DraftPeriod.of(entry).to()::equals).isPresent());
    }

    /** Returns those of some rows that a kind means by their state. */
    static List<Row> meant(KindRows wanted, List<Row> rows) {
        return wanted.states().isEmpty()
                ? rows
                : rows.stream().filter(row -> row.isIn(wanted.states())).toList();
    }

    private List<Row> rows(KindRows wanted, Predicate<Entry> meant) {
        return site.items().stream()
                .map(Item::entry)
                .filter(entry ->
                        entry.kinds().stream().anyMatch(kind -> kind.name().equals(wanted.kind())))
                .filter(entry -> width(entry.publication().scope()) <= width(scope))
                .filter(meant)
                .sorted((one, other) ->
                        one.dates().published().compareTo(other.dates().published()))
                .flatMap(entry -> entry.own(wanted.field()).stream()
                        .flatMap(own -> own.rows().stream().map(row -> new Row(entry, own.spec(), row))))
                .toList();
    }

    private static int width(String scope) {
        return SiteConfig.SCOPES.indexOf(scope);
    }
}
