package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.contradiction.ProseFactReader.Sentence;
import org.gongkai.check.contradiction.sentence.SentenceRates;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.text.FullWidth;
import org.gongkai.text.WrittenNumber;

/**
 * A table of the header or of the body, without rows that state totals.
 *
 * @param names the names of its columns
 * @param rows its cells, empty ones as empty texts
 */
record TableColumns(List<String> names, List<List<Value.Text>> rows) {

    /** Columns that are computed from others. */
    private static final Pattern COMPUTED = Pattern.compile("比|差|[增余剩欠缺超占率]|减少|合计|小计|全年|金额|总[价额计]|未[交签办收完]");

    private static final Pattern AMOUNT = Pattern.compile(
            "([多超增+]加?|[少差减-]少?)?([0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?)(%?)\\p{IsHan}{0,2}");

    /** The end of a name that says what is counted; texts leave it out. */
    private static final Pattern UNIT =
            Pattern.compile("(金额|总额|人数|户数|次数)?(?:\\((?:单位:)?(元|人|名|户|次|条|项|件|个|份|小时|学时)\\))?$");

    private static final Map<String, String> UNITS = Map.of("金额", "元", "总额", "元", "人数", "[人名]", "户数", "户", "次数", "次");

    /** Of another time, or of each. */
    private static final Pattern OTHER = Pattern.compile("上年|去年|前年|上[季月]|往年|同期|累计|截至|(?:计划|预算|每|均|标准|目标|其中|比)[^，,]*$");

    private static final String NUMBER = "\\s?([0-9][0-9,]*(?:\\.[0-9]+)?)";
    private static final String ALTOGETHER = "(?:一共|合计|共计|总计|总共|共|全年)(?:为|是)?";

    /** Of a column with more words, none is counted in a text. */
    private static final int MOST_WORDS = 6;

    /** Two computed cells show how the others are computed. */
    private static final int ENOUGH = 2;

    /** Returns the tables in the header of an entry. */
    static List<TableColumns> of(Entry entry) {
        return entry.own().stream()
                .filter(own -> !own.rows().isEmpty())
                .map(own -> new TableColumns(
                        own.spec().columns().stream().map(FieldSpec::name).toList(),
                        own.rows().stream()
                                .map(row -> own.spec().columns().stream()
                                        .map(column -> new Value.Text(
                                                own.spec()
                                                        .cell(new FieldReader(row), column.name())
                                                        .orElse(""),
                                                row.line(),
                                                row.column()))
                                        .toList())
                                .toList()))
                .toList();
    }

    /**
     * Returns what it states that does not fit: 正文.表里数 and 正文.表里应是 of a cell that is not computed as those of the
     * other rows, 正文.行数 and 正文.行里几个 of a number beside names, 正文.序号 and 正文.应是序号 of a row that is out of order.
     *
     * @param isWhole whether no row may be left out
     */
    List<Sentence> misfits(boolean isWhole) {
        List<Sentence> misfits = new ArrayList<>();
        for (int column = names.size() - 1; column >= 0; column--) {
            if (names.get(column).equals("序号")) {
                order(column, isWhole).ifPresent(misfits::add);
            } else if (names.get(column).endsWith("数")) {
                listed(column).ifPresent(misfits::add);
            } else if (COMPUTED.matcher(names.get(column)).find() && rows.size() > ENOUGH && misfits.isEmpty()) {
                computed(column).ifPresent(misfits::add);
            }
        }
        return misfits;
    }

    /** The number that is not that of the names in its row, as the numbers of the other rows are. */
    private Optional<Sentence> listed(int column) {
        for (int i = 0; i < names.size(); i++) {
            int list = i;
            List<List<Value.Text>> wrong = rows.stream()
                    .filter(row -> !amount(row.get(column))
                            .filter(it -> it.compareTo(names(row.get(list))) == 0)
                            .isPresent())
                    .toList();
            long several = rows.stream()
                    .filter(row -> !wrong.contains(row) && row.get(list).text().contains("、"))
                    .count();
            if (wrong.size() == 1
                    && several >= ENOUGH
                    && wrong.get(0).get(list).text().matches("[^等、]+(?:、[^等、]+)+")) {
                return amount(wrong.get(0).get(column))
                        .map(written -> Sentence.of(
                                "",
                                Map.of(
                                        "正文.行数", written,
                                        "正文.行里几个", names(wrong.get(0).get(list)),
                                        "正文.列", names.get(list)),
                                wrong.get(0).get(column)));
            }
        }
        return Optional.empty();
    }

    private static BigDecimal names(Value.Text cell) {
        return BigDecimal.valueOf(cell.text().split("、").length);
    }

    private Optional<Sentence> order(int column, boolean isWhole) {
        BigDecimal before = BigDecimal.ZERO;
        for (List<Value.Text> row : rows) {
            Optional<BigDecimal> number = WrittenNumber.read(row.get(column).text());
            if (number.isEmpty()) {
                return Optional.empty();
            }
            BigDecimal next = before.add(BigDecimal.ONE);
            boolean fits =
                    isWhole ? number.get().compareTo(next) == 0 : number.get().compareTo(before) != 0;
            if (!fits && number.get().compareTo(BigDecimal.ONE) != 0) {
                return Optional.of(Sentence.of("", Map.of("正文.序号", number.get(), "正文.应是序号", next), row.get(column)));
            }
            before = number.get();
        }
        return Optional.empty();
    }

    /** The cell that does not follow from two others of its row as the rest do. */
    private Optional<Sentence> computed(int column) {
        Optional<Sentence> misfit = Optional.empty();
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < names.size(); j++) {
                for (char operator : "-+*/".toCharArray()) {
                    if (i == j || i == column || j == column || i > j && "+*".indexOf(operator) >= 0) {
                        continue;
                    }
                    List<Integer> wrong = new ArrayList<>();
                    int right = 0;
                    for (int row = 0; row < rows.size(); row++) {
                        Optional<Boolean> fits = fits(rows.get(row), column, i, j, operator);
                        right += fits.filter(it -> it).isPresent() ? 1 : 0;
                        if (fits.filter(it -> !it).isPresent()) {
                            wrong.add(row);
                        }
                    }
                    if (right >= ENOUGH && wrong.isEmpty()) {
                        return Optional.empty();
                    }
                    if (right >= ENOUGH && wrong.size() == 1) {
                        List<Value.Text> row = rows.get(wrong.get(0));
                        misfit = Optional.of(Sentence.of(
                                "",
                                Map.of(
                                        "正文.表里数", row.get(column).text(),
                                        "正文.表里应是",
                                                shown(result(row, i, j, operator)
                                                        .orElseThrow()),
                                        "正文.列", names.get(column),
                                        "正文.算法", names.get(i) + operator + names.get(j)),
                                row.get(column)));
                    }
                }
            }
        }
        return misfit;
    }

    private static String shown(BigDecimal number) {
        return number.round(new MathContext(6)).stripTrailingZeros().toPlainString();
    }

    /** Empty if a cell has no number, or one of which nothing is seen. */
    private static Optional<Boolean> fits(List<Value.Text> row, int column, int i, int j, char operator) {
        boolean isRate = row.get(column).text().endsWith("%");
        return amount(row.get(column)).filter(it -> isRate == (operator == '/')).flatMap(written -> result(
                        row, i, j, operator)
                .map(exact -> isRate ? SentenceRates.isRounded(exact, written) : exact.compareTo(written) == 0));
    }

    private static Optional<BigDecimal> result(List<Value.Text> row, int i, int j, char operator) {
        return amount(row.get(i)).filter(it -> it.signum() != 0).flatMap(one -> amount(row.get(j))
                .filter(it -> it.signum() != 0 && !row.get(i).text().endsWith("%"))
                .map(other -> switch (operator) {
                    case '-' -> one.subtract(other);
                    case '+' -> one.add(other);
                    case '*' -> one.multiply(other);
                    default -> one.movePointRight(2).divide(other, MathContext.DECIMAL64);
                }));
    }

    private static Optional<BigDecimal> amount(Value.Text cell) {
        Matcher amount = AMOUNT.matcher(FullWidth.narrow(cell.text()).strip());
        if (!amount.matches()) {
            return cell.text().strip().equals("持平") ? Optional.of(BigDecimal.ZERO) : Optional.empty();
        }
        BigDecimal number = new BigDecimal(amount.group(2).replace(",", ""));
        boolean isLess =
                amount.group(1) != null && "少差减-".indexOf(amount.group(1).charAt(0)) >= 0;
        return Optional.of(isLess ? number.negate() : number);
    }

    /**
     * Returns how often words stand in a column where a sentence says it otherwise, of all words of the column: 正文.几个,
     * 正文.表里几个 and 正文.词.
     */
    List<Sentence> counts(List<Prose> lines) {
        List<Sentence> misfits = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            Map<String, Long> words = rows.stream()
                    .map(row -> row.get(column)
                            .text()
                            .replaceFirst("[（(].*", "")
                            .replaceFirst("(?<=组)党员$", "")
                            .strip())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            if (words.size() > 1 && words.size() <= MOST_WORDS && words.size() < rows.size()) {
                lines.stream()
                        .filter(line -> !line.text().startsWith("|")
                                && words.keySet().stream()
                                        .allMatch(it ->
                                                it.length() > 1 && line.text().contains(it)))
                        .flatMap(line -> counts(words, line))
                        .forEach(misfits::add);
            }
        }
        return misfits;
    }

    /**
     * Returns the totals of columns that a text states otherwise and nowhere right: 正文.列总, 正文.列和 and 正文.列. Several
     * different numbers, and those that cells have together, are of something else.
     */
    List<Sentence> totals(List<Prose> lines) {
        List<Sentence> misfits = new ArrayList<>();
        boolean hasParts = rows.stream()
                .flatMap(List::stream)
                .anyMatch(cell -> BodyTables.PART.matcher(cell.text()).lookingAt());
        for (int i = 0; !hasParts && i < names.size(); i++) {
            int column = i;
            List<BigDecimal> numbers = rows.stream()
                    .flatMap(row -> WrittenNumber.read(row.get(column).text()).stream())
                    .toList();
            BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (numbers.size() > 1
                    && numbers.size() == rows.size()
                    && names.get(i).length() > 1
                    && !BodyTables.NO_SUM.matcher(names.get(i)).find()
                    && !FieldLabels.stands(sum, lines)) {
                Set<BigDecimal> parts = parts(numbers, sum);
                Pattern stated = stated(names.get(i));
                List<Sentence> said = lines.stream()
                        .filter(line -> !line.text().startsWith("|"))
                        .flatMap(line -> stated.matcher(FullWidth.narrow(line.text()))
                                .results()
                                .filter(found -> !OTHER.matcher(line.text()
                                                .substring(0, found.start())
                                                .replaceFirst("(?s).*[。；;]", ""))
                                        .find())
                                .map(found -> Sentence.of(
                                        line.text(),
                                        Map.of(
                                                "正文.列总", number(found),
                                                "正文.列和", sum,
                                                "正文.列", names.get(column).replaceFirst("\\(.*", "")),
                                        new Value.Text(
                                                "", line.line(), 1 + line.text().codePointCount(0, found.start())))))
                        .filter(it -> !parts.contains(it.facts().get("正文.列总").value()))
                        .toList();
                if (said.stream()
                                .map(it -> it.facts().get("正文.列总").value())
                                .distinct()
                                .count()
                        == 1) {
                    misfits.add(said.get(0));
                }
            }
        }
        return misfits;
    }

    private static BigDecimal number(MatchResult found) {
        return Stream.of(1, 2, 3)
                .map(found::group)
                .filter(Objects::nonNull)
                .map(it -> new BigDecimal(it.replace(",", "")).stripTrailingZeros())
                .findFirst()
                .orElseThrow();
    }

    /** How texts state the total of a column: 学时共20, 共20学时; of 实交金额 also 实交20元. */
    private static Pattern stated(String name) {
        Matcher end = UNIT.matcher(name);
        String stem = end.find() ? name.substring(0, end.start()) : name;
        String bare = Pattern.quote(name.replaceFirst("\\(.*", ""));
        String unit = end.group(2) == null ? UNITS.get(String.valueOf(end.group(1))) : end.group(2);
        String ofStem = unit == null || stem.length() < 2
                ? "()(?!)"
                : Pattern.quote(stem) + "(?:金额|总额|[人户次]?数)?(?:" + ALTOGETHER + "|[为是了:])?" + NUMBER + "\\s?" + unit;
        return Pattern.compile(ofStem + "|(?<!\\p{IsHan})" + bare + ALTOGETHER + NUMBER + "|" + ALTOGETHER
                + "[^0-9,。;]{0,4}" + NUMBER + "\\s?个?" + bare);
    }

    /** Cells, sums of two of them, of those up to one, and of all but one. */
    private static Set<BigDecimal> parts(List<BigDecimal> cells, BigDecimal sum) {
        Stream.Builder<BigDecimal> parts = Stream.builder();
        BigDecimal before = BigDecimal.ZERO;
        for (int i = 0; i < cells.size(); i++) {
            BigDecimal cell = cells.get(i);
            before = before.add(cell);
            parts.add(cell).add(before).add(sum.subtract(cell));
            cells.subList(0, i).forEach(other -> parts.add(cell.add(other)));
        }
        return parts.build().map(BigDecimal::stripTrailingZeros).collect(Collectors.toSet());
    }

    private static Stream<Sentence> counts(Map<String, Long> words, Prose line) {
        Map<String, Matcher> said = words.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), word -> Pattern.compile(
                                Pattern.quote(word) + "(?:党员|的)?(?:有|为|共)?([0-9]+)[名个项条件人]")
                        .matcher(line.text())));
        return said.values().stream().allMatch(Matcher::find)
                ? said.entrySet().stream()
                        .filter(it -> Long.parseLong(it.getValue().group(1)) != words.get(it.getKey()))
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
                                                                0, it.getValue().start()))))
                : Stream.empty();
    }
}
