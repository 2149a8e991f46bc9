package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.contradiction.ProseFactReader.Sentence;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.text.FullWidth;
import org.gongkai.text.WrittenNumber;

/**
 * Reads the tables of a body, of Markdown and AsciiDoc, whose rows begin with a bar. A row states {@code 正文.表.COLUMN},
 * a column {@code 正文.表.COLUMN.合计}, its total, {@code .最小}, its least number, and beside its name {@code 正文.列} the
 * total that is written, {@code
 * 正文.合计}, and the sum, {@code 正文.各行之和}. A table of two columns states {@code 正文.表.KEY}. Tables whose rows are not
 * all of the same length are left alone.
 */
final class BodyTables {

    private static final String TABLE = "正文.表.";
    private static final Pattern RULER = Pattern.compile("[\\s|:-]+");
    static final Pattern TOTAL = Pattern.compile("(?:合|总|共)\\s*计.{0,4}|全年");
    static final Pattern PART = Pattern.compile("(?:小|合|总|共)\\s*计|其中|.{1,6}[合小]计");

    private static final Pattern WEEKDAY = Pattern.compile("(?:星期|周)?[一二三四五六日]");
    private static final Pattern OF_NAME = Pattern.compile("\\s|\\([^()]*\\)");

    /** The number of rows, at the end of the line before a table. */
    private static final Pattern ANNOUNCED =
            Pattern.compile("(?<![0-9第])([0-9]{1,3})[名项个条家户件](?:\\p{IsHan}{0,4}:|(?<=(?:人选|候选人|对象)[0-9]{1,3}名)。)\\s*$");

    /** Columns whose total is no sum. */
    static final Pattern NO_SUM =
            Pattern.compile("平均|均|单价|率|占比|比例|序号|编号|(?<![半全\\d])年|(?<!\\d)月|日期|时间|最(?!高分|多分)|累计|排名");

    private BodyTables() {}

    /** A cell with its column in the line, from 1. */
    private record Cell(Value.Text at, String text) {

        /** Whether it is empty, or has only a dash or a stroke. */
        boolean isBlank() {
            return text.isBlank() || text.length() < 3 && "-—/–——".contains(text);
        }

        Optional<BigDecimal> number() {
            return text.endsWith("%") ? Optional.empty() : WrittenNumber.read(text);
        }
    }

    /** @param tables takes the tables */
    static List<Sentence> read(EntryText text, List<TableColumns> tables) {
        List<Sentence> statements = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        Prose lead = new Prose(1, "");
        boolean fenced = false;
        for (Prose line : text.prose()) {
            String typed = line.text().strip();
            boolean fence = typed.startsWith("|===");
            fenced ^= fence;
            if (!fence && typed.startsWith("|")) {
                if (!RULER.matcher(typed).matches()) {
                    rows.add(cells(line));
                }
            } else if (!fenced || fence) {
                table(rows, lead, text.entry(), statements, tables);
                rows.clear();
                lead = typed.isEmpty() || fence ? lead : line;
            }
        }
        table(rows, lead, text.entry(), statements, tables);
        return statements;
    }

    /** Returns what tables state for comparing it with other entries: the totals of columns, and the names in one. */
    static List<Sentence> compared(List<Sentence> statements, List<TableColumns> tables) {
        Map<String, StatedFact> facts = new HashMap<>();
        statements.forEach(it -> it.facts().forEach((name, fact) -> {
            if (name.endsWith(".合计")) {
                facts.put(name, fact);
            }
        }));
        for (TableColumns table : tables) {
            int column = Math.max(table.names().indexOf("姓名"), table.names().indexOf("候选人"));
            if (column >= 0 && !table.rows().isEmpty()) {
                String names = HeaderFactReader.names(
                        table.rows().stream().map(row -> row.get(column).text()).toList());
                String name = TABLE + "姓名单";
                facts.put(name, new StatedFact(name, names, table.rows().get(0).get(column)));
            }
        }
        return List.of(new Sentence("", facts));
    }

    private static List<Cell> cells(Prose line) {
        List<Cell> cells = new ArrayList<>();
        String typed = line.text();
        for (int bar = typed.indexOf('|'); bar >= 0; ) {
            int next = typed.indexOf('|', bar + 1);
            String cell = typed.substring(bar + 1, next < 0 ? typed.length() : next);
            if (next >= 0 || !cell.isBlank()) {
                int blanks = cell.length() - cell.stripLeading().length();
                int column = 1 + typed.codePointCount(0, bar + 1 + blanks);
                cells.add(new Cell(
                        new Value.Text("", line.line(), column),
                        FullWidth.narrow(cell.replace("*", "")).strip()));
            }
            bar = next;
        }
        return cells;
    }

    private static void table(
            List<List<Cell>> rows, Prose lead, Entry entry, List<Sentence> statements, List<TableColumns> tables) {
        if (rows.size() < 2
                || rows.get(0).size() < 2
                || rows.stream().anyMatch(row -> row.size() != rows.get(0).size())) {
            return;
        }
        List<String> names = rows.get(0).stream()
                .map(cell -> OF_NAME.matcher(cell.text()).replaceAll(""))
                .toList();
        List<List<Cell>> items = new ArrayList<>(rows.subList(1, rows.size()));
        // The cell of a number may be empty in the row of the total.
        Optional<List<Cell>> total = items.stream()
                .filter(row -> TOTAL.matcher(
                                row.get(row.get(0).isBlank() ? 1 : 0).text())
                        .matches())
                .findFirst();
        // What stands below a total of several rows is counted otherwise.
        int above = total.map(items::indexOf).filter(it -> it > 1).orElse(items.size());
        total.ifPresent(items::remove);
        Matcher announced = ANNOUNCED.matcher(FullWidth.narrow(lead.text()));
        if (announced.find()
                && names.stream().noneMatch(it -> isSum(it, WrittenNumber.read(announced.group(1)), items, names))) {
            statements.add(Sentence.of(
                    lead.text(),
                    Map.of(
                            "正文.表前数",
                            WrittenNumber.read(announced.group(1)).orElseThrow(),
                            "正文.表行数",
                            BigDecimal.valueOf(items.size())),
                    lead.at(announced.start(), "")));
        }
        tables.add(new TableColumns(
                names,
                items.stream().map(BodyTables::texts).toList(),
                total.map(BodyTables::texts).stream().toList()));
        Map<String, StatedFact> pairs = new HashMap<>();
        for (List<Cell> row : items) {
            Map<String, StatedFact> facts = new HashMap<>();
            Optional<String> weekday = row.stream()
                    .map(Cell::text)
                    .filter(WEEKDAY.asMatchPredicate())
                    .findFirst();
            ToIntFunction<Cell> year = cell -> weekday.map(it ->
                            StatedFact.year(cell.text() + "周" + it.charAt(it.length() - 1), 0, cell.text(), entry))
                    .orElse(entry.year());
            for (int i = 0; i < names.size(); i++) {
                put(
                        TABLE + names.get(i),
                        row.get(i),
                        StatedFact.read(row.get(i).text(), year.applyAsInt(row.get(i))),
                        facts);
            }
            statements.add(new Sentence("", facts));
            put(
                    TABLE + row.get(0).text(),
                    row.get(1),
                    StatedFact.read(row.get(1).text(), year.applyAsInt(row.get(1))),
                    pairs);
        }
        if (names.size() == 2) {
            statements.add(new Sentence("", pairs));
        }
        boolean hasParts = items.stream().flatMap(List::stream).anyMatch(cell -> PART.matcher(cell.text())
                .lookingAt());
        for (int i = 0; !hasParts && items.size() > 1 && i < names.size(); i++) {
            if (!NO_SUM.matcher(names.get(i)).find()) {
                int column = i;
                List<Cell> cells =
                        items.stream().limit(above).map(it -> it.get(column)).toList();
                column(names.get(i), cells, total.map(it -> it.get(column))).ifPresent(statements::add);
            }
        }
    }

    private static List<Value.Text> texts(List<Cell> row) {
        return row.stream()
                .map(cell -> new Value.Text(
                        cell.isBlank() ? "" : cell.text(),
                        cell.at().line(),
                        cell.at().column()))
                .toList();
    }

    private static boolean isSum(String name, Optional<BigDecimal> number, List<List<Cell>> rows, List<String> names) {
        return rows.stream()
                .flatMap(row -> row.get(names.indexOf(name)).number().stream())
                .reduce(BigDecimal::add)
                .equals(number);
    }

    /** A total that is one of the numbers is of people who stand in several rows. */
    private static Optional<Sentence> column(String name, List<Cell> cells, Optional<Cell> total) {
        List<Cell> given = cells.stream().filter(cell -> !cell.isBlank()).toList();
        List<BigDecimal> numbers =
                given.stream().flatMap(cell -> cell.number().stream()).toList();
        if (numbers.size() < 2 || numbers.size() < given.size()) {
            return Optional.empty();
        }
        BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<String, StatedFact> facts = new HashMap<>();
        Cell at = total.orElse(given.get(0));
        Optional<BigDecimal> written = total.flatMap(Cell::number);
        put(TABLE + name + ".合计", at, written.orElse(sum), facts);
        put(
                TABLE + name + ".最小",
                given.get(0),
                numbers.stream().min(BigDecimal::compareTo).orElseThrow(),
                facts);
        if (written.isPresent() && numbers.stream().noneMatch(it -> it.compareTo(written.get()) == 0)) {
            put("正文.合计", at, written.get(), facts);
            put("正文.各行之和", at, sum, facts);
            put("正文.列", at, name, facts);
        }
        return Optional.of(new Sentence("", facts));
    }

    private static void put(String name, Cell cell, Comparable<?> value, Map<String, StatedFact> facts) {
        if (!cell.isBlank()) {
            facts.put(name, new StatedFact(name, value, cell.at()));
        }
    }
}
