package org.gongkai.input.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.text.ChineseNumeral;

/** Reads what a plan intends for each month from its text, where its header has no table of that. */
final class MonthsInText {

    private static final String MONTH = "月份";

    private static final String NUMBER = "(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])";

    /**
     * A line, an item of a list or a row of a table that begins with a month or some, such as {@code - 3月：学习党章} and
     * {@code 5月至6月：学习条例}.
     */
    private static final Pattern LINE = Pattern.compile("\\s{0,8}(?:[-*+•.]+\\s+|\\d{1,2}[.、)]\\s*|\\|\\s*)?[*_]{0,2}"
            + NUMBER + "(?:月?\\s*([-—–~～至到、和]+)\\s*" + NUMBER + ")?月份?[*_]{0,2}\\s*[:：|][*_]{0,2}\\s*([^|\\s][^|]*)");

    private MonthsInText() {}

    /**
     * Returns the table that a kind lists by month, from a text.
     *
     * @param own the fields of the header; one of the name of the table takes precedence
     * @param bodyLine the line on which the text begins, from 1
     */
    static Optional<Entry.OwnField> read(List<Kind> kinds, List<Entry.OwnField> own, String text, int bodyLine) {
        return kinds.stream()
                .flatMap(kind -> kind.words(Trait.LISTED_BY_MONTH).stream().flatMap(name -> kind.field(name).stream()))
                .filter(table -> own.stream().noneMatch(field -> field.spec().equals(table)))
                .findFirst()
                .flatMap(table -> table(table, text, bodyLine));
    }

    private static Optional<Entry.OwnField> table(FieldSpec table, String text, int bodyLine) {
        List<Value> rows = new ArrayList<>();
        boolean isCode = false;
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            isCode ^= line.startsWith("```") || line.equals("----");
            Matcher month = LINE.matcher(line.strip());
            if (number >= bodyLine && !isCode && month.lookingAt()) {
                int first = ChineseNumeral.parse(month.group(1));
                int last = month.group(2) == null ? first : ChineseNumeral.parse(month.group(3));
                int step = month.group(2) != null && "、和".contains(month.group(2)) ? Math.max(last - first, 1) : 1;
                for (int of = first; of <= last; of += step) {
                    rows.add(row(table, of + MONTH.substring(0, 1), month.group(4), number));
                }
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Entry.OwnField(table, new Value.Items(rows, bodyLine, 1), true));
    }

    private static Value row(FieldSpec table, String month, String text, int line) {
        String topic = table.columns().stream()
                .map(FieldSpec::name)
                .filter(table.requiredColumns()::contains)
                .findFirst()
                .orElse(MONTH);
        List<Value.Field> cells = Stream.of(
                        List.of(MONTH, month), List.of(topic, text.strip().replaceFirst("[；;。]+$", "")))
                .map(cell ->
                        new Value.Field(new Value.Text(cell.get(0), line, 1), new Value.Text(cell.get(1), line, 1)))
                .toList();
        return new Value.Fields(cells, line, 1);
    }
}
