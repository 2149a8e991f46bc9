package org.gongkai.feature.register.check;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.header.HeaderPosition;
import org.gongkai.feature.register.model.ColumnSpec;
import org.gongkai.feature.register.model.ColumnType;
import org.gongkai.feature.register.model.Register.Row;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.output.table.Cell;
import org.gongkai.problem.Problem;
import org.gongkai.site.Item;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.text.Period;

/** Holds the amounts of periods against what adds to them, subtracts from them and replaces them. */
record AdjustmentCheck(RegisterSpec spec, List<Row> rows, Consumer<Problem> problems) {

    void check() {
        Set<Item> seen = new HashSet<>();
        // An adjustment of another year is told in the year of its publication as well.
        Stream.concat(
                        rows.stream().filter(row -> row.period().isPresent()),
                        rows.stream().filter(row -> row.period().isEmpty()))
                .forEach(row -> {
                    for (Item item : row.entries()) {
                        if (seen.add(item)) {
                            entry(row, item);
                        }
                    }
                    for (ColumnSpec column : spec.columns()) {
                        row.number(spec.column(column.name())).ifPresent(number -> amount(row, column, number, seen));
                    }
                });
    }

    private void entry(Row row, Item item) {
        String word = spec.adjustment(item.entry());
        HeaderPosition place = HeaderPosition.of(item.entry(), field(item), CommonField.TITLE, problems);
        for (ColumnSpec column : spec.columns()) {
            BigDecimal number = column.type().isSummed() ? number(item, column) : BigDecimal.ZERO;
            if (number.signum() < 0) {
                at(item, column)
                        .error(
                                "E365",
                                "“" + column.name() + "”写的是" + column.type().alone(number) + "，不能是负数",
                                "请写正数；钱是退出去的，在“" + field(item) + "”里写明：" + words("减"));
            }
            if (number.signum() != 0 && !spec.isAdjusted(column) && isAdded(word)) {
                at(item, column)
                        .warning(
                                "W368",
                                "本条是" + word + "，“" + column.name() + "”不计入台账",
                                "请删去；“" + column.name() + "”写在那一期正常的公示里，写错了的另写一条" + words("代替"));
            }
        }
        if (!word.isEmpty() && row.period().isEmpty()) {
            place.warning("W366", "本条是" + word + "，没有写是哪一期的，算不到那一期里", "请写上“期间”，如 期间: {起: 2024-04-01, 止: 2024-06-30}");
        } else if (isAdded(word)
                && spec.columns().stream()
                        .noneMatch(column ->
                                spec.isAdjusted(column) && number(item, column).signum() != 0)) {
            place.warning("W366", "本条是" + word + "，没有写数", "请写上" + word + "多少，写正数");
        } else if (!row.adjustment().isEmpty() && !isCovered(row)) {
            place.warning(
                    "W365",
                    "本条是" + name(row.period().get()) + "的" + word + "，没有找到这一期正常的“"
                            + item.entry().kinds().get(0).name() + "”",
                    "请核对期间" + (isAdded(word) ? "" : "，要和更正的那一条一样") + "；那一期还没有公布的，另写一条；在网站以外公布过的，在文件头里写 例外: W365 和理由");
        }
    }

    /** Whether all of a period that an addition names has amounts of its own, or is before all that the site has. */
    private boolean isCovered(Row row) {
        List<Period> own = rows.stream()
                .filter(other -> other.adjustment().isEmpty())
                .flatMap(other -> other.period().stream())
                .toList();
        Period period = row.period().get();
        return isAdded(row.adjustment()) && period.isCoveredBy(own)
                || !own.isEmpty() && own.stream().allMatch(other -> other.from().isAfter(period.to()));
    }

    /** No more is given back than was paid, and no more is paid than is due, with arrears or without. */
    private void amount(Row row, ColumnSpec column, BigDecimal number, Set<Item> before) {
        List<Item> adjusting = row.entries().stream()
                .filter(item -> sign(item, column) != 0 && number(item, column).signum() != 0)
                .toList();
        Item last = adjusting.isEmpty() ? row.entries().get(0) : adjusting.get(adjusting.size() - 1);
        String word = spec.adjustment(last.entry());
        if (number.signum() < 0 && row.adjustment().isEmpty() && !adjusting.isEmpty()) {
            at(last, column)
                    .warning(
                            "W367",
                            word + "以后，" + told(row, column, number),
                            "请核对金额和期间；" + word + "的是几期的钱，期间写从哪一期到哪一期");
        }
        Optional<ColumnSpec> limit =
                Optional.ofNullable(spec.source().limits().get(column.name())).map(this::column);
        BigDecimal due = limit.flatMap(it -> row.number(spec.column(it.name()))).orElse(number);
        BigDecimal stated = adjusting.stream()
                .map(item -> number(item, column).multiply(BigDecimal.valueOf(sign(item, column))))
                .reduce(number, BigDecimal::subtract);
        String than = limit.map(it -> "，多于" + it.name() + it.type().alone(due)).orElse("");
        if (stated.compareTo(due) > 0) {
            if (column.type() == ColumnType.MONEY
                    && number.subtract(explained(row, column)).compareTo(due) > 0) {
                Item counted = row.entries().get(0);
                at(counted, column)
                        .warning(
                                "W171",
                                column.name() + column.type().alone(stated) + than,
                                "请核对；里面有补缴以前的，分出来另写一条（" + field(counted) + ": " + words("加")
                                        + "），期间写补的那一期；多收的，以后退了或者抵了，另写一条" + words("减") + "或者" + words("不计"));
            }
        } else if (number.compareTo(due) > 0) {
            at(last, column)
                    .warning(
                            "W369",
                            word + "以后，" + told(row, column, number) + than,
                            "请核对期间；补的是几期的，期间写从哪一期到哪一期；原来已经计入的人，这里不再写");
        }
    }

    private static String told(Row row, ColumnSpec column, BigDecimal number) {
        return row.period().map(AdjustmentCheck::name).orElse("") + "的" + column.name()
                + column.type().alone(number);
    }

    /** What is set off later explains what was paid in excess before. */
    private BigDecimal explained(Row row, ColumnSpec column) {
        return rows.stream()
                .filter(other -> other.day().isPresent() && row.day().isPresent())
                .filter(other -> !other.day().get().isBefore(row.day().get()))
                .flatMap(other -> other.entries().stream())
                .filter(item -> isAdded(spec.adjustment(item.entry()))
                        && spec.sign(spec.adjustment(item.entry()), column.name()) == 0)
                .map(item -> number(item, column))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean isAdded(String word) {
        return !word.isEmpty() && !spec.replaces(word);
    }

    private int sign(Item item, ColumnSpec column) {
        String word = spec.adjustment(item.entry());
        return isAdded(word) ? spec.sign(word, column.name()) : 0;
    }

    private BigDecimal number(Item item, ColumnSpec column) {
        return column.read(new EntryFacts(item, List.of(), List.of())) instanceof Cell.Number number
                ? number.value()
                : BigDecimal.ZERO;
    }

    private HeaderPosition at(Item item, ColumnSpec column) {
        return HeaderPosition.of(item.entry(), column.paths().get(0), CommonField.TITLE, problems);
    }

    private ColumnSpec column(String name) {
        return spec.columns().get(spec.column(name));
    }

    private static String field(Item item) {
        return item.entry().kinds().stream()
                .flatMap(kind -> kind.adjusting().stream())
                .map(FieldSpec::name)
                .findFirst()
                .orElse("标题");
    }

    /** The words of the adjustments that do something to an amount. */
    private String words(String action) {
        return spec.source().adjustments().entrySet().stream()
                .filter(it -> it.getValue().contains(action))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining("、"));
    }

    private static String name(Period period) {
        String label = period.label();
        return label.matches("\\d{4}.*") ? label : period.to().getYear() + "年" + label;
    }
}
