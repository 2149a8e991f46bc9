package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.check.contradiction.ProseFactReader.Sentence;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.Value;
import org.gongkai.text.WrittenNumber;

/** What texts say of a table: how often a word stands in it, who is of which 党小组. */
record TableMentions(TableColumns table) {

    private static final Set<String> NAMES = Set.of("姓名", "党员", "成员", "党员姓名", "党员名单");

    /** What is left out of a cell before its words are counted. */
    private static final Pattern ADDED = Pattern.compile("(?:(?<=组)党员)?[（(].*|(?<=组)党员$");

    /** Of a column with more words, none is counted in a text. */
    private static final int MOST_WORDS = 6;

    /** One number is in any order. */
    private static final int ENOUGH = 2;

    /**
     * Returns how often words stand in a column where a sentence says it otherwise, of all words of the column: 正文.几个,
     * 正文.表里几个 and 正文.词.
     */
    List<Sentence> counts(List<Prose> lines) {
        List<Sentence> misfits = new ArrayList<>();
        for (int i = 0; i < table.names().size(); i++) {
            int column = i;
            Map<String, Long> words = table.rows().stream()
                    .map(row ->
                            ADDED.matcher(row.get(column).text()).replaceAll("").strip())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            if (words.size() > 1
                    && words.size() <= MOST_WORDS
                    && words.size() < table.rows().size()) {
                lines.stream()
                        .filter(line -> !line.text().startsWith("|")
                                && words.keySet().stream()
                                                .filter(it -> it.length() > 1
                                                        && line.text().contains(it))
                                                .count()
                                        >= ENOUGH)
                        .flatMap(line -> counts(words, line))
                        .forEach(misfits::add);
            }
        }
        return misfits;
    }

    /** Returns of which 党小组 a table says that somebody is: 正文.同.…的党小组. */
    List<Sentence> groups(int year, List<String> all) {
        List<Integer> columns = IntStream.range(0, table.names().size())
                .filter(i -> NAMES.contains(table.names().get(i)))
                .boxed()
                .toList();
        return table.rows().stream()
                .flatMap(row -> columns.stream().map(row::get).flatMap(cell -> row.stream()
                        .map(Value.Text::text)
                        .filter(all::contains)
                        .flatMap(group -> Stream.of(cell.text().split("、"))
                                .filter(name -> name.matches("\\p{IsHan}{2,4}"))
                                .map(name ->
                                        Sentence.of("", Map.of("正文.同." + year + "年" + name + "的党小组", group), cell)))))
                .toList();
    }

    /** Returns how many votes somebody has by a table: 正文.同.…的票. */
    List<Sentence> votes() {
        List<String> names = table.names();
        return IntStream.range(0, names.size())
                .filter(i -> names.get(i).matches("得?票数?"))
                .boxed()
                .flatMap(votes -> table.rows().stream().flatMap(row -> IntStream.range(0, names.size())
                        .filter(i -> names.get(i).matches("姓名|候选人|当选人"))
                        .mapToObj(row::get)
                        .flatMap(name -> WrittenNumber.read(row.get(votes).text()).stream()
                                .map(it -> Sentence.of(
                                        "", Map.of(SharedThings.SAME + name.text() + "的票", it), row.get(votes))))))
                .toList();
    }

    /** Of several words, all of those in the table or some that are said right, so that they are counted. */
    private static Stream<Sentence> counts(Map<String, Long> words, Prose line) {
        Map<String, MatchResult> said = new TreeMap<>();
        words.keySet().stream().filter(line.text()::contains).forEach(word -> Pattern.compile(
                        Pattern.quote(word) + "(?:党员|的)?(?:有|为|共)?([0-9]+)[名个项条件人次期场]")
                .matcher(line.text())
                .results()
                .findFirst()
                .ifPresent(it -> said.put(word, it)));
        Map<String, MatchResult> wrong = new TreeMap<>(said);
        wrong.entrySet()
                .removeIf(it ->
                        new BigDecimal(it.getValue().group(1)).compareTo(BigDecimal.valueOf(words.get(it.getKey())))
                                == 0);
        return said.size() < words.size() && (said.size() < ENOUGH || wrong.size() != 1)
                ? Stream.empty()
                : wrong.entrySet().stream()
                        .map(it -> Sentence.of(
                                line.text(),
                                Map.of(
                                        "正文.几个", new BigDecimal(it.getValue().group(1)),
                                        "正文.表里几个", BigDecimal.valueOf(words.get(it.getKey())),
                                        "正文.词", it.getKey()),
                                new Value.Text(
                                        "",
                                        line.line(),
                                        1
                                                + line.text()
                                                        .codePointCount(
                                                                0, it.getValue().start()))));
    }
}
