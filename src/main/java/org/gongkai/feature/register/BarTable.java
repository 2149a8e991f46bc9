package org.gongkai.feature.register;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gongkai.render.model.RegisterModel;
import org.gongkai.text.MoneyText;

/**
 * Figures with bars, to be compared; what is the same throughout is a sentence instead.
 *
 * @param title what is shown
 * @param head the name of the first column
 * @param each words for all of the names, such as 每月
 * @param names of what is compared
 * @param rest a clause about what is not named, such as 其余时间无公开记录; empty if everything is
 * @param unit of all values
 * @param shares whether each value is also shown as a percentage of the sum
 * @param series the columns
 */
record BarTable(
        String title,
        String head,
        String each,
        List<String> names,
        String rest,
        String unit,
        boolean shares,
        List<Series> series) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal ALIKE = new BigDecimal("0.9");

    BarTable {
        names = List.copyOf(names);
        series = List.copyOf(series);
    }

    /**
     * A column.
     *
     * @param values one for each name; empty if it is not known
     */
    record Series(String name, List<Optional<BigDecimal>> values) {
        Series {
            values = List.copyOf(values);
        }

        private List<BigDecimal> known() {
            return values.stream().flatMap(Optional::stream).toList();
        }

        private BigDecimal least() {
            return known().stream().reduce(BigDecimal::min).orElse(BigDecimal.ZERO);
        }

        private BigDecimal most() {
            return known().stream().reduce(BigDecimal::max).orElse(BigDecimal.ZERO);
        }

        /** Bars of which the shortest is nearly as long as the longest tell nothing. */
        private boolean isCompared() {
            return least().compareTo(most().multiply(ALIKE)) < 0;
        }

        private boolean isSame(Series other) {
            return IntStream.range(0, values.size()).allMatch(i -> values.get(i)
                    .map(BigDecimal::stripTrailingZeros)
                    .equals(other.values.get(i).map(BigDecimal::stripTrailingZeros)));
        }
    }

    /** Returns what templates show; empty if no value is known. */
    Optional<RegisterModel.Chart> chart() {
        List<Series> stated =
                series.stream().filter(one -> !one.known().isEmpty()).toList();
        List<Series> compared = new ArrayList<>();
        List<Series> even = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (Series one : stated) {
            Series first = stated.stream().filter(one::isSame).findFirst().orElse(one);
            if (first != one) {
                sentences.add(one.name() + "与" + first.name() + "相同。");
            } else if (one.isCompared()) {
                compared.add(one);
            } else {
                even.add(one);
            }
        }
        even.forEach(one -> sentences.add(sentence(one, compared.isEmpty() ? rest : "")));
        if (compared.isEmpty() && sentences.isEmpty()) {
            return Optional.empty();
        }
        if (!compared.isEmpty() && !rest.isEmpty()) {
            sentences.add(rest + "。");
        }
        BigDecimal longest =
                compared.stream().map(Series::most).reduce(BigDecimal::max).orElse(BigDecimal.ZERO);
        List<RegisterModel.Bars> rows = IntStream.range(0, compared.isEmpty() ? 0 : names.size())
                .mapToObj(i -> new RegisterModel.Bars(
                        names.get(i),
                        compared.stream().map(one -> bar(one, i, longest)).toList()))
                .toList();
        return Optional.of(new RegisterModel.Chart(
                title, head, compared.stream().map(Series::name).toList(), rows, sentences));
    }

    private RegisterModel.Bar bar(Series of, int row, BigDecimal longest) {
        Optional<BigDecimal> value = of.values().get(row);
        if (value.isEmpty()) {
            return new RegisterModel.Bar("未记录", 0);
        }
        BigDecimal sum = of.known().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        String share = shares && sum.signum() > 0
                ? "，占" + value.get().multiply(HUNDRED).divide(sum, 1, RoundingMode.HALF_UP) + "%"
                : "";
        return new RegisterModel.Bar(text(value.get()) + share, width(value.get(), longest));
    }

    /** What is not nothing has a bar that can be seen. */
    private static int width(BigDecimal value, BigDecimal longest) {
        return value.signum() <= 0
                ? 0
                : Math.max(
                        1,
                        value.multiply(HUNDRED)
                                .divide(longest, 0, RoundingMode.HALF_UP)
                                .intValue());
    }

    private String sentence(Series one, String others) {
        List<String> known = IntStream.range(0, names.size())
                .filter(i -> one.values().get(i).isPresent())
                .mapToObj(names::get)
                .toList();
        boolean isEqual = one.least().compareTo(one.most()) == 0;
        String value = isEqual ? text(one.most()) : text(one.least()) + "至" + text(one.most());
        if (known.size() == names.size() && names.size() > 1 && rest.isEmpty()) {
            return one.name() + each + (isEqual ? "均为" + value : "相差不大，为" + value) + "。";
        }
        String unknown = known.size() < names.size() ? "其余未记录" : others;
        String words = !isEqual ? "相差不大，为" : known.size() > 1 ? "均为" : "为";
        return String.join("、", known) + "的" + one.name() + words + value + (unknown.isEmpty() ? "" : "，" + unknown)
                + "。";
    }

    private String text(BigDecimal value) {
        return (unit.equals("元")
                        ? MoneyText.plain(value)
                        : value.stripTrailingZeros().toPlainString())
                + unit;
    }
}
