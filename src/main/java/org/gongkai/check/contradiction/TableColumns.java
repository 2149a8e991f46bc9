package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gongkai.check.contradiction.ProseFactReader.Sentence;
import org.gongkai.check.contradiction.sentence.SentenceRates;
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

    private static final Pattern SHARE = Pattern.compile("占比|比例|比重");

    /** Columns that are computed from others. */
    private static final Pattern COMPUTED = Pattern.compile("比|差|[增余剩欠缺超占率]|减少|合计|小计|全年|金额|总[价额计]|未[交签办收完]");

    private static final Pattern AMOUNT = Pattern.compile(
            "([多超增+]加?|[少差减-]少?)?([0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?)(%?)\\p{IsHan}{0,2}");

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
            if (names.get(column).equals("月份")) {
                months(column).ifPresent(misfits::add);
            } else if (names.get(column).equals("序号")) {
                order(column, isWhole).ifPresent(misfits::add);
            } else if (names.get(column).endsWith("数")) {
                listed(column).ifPresent(misfits::add);
            } else if (SHARE.matcher(names.get(column)).find() && shares(column).isPresent()) {
                misfits.add(shares(column).get());
            } else if (COMPUTED.matcher(names.get(column)).find() && rows.size() > ENOUGH && misfits.isEmpty()) {
                computed(column).ifPresent(misfits::add);
            }
        }
        return misfits;
    }

    /** In a rota, the month that stands twice while another between the first and the last does not stand. */
    private Optional<Sentence> months(int column) {
        List<Integer> all = rows.stream()
                .flatMap(row -> WrittenNumber.read(row.get(column).text()).stream())
                .map(BigDecimal::intValue)
                .toList();
        TreeSet<Integer> months = new TreeSet<>(all);
        if (all.size() != rows.size()
                || months.size() != all.size() - 1
                || months.last() - months.first() != months.size()
                || names.stream().noneMatch(it -> it.matches("轮值人|值班.*|带班.*"))) {
            return Optional.empty();
        }
        int missing = IntStream.range(months.first(), months.last())
                .filter(it -> !months.contains(it))
                .sum();
        return IntStream.range(1, all.size())
                .filter(i -> all.subList(0, i).contains(all.get(i)))
                .mapToObj(i -> Sentence.of(
                        "",
                        Map.of(
                                "正文.重复月", BigDecimal.valueOf(all.get(i)),
                                "正文.缺的月", BigDecimal.valueOf(missing)),
                        rows.get(i).get(column)))
                .findFirst();
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
                        misfit = Optional.of(misfit(
                                row,
                                column,
                                result(row, i, j, operator).orElseThrow(),
                                names.get(i) + operator + names.get(j)));
                    }
                }
            }
        }
        return misfit;
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
                        "正文.表里应是", shown(right),
                        "正文.列", names.get(column),
                        "正文.算法", how),
                row.get(column));
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
        // Of two zeros nothing is seen, nor of one that is multiplied.
        boolean isSum = operator == '-' || operator == '+';
        return amount(row.get(i)).filter(it -> isSum || it.signum() != 0).flatMap(one -> amount(row.get(j))
                .filter(it -> (it.signum() != 0 || isSum && one.signum() != 0)
                        && !row.get(i).text().endsWith("%"))
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
}
