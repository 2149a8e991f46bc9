package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The sums, products, means and shares of a sentence that do not follow from the numbers beside them. Each is told only
 * if no other numbers of the sentence make it either.
 */
final class SentenceSums {

    private static final String UNITS =
            "人次|小时|学时|课时|万元|公里|公斤|[名人条项件份次户元张处篇场册盏套台家组期架队本块米吨票天只箱袋棵株亩节段把副批枚瓶盒桶辆间幅页]|个(?!月|工作|季|百分|小时|学时|课时)";

    private static final Pattern AMOUNT = Pattern.compile(
            "(?<![0-9.第])([0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?)(?:个(?=[小学课]时))?(" + UNITS + ")");

    /** Before a number for each of several, and before one that is not exact. */
    private static final Pattern EACH = Pattern.compile("(?:每[^0-9,、;:]{1,6}|[人户]均[^0-9,]{0,4}|平均[^0-9,]{0,6}|各)$");

    private static final Pattern VAGUE =
            Pattern.compile("(?:约|近|超过?|不少于|不低于|至少|多于|少于|最[多少高低]|计划|目标|上[年次]|去年|同期|原来?|第|[比较多少增减][加少]?了?)$");

    private static final Pattern BETWEEN = Pattern.compile("[^0-9,、]{0,8}(?:[,、和及]|以及)[^0-9,、]{0,12}");
    private static final Pattern NEW_LIST =
            Pattern.compile("其中|分别|包括|[编分]为|[:(]|合计|共|总|达|结转|结余|剩余|余额|节余|累计|同比|比|再|又|另|每|均|各(?!组)");
    private static final Pattern OVERLAPPING =
            Pattern.compile("[女男]|岁|以[上下]|学历|大专|本科|民族|兼|重复|同时|[上去往]年|交叉|多选|两[项次]|至少|不少于");
    private static final Pattern PERIODS = Pattern.compile("季度|[0-9]月|半年|[上去]年");
    private static final Pattern TOTAL = Pattern.compile("[^0-9]{0,6}(?:合计|共计|总计|一共|总共|共)[^0-9]{0,5}");
    private static final Pattern REST = Pattern.compile("其余|其他|剩|没有?|未|不予|在办|推进|正在|余下|尚");

    /** Behind the kinds of what came in, what became of it. */
    private static final Pattern DEALT = Pattern.compile("已|未|[办完]|采纳|解决|答复|整改|销号|落实|处理|剩");

    private static final Pattern MEAN = Pattern.compile("平均每(个?.)[^0-9,、]{0,6}$|([人户])均[^0-9,、]{0,4}$");
    private static final Pattern EACH_OF = Pattern.compile("(?<!平均)每个?([^0-9,、;:个])[^0-9,、;:]{0,5}$");
    private final String sentence;
    private final List<Amount> amounts = new ArrayList<>();
    private final BiConsumer<Integer, Map<String, Comparable<?>>> found;

    /** @param before what stands before it, back to the number before */
    record Amount(int start, int end, BigDecimal value, String unit, String before) {

        boolean isExact() {
            return !EACH.matcher(before).find() && !VAGUE.matcher(before).find();
        }
    }

    private SentenceSums(String sentence, BiConsumer<Integer, Map<String, Comparable<?>>> found) {
        this.sentence = sentence;
        this.found = found;
        int last = 0;
        for (MatchResult it : AMOUNT.matcher(sentence).results().toList()) {
            String unit = it.group(2).equals("人") ? "名" : it.group(2);
            BigDecimal value = new BigDecimal(it.group(1).replace(",", ""));
            amounts.add(new Amount(it.start(), it.end(), value, unit, sentence.substring(last, it.start())));
            last = it.end();
        }
    }

    /**
     * Reads a sentence.
     *
     * @param found takes where a number stands that does not fit, and the facts: 正文.写的量, 正文.算的量, 正文.算法
     */
    static void read(String sentence, BiConsumer<Integer, Map<String, Comparable<?>>> found) {
        SentenceSums sums = new SentenceSums(sentence, found);
        if (sums.amounts.size() > 1) {
            sums.lists();
            sums.products();
        }
        SentenceRates.read(sentence, sums.amounts, found);
    }

    private void lists() {
        for (int from = 0, to; from < amounts.size(); from = to) {
            to = from + 1;
            while (to < amounts.size() && isListed(amounts.get(to - 1), amounts.get(to))) {
                to++;
            }
            if (to - from > 1 && amounts.subList(from, to).stream().allMatch(Amount::isExact)) {
                whole(from, to);
            }
            if (to < amounts.size()
                    && amounts.get(to).unit().equals(amounts.get(to - 1).unit())) {
                before(from, to);
            }
        }
    }

    private static boolean isListed(Amount one, Amount next) {
        return one.unit().equals(next.unit())
                && BETWEEN.matcher(next.before()).matches()
                && !NEW_LIST.matcher(next.before()).find();
    }

    /** Parts behind their total. */
    private void whole(int from, int to) {
        List<Amount> parts = amounts.subList(from, to);
        String lead = parts.get(0).before();
        BigDecimal sum = sum(parts);
        List<Amount> totals = amounts.subList(0, from).stream()
                .filter(it -> it.unit().equals(parts.get(0).unit()))
                .toList();
        boolean some = lead.contains("其中");
        boolean all = lead.matches(".*(?:(?<![组班队村])分别[为是有]|[编分]为|组成|包括).*")
                || (lead.contains("分别") || isAnnounced(lead, parts)) && isNear(sum, totals);
        if (!totals.isEmpty() && (some || all)) {
            Amount total = totals.get(totals.size() - 1);
            boolean fits = totals.stream().anyMatch(it -> isSum(it.value(), parts));
            boolean isNext = lead.matches("[,(]其中.*");
            boolean more = (isNext ? List.of(total) : totals)
                    .stream().allMatch(it -> it.value().compareTo(sum) < 0);
            String rest = sentence.substring(total.end());
            if (!fits
                    && total.isExact()
                    && !OVERLAPPING.matcher(rest).find()
                    && (more || all && !PERIODS.matcher(rest).find())
                    && (more && !total.unit().matches("名|人次") || !isMade(total.value(), to))) {
                tell(total, sum, "其中各项相加");
            }
        } else if (parts.size() > 2
                && REST.matcher(about(parts.get(parts.size() - 1))).find()) {
            Amount total = parts.get(0);
            BigDecimal others = sum.subtract(total.value());
            if (!isSum(total.value(), parts.subList(1, parts.size()))
                    && isNear(others, List.of(total))
                    && parts.subList(1, parts.size()).stream()
                            .noneMatch(it -> it.value().compareTo(total.value()) >= 0)
                    && to == amounts.size()
                    && from == 0) {
                tell(total, others, "后面各项相加");
            }
        }
    }

    /** The words at an amount. */
    private String about(Amount it) {
        return it.before() + sentence.substring(it.end()).split("[0-9,、]", 2)[0];
    }

    /** Whether parts are a number, alone or before those that say what became of them: 甲5条、乙7条，已办结9条. */
    private boolean isSum(BigDecimal number, List<Amount> parts) {
        return IntStream.rangeClosed(2, parts.size())
                .filter(n -> n == parts.size()
                        || DEALT.matcher(about(parts.get(n))).find()
                                && !DEALT.matcher(about(parts.get(n - 1))).find())
                .anyMatch(n -> sum(parts.subList(0, n)).compareTo(number) == 0);
    }

    /** Whether a sum may be the last of some totals; how often groups meet is no part of how often all do. */
    private static boolean isNear(BigDecimal sum, List<Amount> totals) {
        return totals.stream()
                .skip(Math.max(0, totals.size() - 1))
                .filter(it -> !it.unit().matches("[次期场节]"))
                .anyMatch(it -> sum.subtract(it.value())
                                .abs()
                                .compareTo(it.value()
                                        .multiply(new BigDecimal("0.25"))
                                        .max(BigDecimal.ONE))
                        <= 0);
    }

    /** Whether as many parts follow as are said: 三个镇, 其中甲镇…; or all parts are of a kind: 借阅组…、采编组…. */
    private boolean isAnnounced(String lead, List<Amount> parts) {
        String number = String.valueOf("零一二三四五六七八九十".charAt(Math.min(parts.size(), 10)));
        if (sentence.substring(0, parts.get(0).start()).matches(".*[" + number + parts.size() + "]个?[镇村组社馆队班室部点].*")) {
            return true;
        }
        return parts.size() > 2 && parts.stream().allMatch(it -> it.before().endsWith("组"));
    }

    /** A total behind its parts, or behind numbers for each. */
    private void before(int from, int to) {
        Amount total = amounts.get(to);
        List<Amount> parts = amounts.subList(from, to);
        if (!TOTAL.matcher(total.before()).matches() || !total.isExact()) {
            return;
        }
        List<Amount> exact = parts.stream().filter(Amount::isExact).toList();
        BigDecimal sum = sum(exact);
        if (exact.size() == parts.size()) {
            if (parts.size() > 1 && sum.compareTo(total.value()) != 0 && !isMade(total.value(), to)) {
                tell(total, sum, "前面各项相加");
            }
        } else if (parts.size() - exact.size() == 1
                && !exact.isEmpty()
                && parts.get(0).before().contains("每")) {
            BigDecimal each = parts.get(0).value();
            BigDecimal left = total.value().subtract(sum);
            if (each.signum() > 0
                    && (left.signum() <= 0 || left.remainder(each).signum() != 0)
                    && !(isMade(total.value(), from) || parts.size() > 2)) {
                BigDecimal count = left.max(each).divide(each, 0, RoundingMode.HALF_UP);
                tell(total, each.multiply(count).add(sum), each.toPlainString() + "×" + count + "+" + sum);
            }
        }
    }

    private void products() {
        for (int i = 0; i < amounts.size(); i++) {
            Amount each = amounts.get(i);
            Matcher mean = MEAN.matcher(each.before());
            Matcher of = EACH_OF.matcher(each.before());
            List<Amount> same = amounts.subList(0, i).stream()
                    .filter(it -> it.unit().equals(each.unit()))
                    .toList();
            if (mean.find()) {
                mean(each, counter(mean.group(1) == null ? mean.group(2) : mean.group(1)), i, same);
            } else if (of.find()) {
                int from = i + 1;
                IntStream.range(from, amounts.size())
                        .filter(it -> amounts.get(it).unit().equals(each.unit()))
                        .findFirst()
                        .ifPresent(total -> product(each, counted(counter(of.group(1)), total), total));
            }
        }
    }

    private void product(Amount each, List<Amount> counts, int at) {
        Amount total = amounts.get(at);
        if (TOTAL.matcher(total.before()).matches()
                && !counts.isEmpty()
                && counts.stream().noneMatch(it -> fits(it.value().multiply(each.value()), total.value()))
                && !isMade(total.value(), at)) {
            Amount count = counts.get(counts.size() - 1);
            tell(total, count.value().multiply(each.value()), count.value() + "×" + each.value());
        }
    }

    private void mean(Amount each, String counter, int at, List<Amount> totals) {
        List<Amount> counts = counted(counter, at);
        boolean fits = each.before().contains("约")
                || totals.stream().anyMatch(total -> counts.stream()
                        .anyMatch(count -> SentenceRates.isRounded(
                                total.value().divide(count.value(), MathContext.DECIMAL64), each.value())));
        if (!fits && !totals.isEmpty() && !counts.isEmpty()) {
            BigDecimal total = totals.get(totals.size() - 1).value();
            BigDecimal count = counts.get(counts.size() - 1).value();
            tell(
                    each,
                    total.divide(count, Math.max(1, each.value().scale()), RoundingMode.HALF_UP),
                    total.toPlainString() + "÷" + count.toPlainString());
        }
    }

    private static String counter(String word) {
        return word.equals("人") || word.equals("个人")
                ? "名"
                : word.startsWith("个") && word.length() > 1 ? word.substring(1) : word;
    }

    private List<Amount> counted(String unit, int before) {
        return amounts.subList(0, before).stream()
                .filter(it ->
                        it.unit().equals(unit) && it.isExact() && it.value().signum() > 0)
                .toList();
    }

    private static boolean fits(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }

    private boolean isMade(BigDecimal number, int before) {
        return OtherNumbers.follows(
                        number,
                        "量",
                        sentence.substring(
                                0,
                                amounts.get(Math.min(before, amounts.size() - 1))
                                        .start()),
                        BigDecimal.ZERO)
                || OtherNumbers.follows(number, "和", sentence, BigDecimal.ZERO);
    }

    private static BigDecimal sum(List<Amount> parts) {
        return parts.stream().map(Amount::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void tell(Amount at, BigDecimal expected, String how) {
        found.accept(at.start(), Map.of("正文.写的量", at.value(), "正文.算的量", expected, "正文.算法", how));
    }
}
