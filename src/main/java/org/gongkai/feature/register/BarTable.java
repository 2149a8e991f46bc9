package org.gongkai.feature.register;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gongkai.text.MoneyText;

/**
 * Figures with bars, to be compared; what is nearly the same throughout is a sentence instead.
 *
 * @param title what is shown
 * @param head what the first column names, such as 月 or a column of the register
 * @param isTime whether these are periods; of other parts the percentage is shown as well
 * @param unit of all values
 * @param rest a clause about periods that are not named, such as 其余时间无公开记录; empty if all are
 */
record BarTable(String title, String head, boolean isTime, String unit, String rest) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Bars of which the shortest has at least this part of the longest tell nothing. */
    private static final BigDecimal ALIKE = new BigDecimal("0.9");

    /**
     * A column.
     *
     * @param values one for each row; empty if it is not known
     */
    record Series(String name, List<Optional<BigDecimal>> values) {
        Series {
            values = values.stream()
                    .map(value -> value.map(BigDecimal::stripTrailingZeros))
                    .toList();
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

        private boolean isCompared() {
            return least().compareTo(most().multiply(ALIKE)) < 0;
        }
    }

    /** Returns what templates show; empty if no value is known. */
    Optional<RegisterModel.Chart> chart(List<String> names, List<Series> series) {
        List<Series> stated =
                series.stream().filter(one -> !one.known().isEmpty()).toList();
        List<Series> compared = new ArrayList<>();
        List<Series> even = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (Series one : stated) {
            Series first = stated.stream()
                    .filter(it -> it.values().equals(one.values()))
                    .findFirst()
                    .orElse(one);
            if (first != one) {
                sentences.add(one.name() + "与" + first.name() + "相同。");
            } else {
                (one.isCompared() ? compared : even).add(one);
            }
        }
        even.forEach(one -> sentences.add(sentence(one, names, compared.isEmpty() ? rest : "")));
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
        return stated.isEmpty()
                ? Optional.empty()
                : Optional.of(new RegisterModel.Chart(
                        title, head, compared.stream().map(Series::name).toList(), rows, sentences));
    }

    private RegisterModel.Bar bar(Series of, int row, BigDecimal longest) {
        Optional<BigDecimal> value = of.values().get(row);
        if (value.isEmpty()) {
            return new RegisterModel.Bar("未记录", 0);
        }
        BigDecimal sum = of.known().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        String share = isTime || sum.signum() <= 0 ? "" : "，占" + percent(value.get(), sum, 1) + "%";
        // What is not nothing has a bar that can be seen.
        int width = value.get().signum() <= 0
                ? 0
                : Math.max(1, percent(value.get(), longest, 0).intValue());
        return new RegisterModel.Bar(text(value.get()) + share, width);
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole, int decimals) {
        return part.multiply(HUNDRED).divide(whole, decimals, RoundingMode.HALF_UP);
    }

    private String sentence(Series one, List<String> names, String others) {
        List<String> known = IntStream.range(0, names.size())
                .filter(i -> one.values().get(i).isPresent())
                .mapToObj(names::get)
                .toList();
        boolean isEqual = one.least().equals(one.most());
        String value = isEqual ? text(one.most()) : text(one.least()) + "至" + text(one.most());
        String are = isEqual ? (known.size() > 1 ? "均为" : "为") : "相差不大，为";
        if (known.size() == names.size() && names.size() > 1 && rest.isEmpty()) {
            return one.name() + (isTime ? "每" + head : "各项") + are + value + "。";
        }
        String unknown = known.size() < names.size() ? "其余未记录" : others;
        return String.join("、", known) + "的" + one.name() + are + value + (unknown.isEmpty() ? "" : "，" + unknown)
                + "。";
    }

    private String text(BigDecimal value) {
        return (unit.equals("元") ? MoneyText.plain(value) : value.toPlainString()) + unit;
    }
}
