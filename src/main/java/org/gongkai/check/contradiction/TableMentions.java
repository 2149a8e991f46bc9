package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.check.contradiction.ProseFactReader.Sentence;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.Value;
import org.gongkai.text.FullWidth;
import org.gongkai.text.PrefilteredPattern;
import org.gongkai.text.WrittenNumber;

/** What texts say of a table, and what it says that others may say as well: who is of which 党小组, votes. */
record TableMentions(TableColumns table) {

    private static final Set<String> NAMES = Set.of("姓名", "党员", "成员", "党员姓名", "党员名单");

    /** Columns of what somebody looks after, not where he belongs. */
    private static final PrefilteredPattern CARED_FOR = new PrefilteredPattern("联系|联点|分管|包|对口|指导|督");

    /** Columns by whose words rows are sorted. */
    private static final Pattern SORTED = Pattern.compile("类别|类型|性质|等次|整改类型|责任人|来源|渠道");

    private static final String COUNT = "(?:的|有|共|负责|牵头|,|:|\\(){0,2}([0-9]{1,2})(?:[名个项件条])(?![次月工学小])";

    /** Behind the first cell of a row, its number. */
    private static final String REPEATED = "(?:的?[共有为是]|:|,|\\()?([0-9]+(?:\\.[0-9]+)?)(?![0-9.%年月日时点至到—-])";

    /** Returns what some lines say otherwise, and the votes that it tells. */
    List<Sentence> read(List<Prose> lines) {
        List<List<Value.Text>> rows = parts();
        List<Integer> columns = numbers(rows);
        return Stream.of(repeated(rows, columns, lines), kinds(rows, columns, lines), votes())
                .flatMap(List::stream)
                .toList();
    }

    /** Returns where a line repeats a column of numbers, but for one of them: 90分以上6名，80分至89分9名，70分至79分3名. */
    private static List<Sentence> repeated(List<List<Value.Text>> rows, List<Integer> columns, List<Prose> lines) {
        List<Sentence> misfits = new ArrayList<>();
        Map<List<Value.Text>, String> labels = new LinkedHashMap<>();
        rows.forEach(row -> row.stream()
                .filter(cell -> cell.text().length() > 1
                        && WrittenNumber.read(cell.text()).isEmpty())
                .findFirst()
                .ifPresent(cell -> labels.put(row, FullWidth.narrow(cell.text()))));
        for (Prose line : columns.isEmpty() ? List.<Prose>of() : lines) {
            String text = FullWidth.narrow(line.text());
            Map<List<Value.Text>, Value.Text> said = new LinkedHashMap<>();
            // Expressions are slow, and most lines have no label.
            labels.forEach((row, label) -> Stream.of(text)
                    .filter(it -> it.contains(label) && !it.startsWith("|"))
                    .flatMap(it -> Pattern.compile(Pattern.quote(label) + REPEATED)
                            .matcher(it)
                            .results())
                    .limit(1)
                    .forEach(it -> said.put(
                            row, new Value.Text(it.group(1), line.line(), 1 + text.codePointCount(0, it.start(1))))));
            for (int column : said.size() > 2 ? columns : List.<Integer>of()) {
                List<List<Value.Text>> other = said.keySet().stream()
                        .filter(row -> number(row.get(column)).compareTo(number(said.get(row))) != 0)
                        .toList();
                if (other.size() == 1) {
                    Value.Text at = said.get(other.get(0));
                    BigDecimal cell = number(other.get(0).get(column));
                    misfits.add(Sentence.of(line.text(), Map.of("正文.行值", number(at), "正文.行里", cell), at));
                }
            }
        }
        return misfits;
    }

    /**
     * Returns where a text says that more or fewer rows have a word in a column than do: 优秀共产党员3名 above two rows. Other
     * columns may have words that are said of other things, and one row may tell how many: 党员, 22.
     */
    private List<Sentence> kinds(List<List<Value.Text>> rows, List<Integer> columns, List<Prose> lines) {
        List<Sentence> misfits = new ArrayList<>();
        for (int i = 0; i < table.names().size(); i++) {
            int column = i;
            List<String> words =
                    rows.stream().map(row -> row.get(column).text()).toList();
            words.stream()
                    .distinct()
                    .filter(word -> SORTED.matcher(table.names().get(column)).matches()
                            && word.length() > 1
                            && (columns.isEmpty() || Collections.frequency(words, word) > 1)
                            && lines.stream().anyMatch(line -> line.text().contains(word)))
                    .forEach(word -> {
                        BigDecimal rowsWith = BigDecimal.valueOf(Collections.frequency(words, word));
                        PrefilteredPattern count = new PrefilteredPattern(Pattern.quote(word) + COUNT);
                        List<Sentence> told = lines.stream()
                                .filter(line -> !line.text().startsWith("|"))
                                .flatMap(line -> count.results(FullWidth.narrow(line.text())).stream()
                                        .map(said -> Sentence.of(
                                                line.text(),
                                                Map.of(
                                                        "正文.说几行",
                                                                WrittenNumber.read(said.group(1))
                                                                        .orElse(rowsWith),
                                                        "正文.有几行", rowsWith,
                                                        "正文.哪一类", word),
                                                line.at(said.start(), ""))))
                                .toList();
                        misfits.addAll(told.size() == 1 ? told : List.of());
                    });
        }
        return misfits;
    }

    private static BigDecimal number(Value.Text cell) {
        return WrittenNumber.read(cell.text()).orElseThrow();
    }

    private List<List<Value.Text>> parts() {
        return table.rows().stream()
                .filter(row -> row.stream()
                        .noneMatch(cell -> BodyTables.TOTAL.matcher(cell.text()).matches()))
                .toList();
    }

    /** The columns of numbers that can be added, if there are several rows. */
    private List<Integer> numbers(List<List<Value.Text>> rows) {
        return IntStream.range(0, rows.size() < 2 ? 0 : table.names().size())
                .filter(i -> !BodyTables.NO_SUM.matcher(table.names().get(i)).find()
                        && rows.stream()
                                .allMatch(row ->
                                        WrittenNumber.read(row.get(i).text()).isPresent()))
                .boxed()
                .toList();
    }

    List<Sentence> shared(int year, List<String> groups) {
        return Stream.concat(groups(year, groups).stream(), votes().stream()).toList();
    }

    /** Returns of which 党小组 a table says that somebody is: 正文.同.…的党小组. */
    private List<Sentence> groups(int year, List<String> all) {
        return table.rows().stream()
                .flatMap(row -> IntStream.range(0, table.names().size())
                        .filter(i -> NAMES.contains(table.names().get(i)))
                        .mapToObj(row::get)
                        .flatMap(cell -> IntStream.range(0, row.size())
                                .filter(i -> !CARED_FOR.isIn(table.names().get(i)))
                                .mapToObj(i -> row.get(i).text())
                                .filter(all::contains)
                                .flatMap(group -> Stream.of(cell.text().split("、"))
                                        .filter(name -> name.matches("\\p{IsHan}{2,4}"))
                                        .map(name -> Sentence.of(
                                                "", Map.of("正文.同." + year + "年" + name + "的党小组", group), cell)))))
                .toList();
    }

    /** Returns how many votes somebody has by a table: 正文.同.…的票. */
    private List<Sentence> votes() {
        List<String> names = table.names();
        return IntStream.range(0, names.size())
                .filter(i -> names.get(i).matches("得?票数?"))
                .boxed()
                .flatMap(votes -> table.rows().stream().flatMap(row -> IntStream.range(0, names.size())
                        .filter(i -> names.get(i).matches("姓名|候选人|当选人"))
                        .mapToObj(row::get)
                        .filter(name -> name.text().matches("\\p{IsHan}{2,4}"))
                        .flatMap(name -> WrittenNumber.read(row.get(votes).text()).stream()
                                .map(it -> Sentence.of(
                                        "",
                                        Map.of(SharedThings.SAME + name.text() + "的票", it, "正文.得票", it),
                                        row.get(votes))))))
                .toList();
    }
}
