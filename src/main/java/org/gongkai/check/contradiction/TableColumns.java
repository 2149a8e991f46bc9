package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.check.contradiction.ProseFactReader.Sentence;
import org.gongkai.check.contradiction.sentence.DayRows;
import org.gongkai.check.contradiction.sentence.RowMisfits;
import org.gongkai.check.contradiction.sentence.SentenceRates;
import org.gongkai.check.prose.EntryText;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.text.FullWidth;
import org.gongkai.text.PrefilteredPattern;
import org.gongkai.text.WrittenNumber;

/**
 * A table of the header or of the body, without rows that state totals.
 *
 * @param names the names of its columns
 * @param rows its cells, empty ones as empty texts
 * @param totals the row of totals, if it has one
 */
record TableColumns(List<String> names, List<List<Value.Text>> rows, List<List<Value.Text>> totals) {

    private static final Set<String> PERSON = Set.of("姓名", "党员", "候选人", "当选人", "帮扶对象", "党员姓名", "同志");

    private static final PrefilteredPattern SHARE = new PrefilteredPattern("占比|比例|比重|^占");

    /** Columns that are computed from others. */
    private static final PrefilteredPattern COMPUTED =
            new PrefilteredPattern("比|差|[增余剩欠缺超占率]|减少|合计|小计|全年|金额|总[价额计]|未[交签办收完]");

    private static final Pattern AMOUNT = Pattern.compile(
            "([多超增+]加?|[少差减-]少?)?([0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?)(%?)\\p{IsHan}{0,2}");

    private static final Pattern NOTHING = Pattern.compile("|[-—–/0]|无");

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
                                                        .cell(row, column.name())
                                                        .orElse(""),
                                                row.line(),
                                                row.column()))
                                        .toList())
                                .toList(),
                        List.of()))
                .toList();
    }

    /**
     * Returns what it states that does not fit: 正文.表里数 and 正文.表里应是 of a cell that is not computed as those of the
     * other rows, 正文.序号 and 正文.应是序号 of a row that is out of order.
     *
     * @param isWhole whether no row may be left out
     */
    List<Sentence> misfits(boolean isWhole) {
        List<Sentence> misfits = new ArrayList<>();
        List<List<Value.Text>> all =
                Stream.of(rows, totals).flatMap(List::stream).toList();
        BigDecimal[][] numbers = all.stream()
                .map(row -> row.stream().map(cell -> amount(cell).orElse(null)).toArray(BigDecimal[]::new))
                .toArray(BigDecimal[][]::new);
        for (int column = names.size() - 1; column >= 0; column--) {
            if (names.get(column).equals("序号")) {
                order(column, isWhole).ifPresent(misfits::add);
            } else if (SHARE.isIn(names.get(column)) && shares(column).isPresent()) {
                misfits.add(shares(column).get());
            } else if (rows.size() > ENOUGH && misfits.isEmpty()) {
                computed(column, all, numbers).ifPresent(misfits::add);
            }
        }
        return misfits;
    }

    /** The numbers of tables, and the totals of their columns. */
    static Set<BigDecimal> numbers(List<TableColumns> tables) {
        return tables.stream()
                .flatMap(table -> IntStream.range(0, table.names().size())
                        .boxed()
                        .flatMap(i -> {
                            List<BigDecimal> numbers = Stream.of(table.rows(), table.totals())
                                    .flatMap(rows -> rows.stream().flatMap(row -> amount(row.get(i)).stream()))
                                    .toList();
                            BigDecimal sum = numbers.stream()
                                    .limit(table.rows().size())
                                    .reduce(BigDecimal.ZERO, BigDecimal::add);
                            return Stream.concat(numbers.stream(), Stream.of(sum));
                        }))
                .collect(Collectors.toSet());
    }

    /** Returns what its rows state unlike the others: days out of order, people twice, empty cells. */
    List<Sentence> unlike(EntryText text) {
        List<Sentence> unlike = new ArrayList<>();
        BiConsumer<Value.Text, Map<String, Comparable<?>>> found =
                (cell, facts) -> unlike.add(Sentence.of("", facts, cell));
        new DayRows(rows, text.entry().year(), found).read(names);
        new RowMisfits(names, rows, found).read(text.text());
        return unlike;
    }

    private Optional<Sentence> order(int column, boolean isWhole) {
        BigDecimal before = BigDecimal.ZERO;
        // Rows with a total, or of people, are all of them: those that were selected would leave out several numbers.
        boolean isOneLeftOut = (!totals.isEmpty() || names.stream().anyMatch(PERSON::contains))
                && WrittenNumber.read(rows.get(rows.size() - 1).get(column).text())
                        .equals(Optional.of(BigDecimal.valueOf(rows.size() + 1L)));
        for (List<Value.Text> row : rows) {
            Optional<BigDecimal> number = WrittenNumber.read(row.get(column).text());
            if (number.isEmpty()) {
                return Optional.empty();
            }
            BigDecimal next = before.add(BigDecimal.ONE);
            boolean fits = isWhole || isOneLeftOut
                    ? number.get().compareTo(next) == 0
                    : number.get().compareTo(before) != 0;
            if (!fits && number.get().compareTo(BigDecimal.ONE) != 0) {
                return Optional.of(Sentence.of("", Map.of("正文.序号", number.get(), "正文.应是序号", next), row.get(column)));
            }
            before = number.get();
        }
        return Optional.empty();
    }

    /**
     * The cell that does not follow from others of its row as the rest do; from rounded means nothing follows.
     *
     * @param all its rows, and that of totals
     * @param numbers theirs, null for none
     */
    private Optional<Sentence> computed(int column, List<List<Value.Text>> all, BigDecimal[][] numbers) {
        Optional<Sentence> misfit = Optional.empty();
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < names.size(); j++) {
                for (char operator : (i == j ? "∑" : i < j ? "-+*/" : "-/").toCharArray()) {
                    int right = 0;
                    int wrong = -1;
                    boolean isOne = i != column && j != column && !names.get(j).contains("均");
                    for (int row = 0; isOne && row < (operator == '*' ? rows.size() : numbers.length); row++) {
                        BigDecimal written = numbers[row][column];
                        boolean isRate = all.get(row).get(column).text().endsWith("%");
                        BigDecimal exact = written == null
                                        || isRate != (operator == '/')
                                        || all.get(row).get(i).text().endsWith("%")
                                ? null
                                : result(numbers[row], column, i, j, operator);
                        if (exact == null) {
                            continue;
                        }
                        if (isRate ? SentenceRates.isRounded(exact, written) : exact.compareTo(written) == 0) {
                            right++;
                        } else if (wrong < 0 || row < rows.size()) {
                            // A total may be that of the wrong numbers.
                            isOne = wrong < 0;
                            wrong = row;
                        }
                    }
                    // The name of a column may say that it is computed; that of others says nothing.
                    boolean isShown = right >= ENOUGH
                            && (right > ENOUGH || operator == '*' || i == j || COMPUTED.isIn(names.get(column)));
                    if (isOne && isShown && wrong < 0) {
                        return Optional.empty();
                    }
                    if (isOne && isShown && !isExplained(wrong, List.of(column, i, j), all)) {
                        misfit = Optional.of(misfit(
                                all.get(wrong),
                                column,
                                result(numbers[wrong], column, i, j, operator),
                                i == j ? "左边各列相加" : names.get(i) + operator + names.get(j)));
                    }
                }
            }
        }
        return misfit;
    }

    /** Whether a row alone has something in another column, such as a remark or a further part. */
    private static boolean isExplained(int wrong, List<Integer> columns, List<List<Value.Text>> all) {
        return IntStream.range(0, all.get(wrong).size())
                .filter(it -> !columns.contains(it))
                .anyMatch(column -> IntStream.range(0, all.size())
                        .allMatch(row -> (row == wrong)
                                != NOTHING.matcher(all.get(row).get(column).text())
                                        .matches()));
    }

    /** The percentage that is not that of its row in a column, as the others are. */
    private Optional<Sentence> shares(int column) {
        for (int i = 0; i < names.size() && rows.size() > ENOUGH; i++) {
            int part = i;
            List<BigDecimal> parts =
                    rows.stream().flatMap(row -> amount(row.get(part)).stream()).toList();
            BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (i == column || parts.size() < rows.size() || sum.signum() <= 0) {
                continue;
            }
            List<List<Value.Text>> wrong = rows.stream()
                    .filter(row -> !row.get(column).text().endsWith("%")
                            || !SentenceRates.isRounded(
                                    rate(row.get(part), sum),
                                    amount(row.get(column)).orElse(BigDecimal.ZERO)))
                    .toList();
            if (wrong.size() == 1 && wrong.get(0).get(column).text().endsWith("%")) {
                return Optional.of(
                        misfit(wrong.get(0), column, rate(wrong.get(0).get(part), sum), names.get(part) + "÷合计"));
            }
        }
        return Optional.empty();
    }

    private static BigDecimal rate(Value.Text part, BigDecimal sum) {
        return amount(part).orElseThrow().movePointRight(2).divide(sum, MathContext.DECIMAL64);
    }

    private Sentence misfit(List<Value.Text> row, int column, BigDecimal right, String how) {
        return Sentence.of(
                "",
                Map.of(
                        "正文.表里数", row.get(column).text(),
                        "正文.表里应是",
                                right.round(new MathContext(6))
                                        .stripTrailingZeros()
                                        .toPlainString(),
                        "正文.列", names.get(column),
                        "正文.算法", how),
                row.get(column));
    }

    /** Null if a cell has no number, or one of which nothing is seen. */
    private static BigDecimal result(BigDecimal[] row, int column, int i, int j, char operator) {
        if (operator == '∑') {
            boolean isSum =
                    column > i + ENOUGH && Stream.of(row).limit(column).skip(i).allMatch(Objects::nonNull);
            return isSum ? Stream.of(row).limit(column).skip(i).reduce(BigDecimal.ZERO, BigDecimal::add) : null;
        }
        boolean isSum = operator == '-' || operator == '+';
        // Of two zeros nothing is seen, nor of one that is multiplied.
        if (row[i] == null
                || row[j] == null
                || row[j].signum() == 0 && (!isSum || row[i].signum() == 0)
                || row[i].signum() == 0 && !isSum) {
            return null;
        }
        return switch (operator) {
            case '-' -> row[i].subtract(row[j]);
            case '+' -> row[i].add(row[j]);
            case '*' -> row[i].multiply(row[j]);
            default -> row[i].movePointRight(2).divide(row[j], MathContext.DECIMAL64);
        };
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
}
