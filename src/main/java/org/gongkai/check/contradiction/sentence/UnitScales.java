package org.gongkai.check.contradiction.sentence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.check.contradiction.sentence.SentenceAmounts.Amount;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.YamlReader;
import org.gongkai.text.PrefilteredPattern;

/** Amounts in the wrong unit: 37户、每户75公斤、共2775斤; 20400万元（结转2400元，下拨18000元）; 260亩（折合26公顷）. */
final class UnitScales {

    private static final Map<String, Unit> UNITS = Binder.ofResources()
            .groups(Unit.class, Optional.of(new YamlReader().resource(UnitScales.class, "units.yml")))
            .stream()
            .collect(Collectors.toMap(Unit::name, Function.identity()));

    private static final BigDecimal MYRIAD = BigDecimal.valueOf(10_000);

    /** By what an amount misses if its unit is another one. */
    private static final List<BigDecimal> FACTORS = Stream.of(2, 10, 60, 100, 1000, 10_000, 100_000)
            .map(BigDecimal::valueOf)
            .toList();

    private static final BigDecimal NEAR = new BigDecimal("0.03");

    private static final String AMOUNT = "([0-9]+(?:\\.[0-9]+)?)(万?(?:公斤|千克|斤|吨|元|公里|千米|里地?|米|亩|公顷|小时|分钟))";

    /** An amount, and the same in another unit. */
    private static final PrefilteredPattern SAME = new PrefilteredPattern("(?<![0-9.第])" + AMOUNT
            + "(?:\\((?:折合|约合|合|也就是|等于|相当于|即)?|,(?:折合|约合|也就是|等于|相当于|即))约?" + AMOUNT + "(?=\\)|,|$)");

    private UnitScales() {}

    /**
     * A unit.
     *
     * @param of what it measures
     * @param scale how many of the smallest unit of that it is
     */
    @Key.Group("")
    record Unit(@Key("单位") String name, @Key("量") String of, @Key("倍") BigDecimal scale) {}

    /** @param found takes where an amount stands, and the facts: 正文.单位的量, 正文.单位算的 */
    static void read(String sentence, List<Amount> amounts, BiConsumer<Integer, Map<String, Comparable<?>>> found) {
        if (amounts.isEmpty()) {
            return;
        }
        for (MatchResult it : SAME.results(sentence)) {
            BigDecimal first = value(it.group(1), it.group(2));
            BigDecimal second = value(it.group(3), it.group(4));
            if (of(it.group(2)).equals(of(it.group(4)))
                    && !it.group(2).equals(it.group(4))
                    && first.subtract(second).abs().compareTo(first.multiply(NEAR)) > 0) {
                tell(it.start(3), it.group(3) + it.group(4), first, it.group(4), found);
            }
        }
        for (Amount it : amounts) {
            List<Amount> others = amounts.stream()
                    .filter(other -> other != it && of(other.unit()).equals(of(it.unit())))
                    .toList();
            if (of(it.unit()).isEmpty()
                    || others.stream().allMatch(other -> other.unit().equals(it.unit()))) {
                continue;
            }
            Stream<BigDecimal> products = others.stream()
                    .filter(other -> !other.unit().equals(it.unit()))
                    .flatMap(other -> amounts.stream()
                            .filter(count -> !of(count.unit()).equals(of(it.unit())))
                            .map(count -> count.value().multiply(value(other))));
            Stream<BigDecimal> sums = IntStream.range(0, Math.max(0, others.size() - 1))
                    .boxed()
                    .flatMap(from ->
                            IntStream.rangeClosed(from + 2, others.size()).mapToObj(to -> others.subList(from, to)))
                    .filter(parts ->
                            parts.stream().noneMatch(part -> part.unit().equals(it.unit())))
                    .map(parts -> parts.stream().map(UnitScales::value).reduce(BigDecimal.ZERO, BigDecimal::add));
            List<BigDecimal> made = Stream.concat(products, sums).toList();
            BigDecimal written = value(it);
            if (made.stream().noneMatch(one -> one.compareTo(written) == 0)) {
                made.stream()
                        .filter(one -> one.stripTrailingZeros().precision() > 1)
                        .filter(one -> isProduct(it, amounts)
                                || FACTORS.stream()
                                .anyMatch(factor -> one.multiply(factor).compareTo(written) == 0
                                        || written.multiply(factor).compareTo(one) == 0))
                        .findFirst()
                        .ifPresent(
                                one -> tell(it.start(), it.value().toPlainString() + it.unit(), one, it.unit(), found));
            }
        }
    }

    /** Whether an amount can only be the product of the two before it: 每袋50公斤，共120袋，合计6吨. */
    private static boolean isProduct(Amount total, List<Amount> amounts) {
        return amounts.size() == 3
                && amounts.indexOf(total) == 2
                && total.isExact()
                && SentenceProducts.TOTAL.matcher(total.before()).matches();
    }

    private static void tell(
            int at,
            String written,
            BigDecimal value,
            String unit,
            BiConsumer<Integer, Map<String, Comparable<?>>> found) {
        String made = value.divide(value("1", unit), new MathContext(5))
                .stripTrailingZeros()
                .toPlainString();
        found.accept(at, Map.of("正文.单位的量", written, "正文.单位算的", made + unit));
    }

    /** What a unit measures; empty if it counts something. */
    private static String of(String unit) {
        Unit known = UNITS.get(unit.replace("万", ""));
        return known == null ? "" : known.of();
    }

    private static BigDecimal value(Amount it) {
        return value(it.value().toPlainString(), it.unit());
    }

    private static BigDecimal value(String number, String unit) {
        BigDecimal value =
                new BigDecimal(number).multiply(UNITS.get(unit.replace("万", "")).scale());
        return unit.startsWith("万") ? value.multiply(MYRIAD) : value;
    }
}
