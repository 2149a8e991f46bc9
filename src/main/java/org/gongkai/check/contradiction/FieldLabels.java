package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.check.contradiction.ProseFactReader.Sentence;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.text.FullWidth;
import org.gongkai.text.WrittenNumber;

/**
 * Reads what a text says beside the names of fields of its header, and the totals and names that its tables have for
 * them: 正文.栏值 beside 正文.栏, where 正文.栏里 is what the header has. 应交 is the name of 应交金额 before an amount of money, and
 * of 应交人数 before a number of people.
 */
final class FieldLabels {

    private static final Pattern SUFFIX = Pattern.compile("(?<=..)(?:金额|人数|数量|数)$");
    private static final String NUMBER =
            "[^0-9,、:;。第每均按]{0,7}?(?<![每第均占])(?:为|是|共|有|达|:)?([0-9][0-9,]*(?:\\.[0-9]+)?)个?";

    private static final Pattern NAMES = Pattern.compile("\\p{IsHan}{2,3}(?:、\\p{IsHan}{2,3})*");

    private FieldLabels() {}

    static List<Sentence> read(EntryText text, List<TableColumns> tables) {
        List<Sentence> statements = new ArrayList<>();
        Set<BigDecimal> numbers = text.entry().own().stream()
                .flatMap(own -> number(own.value()).stream())
                .map(BigDecimal::stripTrailingZeros)
                .collect(Collectors.toSet());
        for (Entry.OwnField own : text.entry().own()) {
            Optional<BigDecimal> value = number(own.value());
            String label = own.spec().name();
            if (value.isEmpty() && own.value() instanceof Value.Text typed) {
                names(typed.text(), label, tables).forEach(statements::add);
            }
            if (value.isEmpty() || label.matches("[应实]到") || stands(value.get(), text.prose())) {
                continue;
            }
            tables.stream()
                    .flatMap(table -> total(table, label).stream())
                    .filter(cell -> !numbers.contains(number(cell).orElseThrow().stripTrailingZeros()))
                    .forEach(cell ->
                            statements.add(statement("", number(cell).orElseThrow(), value.get(), label, cell)));
            String unit = label.endsWith("金额") ? "元" : label.endsWith("人数") ? "[名人]" : "\\p{IsHan}";
            Pattern stated = Pattern.compile(SUFFIX.matcher(label).replaceFirst("") + NUMBER + unit);
            for (Prose line : text.prose()) {
                Matcher found = stated.matcher(FullWidth.narrow(line.text()));
                if (!line.text().startsWith("|") && found.find()) {
                    // What stands behind the number is said of others.
                    statements.add(statement(
                            line.text().substring(0, found.end()).replaceFirst(".*[。；]", ""),
                            new BigDecimal(found.group(1).replace(",", "")),
                            value.get(),
                            label,
                            line.at(found.start(), "")));
                }
            }
        }
        return statements;
    }

    private static Sentence statement(
            String sentence, Comparable<?> stated, Comparable<?> value, String label, Value.Text at) {
        return Sentence.of(sentence, Map.of("正文.栏值", stated, "正文.栏里", value, "正文.栏", label), at);
    }

    private static Optional<BigDecimal> number(Value value) {
        return value instanceof Value.Text typed && !typed.text().endsWith("%")
                ? WrittenNumber.read(typed.text())
                : Optional.empty();
    }

    /** The total of the column that a field is named after. */
    private static Optional<Value.Text> total(TableColumns table, String label) {
        return IntStream.range(0, table.names().size())
                .filter(i -> table.names().get(i).matches("\\p{IsHan}{2,}(?:\\(.*)?")
                        && label.endsWith(table.names().get(i).replaceFirst("\\(.*", "")))
                .boxed()
                .flatMap(i -> table.totals().stream().map(row -> row.get(i)))
                .filter(cell -> number(cell).isPresent())
                .findFirst();
    }

    /** Other names in the row of a field in a table of two columns. */
    private static Stream<Sentence> names(String value, String label, List<TableColumns> tables) {
        return !NAMES.matcher(value).matches()
                ? Stream.empty()
                : tables.stream()
                        .filter(table -> table.names().size() == 2)
                        .flatMap(table -> table.rows().stream())
                        .filter(row -> row.get(0).text().equals(label)
                                && NAMES.matcher(row.get(1).text()).matches()
                                && !new HashSet<>(List.of(value.split("、")))
                                        .equals(new HashSet<>(
                                                List.of(row.get(1).text().split("、")))))
                        .map(row -> statement("", row.get(1).text(), value, label, row.get(1)));
    }

    /** Whether a text has a number that is no part of a date or a time. */
    static boolean stands(BigDecimal value, List<Prose> text) {
        String digits = value.stripTrailingZeros().toPlainString();
        return text.stream()
                .map(line -> FullWidth.narrow(line.text()).replace(",", ""))
                .filter(line -> line.contains(digits))
                .anyMatch(line -> Pattern.compile("(?<![0-9.:])" + Pattern.quote(digits) + "(?![0-9年月日号时点:])")
                        .matcher(line)
                        .find());
    }
}
