package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.contradiction.ProseFactReader.Sentence;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.TotalRow;
import org.gongkai.text.DateText;
import org.gongkai.text.FullWidth;
import org.gongkai.text.MomentText;
import org.gongkai.text.WrittenNumber;

/**
 * Reads what the tables in the header of an entry state: {@code TABLE.数}, the number of rows without totals, and of
 * each column {@code TABLE.COLUMN.和}, the sum, {@code .最小}, the least number, {@code .名}, the words, {@code .种}, how
 * many different ones, {@code .重}, the first that stands twice, {@code .最早}
 * and {@code .最晚}, the first and the last day, and {@code TABLE.COLUMN.WORD}, how often each word of an enumeration
 * stands there.
 */
final class HeaderTables {

    /** What the names of facts of one row begin with. */
    static final String ROW = "行.";

    private HeaderTables() {}

    static Map<String, StatedFact> read(Entry entry) {
        Map<String, StatedFact> facts = new HashMap<>();
        for (Entry.OwnField own : entry.own()) {
            if (own.value() instanceof Value.Items items
                    && !own.spec().columns().isEmpty()) {
                read(own.spec(), items, facts);
            }
        }
        return facts;
    }

    /** Returns days of a header with the day of the week, and the cells of each row: 行.COLUMN and 行.TABLE.COLUMN. */
    static List<Sentence> rows(Entry entry, Map<String, StatedFact> header) {
        List<Sentence> rows = new ArrayList<>();
        header.forEach((name, day) -> Optional.ofNullable(header.get(name + ".写的星期"))
                .ifPresent(written -> rows.add(
                        Sentence.of("", Map.of("行.有星期的日", day.value(), "行.写的星期", written.value()), written.at()))));
        for (Entry.OwnField own : entry.own()) {
            for (Value.Fields row : own.rows()) {
                Map<String, StatedFact> facts = new HashMap<>();
                row.fields().forEach(cell -> own.spec()
                        .column(cell.key().text())
                        .filter(column -> cell.value() instanceof Value.Text text && !text.isBlank())
                        .ifPresent(column -> {
                            String text = ((Value.Text) cell.value()).text();
                            Comparable<?> value = StatedFact.read(text, entry.year());
                            Stream.of("", own.spec().name() + ".")
                                    .map(table -> ROW + table + column.name())
                                    .forEach(name -> facts.put(name, new StatedFact(name, value, cell.value())));
                            if (text.indexOf('周') >= 0 || text.contains("星期")) {
                                MomentText.parse(MomentText.completed(text, StatedFact.year(text, 0, text, entry)))
                                        .ifPresent(moment -> moment.weekday().ifPresent(day -> {
                                            HeaderFactReader.put(
                                                    "行.有星期的日", moment.start().toLocalDate(), cell.value(), facts);
                                            HeaderFactReader.put("行.写的星期", DateText.weekday(day), cell.value(), facts);
                                        }));
                            }
                        }));
                rows.add(new Sentence("", facts));
            }
        }
        return rows;
    }

    private static void read(FieldSpec table, Value.Items items, Map<String, StatedFact> facts) {
        List<Value.Fields> rows = items.items().stream()
                .filter(it -> it instanceof Value.Fields row
                        && TotalRow.word(table, row).isEmpty())
                .map(Value.Fields.class::cast)
                .toList();
        put(table.name() + ".数", BigDecimal.valueOf(rows.size()), items, facts);
        for (FieldSpec column : table.columns()) {
            String name = table.name() + "." + column.name();
            List<String> cells = rows.stream()
                    .flatMap(row -> table.cell(row, column.name()).stream())
                    .filter(cell -> !cell.isBlank())
                    .toList();
            List<BigDecimal> numbers = cells.stream()
                    .flatMap(cell -> WrittenNumber.read(cell).stream())
                    .toList();
            if (numbers.size() == cells.size()) {
                numbers.stream().min(BigDecimal::compareTo).ifPresent(it -> put(name + ".最小", it, items, facts));
                put(name + ".和", numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add), items, facts);
            }
            put(name + ".名", HeaderFactReader.names(cells), items, facts);
            cells.stream()
                    .filter(cell -> Collections.frequency(cells, cell) > 1)
                    .findFirst()
                    .ifPresent(twice -> put(name + ".重", twice, items, facts));
            put(name + ".种", BigDecimal.valueOf(cells.stream().distinct().count()), items, facts);
            List<LocalDate> days = cells.stream()
                    .flatMap(cell -> DateText.day(cell).stream())
                    .sorted()
                    .toList();
            if (!days.isEmpty()) {
                put(name + ".最早", days.get(0), items, facts);
                put(name + ".最晚", days.get(days.size() - 1), items, facts);
            }
            List<String> words = column.counted(cells);
            column.choices()
                    .forEach(choice -> put(
                            name + "." + choice.name(),
                            BigDecimal.valueOf(
                                    words.stream().filter(choice.name()::equals).count()),
                            items,
                            facts));
        }
    }

    private static void put(String name, Comparable<?> value, Value.Items at, Map<String, StatedFact> facts) {
        facts.put(name, new StatedFact(name, value, at));
    }

    /**
     * What the only table with states states: how many rows there are, 表.行数, and how many in each state, such as
     * 表.已完成数; which of them are done, 表.已完成项; and the last day on which one was, 表.已完成日.
     */
    static final class RowFacts {

        private static final Set<String> UNDONE = Set.of("未完成", "未开始", "进行中");

        /** Shorter texts may be about several things. */
        private static final int SHORTEST = 5;

        private static final Pattern DAY = Pattern.compile("(?:\\d{4}[年./-])?\\d{1,2}月\\d{1,2}日|" + DateText.DAY);

        private RowFacts() {}

        static void read(Entry entry, Map<String, StatedFact> facts) {
            List<Entry.OwnField> tables = entry.own().stream()
                    .filter(own -> own.spec().state().isPresent())
                    .toList();
            if (tables.size() != 1) {
                return;
            }
            Entry.OwnField table = tables.get(0);
            FieldSpec column = table.spec().state().orElseThrow();
            int place = 0;
            for (Value.Fields row : table.rows()) {
                String number = table.spec().cell(row, "序号").orElse("").strip();
                place = number.matches("\\d{1,3}") ? Integer.parseInt(number) : place + 1;
                String typed = table.spec().cell(row, column.name()).orElse("");
                String state = column.canonical(typed).orElse("");
                add(facts, "表.行数", row);
                add(facts, "表." + state + "数", row);
                if (state.equals(FieldSpec.DONE)) {
                    String before = Optional.ofNullable(facts.get("表.已完成项"))
                            .map(StatedFact::text)
                            .orElse("、");
                    facts.put("表.已完成项", new StatedFact("表.已完成项", before + place + "、", row));
                    done(entry, typed)
                            .ifPresent(day -> facts.merge(
                                    "表.已完成日",
                                    new StatedFact("表.已完成日", day, row),
                                    (one, other) -> ((LocalDate) one.value()).isBefore(day) ? other : one));
                }
            }
        }

        /**
         * Returns what an entry states of each row with a state, by what the row is about if it stands once: {@code
         * 项.已完成} or {@code 项.没完成}, {@code 项.完成情况}, {@code 项.责任人} and {@code 项.完成日}.
         */
        static Map<String, Statement> states(Statement all) {
            Map<String, Statement> states = new HashMap<>();
            Set<String> twice = new HashSet<>();
            for (Entry.OwnField own : all.entry().own()) {
                FieldSpec column = own.spec().state().orElse(null);
                for (Value.Fields row : column == null ? List.<Value.Fields>of() : own.rows()) {
                    String about = Stream.of("承诺人", "内容", "问题")
                            .flatMap(name -> own.spec().cell(row, name).stream())
                            .collect(Collectors.joining(" "));
                    String state = own.spec()
                            .cell(row, column.name())
                            .flatMap(column::canonical)
                            .orElse("");
                    if (about.length() >= SHORTEST && (state.equals(FieldSpec.DONE) || UNDONE.contains(state))) {
                        String name = state.equals(FieldSpec.DONE) ? "项.已完成" : "项.没完成";
                        String key = own.spec().name() + " " + about;
                        List<StatedFact> facts = new ArrayList<>(List.of(
                                new StatedFact(name, about + "，" + state, row),
                                new StatedFact("项.完成情况", state.equals(FieldSpec.DONE) ? "已完成" : "没有完成", row)));
                        own.spec().cell(row, "责任人").ifPresent(who -> facts.add(new StatedFact("项.责任人", who, row)));
                        own
                                .spec()
                                .cell(row, column.name())
                                .filter(typed -> state.equals(FieldSpec.DONE))
                                .map(FullWidth::narrow)
                                .stream()
                                .flatMap(typed -> DAY.matcher(typed).results())
                                .map(day -> StatedFact.read(day.group(), StatedFact.year(day.group(), all.entry())))
                                .forEach(day -> facts.add(new StatedFact("项.完成日", day, row)));
                        if (states.put(key, all.with(facts.toArray(StatedFact[]::new))) != null) {
                            twice.add(key);
                        }
                    }
                }
            }
            states.keySet().removeAll(twice);
            return states;
        }

        private static void add(Map<String, StatedFact> facts, String name, Value row) {
            facts.merge(
                    name,
                    new StatedFact(name, BigDecimal.ONE, row),
                    (before, one) ->
                            new StatedFact(name, ((BigDecimal) before.value()).add(BigDecimal.ONE), before.at()));
        }

        /** The day beside a state. One without a year may be of the year before, unless all is about one year. */
        private static Optional<LocalDate> done(Entry entry, String typed) {
            Matcher day = DAY.matcher(FullWidth.narrow(typed));
            int year = entry.dates().published().getYear();
            int last = entry.title().contains(year + "年") ? year : year - 1;
            return day.find()
                    ? DateText.day(day.group().matches("\\d{1,2}月.*") ? last + "年" + day.group() : day.group())
                    : Optional.empty();
        }
    }
}
