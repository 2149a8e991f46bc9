package org.gongkai.check.contradiction.sentence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.check.contradiction.sentence.SentenceAmounts.Amount;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.WrittenNumber;

/** The products and means of a sentence: numbers for each of several, and their totals. */
record SentenceProducts(String sentence, SentenceAmounts all, List<Amount> amounts) {

    /** Before a total. */
    static final Pattern TOTAL = Pattern.compile(
            "[^0-9]{0,6}(?:合计|共计|总计|(?<=[,、])(?:计(?![划入算])|合(?=人民币))|[加合]起来|拢共|一共|总共|共(?![产青同享建])|总价|总额|金额|小计|累计|全年|整[年季月周]|全季|可用|可支配|(?<=[,;])[两三四五六](?:场|批|组|处)(?=$|加起来))[^0-9]{0,5}");

    private static final Pattern MEAN = Pattern.compile("平均[每一1](个?[^0-9])[^0-9,、]{0,6}$|([人户])均[^0-9,、]{0,4}$");
    /** Behind a mean that is only about so much. */
    private static final Pattern VAGUE = Pattern.compile("还?(?:多|左右|上下|出头|有余|不到)");

    /** Behind the word for groups of which the number is for each: 三个班组各报2人. */
    private static final Pattern GROUPS = Pattern.compile("([^0-9、,])各[^0-9,、]{0,3}$");

    private static final Pattern EACH_OF = Pattern.compile(
            "(?<!平均)(?:每|(?<![0-9])1(?=[人名户]$)|(?<=^|[,:(])一(?=[颗台套本张辆只袋棵副份把]))个?([^0-9,、;:个])(?:[^0-9,、;:]{0,5}|[^0-9;:]{0,12},标准)$");

    /** How those are counted of which a number is for each, if not by the same word; 6月 is no count of months. */
    private static final Map<String, String> COUNTED =
            Map.of("名", "[名人位]", "次", "(?<!人)次", "晚", "[晚天]", "月", "(?<=个)月");

    /** Numbers for each: 平均每人3小时; 4台，单价350元，共1400元; 新兵1户、老兵3户，每户500元，共2000元; 18人分成六组，每组3人. */
    void products() {
        for (int i = 0, from = 0; i < amounts.size(); i++) {
            Amount it = amounts.get(i);
            Matcher mean = MEAN.matcher(it.before());
            if (mean.find()) {
                List<Amount> same = amounts.subList(0, i).stream()
                        .filter(other -> other.unit().equals(it.unit()))
                        .toList();
                // The total may stand behind as well: 人均2.5次，20人共50次.
                List<Amount> behind = amounts.subList(i + 1, amounts.size()).stream()
                        .filter(other -> other.unit().equals(it.unit())
                                && TOTAL.matcher(other.before()).matches())
                        .toList();
                mean(
                        it,
                        counter(mean.group(1) == null ? mean.group(2) : mean.group(1)),
                        same.isEmpty() ? amounts.size() : i,
                        same.isEmpty() ? behind : same);
            } else if (TOTAL.matcher(it.before()).matches() && it.isExact()) {
                product(from, i, it, i);
                from = i + 1;
            } else if (i > 1
                    && it.before().equals(",")
                    && counter(amounts.get(i - 2)).equals(amounts.get(i - 1).unit())) {
                product(i - 2, i, it, i);
            }
        }
    }

    /** A total, and the numbers for each among some amounts, all of which have a count in front of them or behind. */
    private void product(int from, int to, Amount total, int before) {
        List<Amount> each = amounts.subList(from, to).stream()
                .filter(it -> SentenceSums.isCounted(total.unit(), it.unit())
                        && !counter(it).isEmpty()
                        && !it.isVague())
                .toList();
        List<Amount> others = amounts.subList(from, to).stream()
                .filter(it -> it.unit().equals(total.unit()) && !each.contains(it))
                .limit(SentenceAmounts.MOST)
                .toList();
        List<BigDecimal> products = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        // 原应每月78元，多收了三个月，每月多12元，共36元.
        boolean fits = amounts.subList(from, to).stream()
                .filter(it -> it.isVague() && !counter(it).isEmpty())
                .anyMatch(it -> counts(counter(it), total.start(), it.start()).stream()
                        .anyMatch(count -> count.multiply(it.value()).compareTo(total.value()) == 0));
        for (int i = 0; i < each.size(); i++) {
            Amount one = each.get(i);
            List<BigDecimal> counts = counts(
                    counter(one), each.size() > 1 ? one.start() : Math.max(total.start(), one.start()), one.start());
            if (counts.isEmpty()) {
                return;
            }
            fits |= Stream.concat(counts.stream(), counts.stream().reduce(BigDecimal::add).stream())
                    .anyMatch(
                            it -> SentenceAmounts.isCombined(total.value().subtract(it.multiply(one.value())), others));
            BigDecimal count = each.size() > 1 ? counts.get(counts.size() - 1) : Collections.max(counts);
            products.add(count.multiply(one.value()));
            shown.add(count.toPlainString() + "×" + one.value().toPlainString());
        }
        BigDecimal sum = products.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        // 30人三个月 may stand between them.
        boolean isMore = counts("", total.start(), -1).stream()
                .anyMatch(more -> SentenceAmounts.isCombined(total.value().subtract(sum.multiply(more)), others));
        if (!products.isEmpty()
                && !fits
                && !isMore
                && !SentenceAmounts.isCombined(total.value().subtract(sum), others)
                && !all.isMade(total, before, each)) {
            all.tell(total, sum, String.join("+", shown));
        }
    }

    /** The word with which those are counted of which a number is for each; empty if it is no such number. */
    private String counter(Amount it) {
        Matcher of = EACH_OF.matcher(it.before());
        Matcher groups = GROUPS.matcher(it.before());
        if (of.find()) {
            return counter(of.group(1));
        }
        return groups.find()
                ? groups.group(1)
                : it.before().matches("[^0-9]{0,2}单价[^0-9]{0,2}") && amounts.size() > 1
                        ? amounts.get(Math.abs(amounts.indexOf(it) - 1)).unit()
                        : "";
    }

    /**
     * The counts before a place: 六个小组, 12把, 三个班组.
     *
     * @param except where the number for each stands, which is none of them
     */
    private List<BigDecimal> counts(String counter, int before, int except) {
        String word = COUNTED.getOrDefault(counter, Pattern.quote(counter));
        return Pattern.compile("(?<![第0-9.每])(?<![" + ChineseNumeral.TO_TEN
                        + "])(?<!(?:[每各]|人手|[人户]均)[^0-9,共]{0,12})(?<!平均)(?![0-9]{4}年)([0-9]+|[两" + ChineseNumeral.TO_TEN
                        + "]+)(?!号|(?!" + word + ")[年月日时点])个?\\p{IsHan}{0,2}?(?:" + word + "(?![次均])|(?<=按.{0,5})[算计])")
                .matcher(sentence.substring(0, before))
                .results()
                .filter(it -> it.start() != except)
                .flatMap(it -> WrittenNumber.read(it.group(1)).stream())
                .filter(it -> it.signum() > 0)
                .toList();
    }

    private void mean(Amount each, String counter, int at, List<Amount> totals) {
        List<BigDecimal> counted = counted(counter, at);
        List<BigDecimal> counts = counted.isEmpty()
                ? counts(counter, at < amounts.size() ? each.start() : sentence.length(), -1)
                : counted;
        // A total may also stand behind, and those that it is the total of alone.
        Stream<Amount> alike =
                amounts.stream().filter(it -> it != each && it.unit().equals(each.unit()));
        // What is divided without a rest is not rounded.
        boolean isWhole = !totals.isEmpty()
                && !counts.isEmpty()
                && totals.get(totals.size() - 1)
                                .value()
                                .remainder(counts.get(counts.size() - 1))
                                .signum()
                        == 0;
        // 5名委员、13名党员逐个发言，共54条，平均每人3条.
        Stream<BigDecimal> together = IntStream.range(0, counts.size())
                .mapToObj(i -> counts.stream().skip(i).reduce(BigDecimal.ZERO, BigDecimal::add));
        List<BigDecimal> divisors = Stream.concat(counts.stream(), together).toList();
        boolean fits = each.before().matches(".*(?:约|不[到足]|每\\p{IsHan}每).*")
                || VAGUE.matcher(sentence.substring(each.end())).lookingAt()
                // All of several are less: what was divided is not among them.
                || totals.size() > 1
                        && counts.stream()
                                .allMatch(it -> it.multiply(each.value()).compareTo(SentenceAmounts.sum(totals)) > 0)
                || Stream.concat(Stream.of(SentenceAmounts.sum(totals)), alike.map(Amount::value))
                        .anyMatch(total -> divisors.stream()
                                .map(count -> total.divide(count, MathContext.DECIMAL64))
                                .anyMatch(exact -> isWhole
                                        ? exact.compareTo(each.value()) == 0
                                        : SentenceRates.isRounded(exact, each.value())));
        if (!fits && !totals.isEmpty() && !counts.isEmpty()) {
            BigDecimal total = totals.get(totals.size() - 1).value();
            BigDecimal count = counts.get(counts.size() - 1);
            all.tell(
                    each,
                    total.divide(count, Math.max(1, each.value().scale()), RoundingMode.HALF_UP),
                    total.toPlainString() + "÷" + count.toPlainString());
        }
    }

    private static String counter(String word) {
        return word.matches("[人位]|个人") ? "名" : word.startsWith("个") && word.length() > 1 ? word.substring(1) : word;
    }

    private List<BigDecimal> counted(String unit, int before) {
        return amounts.subList(0, before).stream()
                .filter(it ->
                        it.unit().equals(unit) && it.isExact() && it.value().signum() > 0)
                .map(Amount::value)
                .toList();
    }
}
