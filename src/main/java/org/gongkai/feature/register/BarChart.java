package org.gongkai.feature.register;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.feature.register.RegisterModel.Chart;
import org.gongkai.feature.register.RegisterModel.ChartCell;
import org.gongkai.feature.register.RegisterModel.ChartRow;
import org.gongkai.feature.register.model.ColumnType;

/** A chart of figures with bars; figures that hardly differ become a sentence instead. */
final class BarChart {

    /** Shown for a figure that no entry states, which is not 0. */
    static final String UNKNOWN = "未提供数据";

    /** Ratio of the shortest bar to the longest from which bars show nothing. */
    private static final BigDecimal ALIKE = new BigDecimal("0.9");

    private final String title;
    private final String head;
    private final boolean isTime;
    private final String unit;
    private final String rest;
    private final Map<String, Map<String, BigDecimal>> columns = new LinkedHashMap<>();
    private final List<String> sentences = new ArrayList<>();

    /**
     * @param title what is shown
     * @param head heading of the first column, such as 月 or a column of the register
     * @param isTime whether the rows are periods; of other parts the percentage is shown as well
     * @param unit of all figures
     * @param rest a clause about the other periods, such as 其余的还没有公开; empty if there are none
     */
    BarChart(String title, String head, boolean isTime, String unit, String rest) {
        this.title = title;
        this.head = head;
        this.isTime = isTime;
        this.unit = unit;
        this.rest = rest;
    }

    /**
     * Adds a column, or a sentence if it equals another column; nothing if none of its figures is known.
     *
     * @param parts the subject of each row by its name
     */
    <T> void add(String name, Map<String, T> parts, Function<T, Optional<BigDecimal>> figure) {
        Map<String, BigDecimal> known = new LinkedHashMap<>();
        parts.forEach((part, of) -> figure.apply(of).ifPresent(value -> known.put(part, value.stripTrailingZeros())));
        Optional<String> same = columns.entrySet().stream()
                .filter(column -> column.getValue().equals(known))
                .map(Map.Entry::getKey)
                .findFirst();
        if (same.isPresent()) {
            sentences.add(name + "与" + same.get() + "相同。");
        } else if (!known.isEmpty()) {
            columns.put(name, known);
        }
    }

    /** Returns what templates show; empty if no figure is known. */
    Optional<Chart> chart(Set<String> names) {
        Map<String, Map<String, BigDecimal>> compared = new LinkedHashMap<>(columns);
        compared.values().removeIf(known -> least(known).compareTo(most(known).multiply(ALIKE)) >= 0);
        columns.forEach((name, known) -> {
            if (!compared.containsKey(name)) {
                sentences.add(sentence(name, known, names, compared.isEmpty() ? rest : ""));
            }
        });
        if (!compared.isEmpty() && !rest.isEmpty()) {
            sentences.add(rest + "。");
        }
        BigDecimal longest = compared.values().stream().map(BarChart::most).reduce(BigDecimal.ZERO, BigDecimal::max);
        List<ChartRow> rows = compared.isEmpty()
                ? List.of()
                : names.stream()
                        .map(row -> new ChartRow(
                                row,
                                compared.values().stream()
                                        .map(known -> bar(known, row, longest))
                                        .toList()))
                        .toList();
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart(
                        "bars", title, head, List.copyOf(compared.keySet()), rows, String.join("", sentences)));
    }

    private ChartCell bar(Map<String, BigDecimal> known, String row, BigDecimal longest) {
        BigDecimal value = known.get(row);
        if (value == null) {
            return ChartCell.bar(UNKNOWN, 0);
        }
        // The bar of a part shows its share; parts of which one is negative have no whole.
        boolean isShare = !isTime && least(known).signum() >= 0;
        BigDecimal whole = isShare ? known.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add) : longest;
        String share = isShare ? "，占" + percent(value, whole, 1) + "%" : "";
        // A positive figure has a visible bar.
        int width =
                value.signum() <= 0 ? 0 : Math.max(1, percent(value, whole, 0).intValue());
        return ChartCell.bar(text(value) + share, width);
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole, int decimals) {
        return part.movePointRight(2).divide(whole, decimals, RoundingMode.HALF_UP);
    }

    private String sentence(String name, Map<String, BigDecimal> known, Set<String> names, String others) {
        BigDecimal least = least(known);
        BigDecimal most = most(known);
        boolean isEqual = least.equals(most);
        String value = isEqual ? text(most) : text(least) + "至" + text(most);
        String are = isEqual ? (known.size() > 1 ? "均为" : "为") : "相差不大，为";
        if (known.size() == names.size() && names.size() > 1 && rest.isEmpty()) {
            return name + (isTime ? "每" + head : "各项") + are + value + "。";
        }
        String unknown = known.size() < names.size() ? "其余" + UNKNOWN : others;
        String figures = isEqual || known.size() > 4
                ? String.join("、", known.keySet()) + "的" + name + are + value
                : name
                        + known.keySet().stream()
                                .map(part -> part + text(known.get(part)))
                                .collect(Collectors.joining("、"));
        return figures + (unknown.isEmpty() ? "" : "，" + unknown) + "。";
    }

    private static BigDecimal least(Map<String, BigDecimal> known) {
        return Collections.min(known.values());
    }

    private static BigDecimal most(Map<String, BigDecimal> known) {
        return Collections.max(known.values());
    }

    private String text(BigDecimal value) {
        return (unit.equals(ColumnType.MONEY.unit()) ? ColumnType.MONEY : ColumnType.NUMBER).figure(value) + unit;
    }
}
