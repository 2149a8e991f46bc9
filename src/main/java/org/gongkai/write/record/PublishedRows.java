package org.gongkai.write.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.check.branch.Posts;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.KindRows;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.text.Period;
import org.gongkai.write.form.FormValue;
import org.gongkai.write.record.DraftRecords.Unfinished;

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

    /** Returns the rows that a table of a new entry takes over. */
    List<Unfinished> unfinished(Kind kind, FieldSpec table, Period period) {
        List<Unfinished> all = new ArrayList<>();
        for (KindRows wanted : kind.drafting().unfinished()) {
            if (wanted.into().equals(table.name())) {
                for (Row row : meant(wanted, before(wanted, period))) {
                    all.add(takenOver(table, wanted, row, all.size() + 1, period.from()));
                }
            }
        }
        return all;
    }

    /** Takes over a row; who is responsible is told as the branch is now, or when the period begins. */
    private Unfinished takenOver(FieldSpec table, KindRows wanted, Row row, int number, LocalDate from) {
        Posts posts = new Posts(site.config().data().organisation());
        LocalDate day = from.isAfter(site.asOf()) ? from : site.asOf();
        List<String> source = new ArrayList<>(List.of(
                "结转自《" + row.entry().title() + "》（" + row.entry().path() + "）",
                "原来的状态：" + row.state(wanted),
                "时限：" + row.text("时限")));
        Map<String, FormValue> cells = new LinkedHashMap<>();
        cells.put("序号", FormValue.of(String.valueOf(number)));
        String subject = wanted.columns().get(0);
        String target = table.requiredColumns().stream().findFirst().orElse(subject);
        for (String column : wanted.columns()) {
            boolean isSubject = column.equals(subject);
            String typed = row.text(column);
            String now = table.column(column)
                    .filter(it -> it.type() == FieldType.PERSON)
                    .map(it -> posts.present(typed, day))
                    .orElse(typed);
            if (!now.equals(typed)) {
                source.add("原来的" + column + "：" + typed + "，已经照现在的组织情况改");
            }
            cells.put(isSubject ? target : column, FormValue.of((isSubject ? wanted.words() : "") + now));
        }
        cells.put("备注", FormValue.of("结转"));
        cells.entrySet()
                .removeIf(cell ->
                        cell.getValue().isBlank() || table.column(cell.getKey()).isEmpty());
        source.removeIf(told -> told.endsWith("："));
        return new Unfinished(String.join("，", source), new FormValue.Group(cells));
    }

    /** Returns the rows of the last entries whose period is over when another one begins. */
    private List<Row> before(KindRows wanted, Period period) {
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
