package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.text.ChineseNumeral;

/**
 * The sums, products, means and shares of a sentence that do not follow from the numbers beside them. Each is told only
 * if no other numbers of the sentence make it either.
 */
final class SentenceSums {

    private static final String UNITS =
            "人次|小时|学时|课时|万元|平方米|立方米|公里|公斤|[名人条项件份次户元张处篇场册盏套台家组期架队本块米吨票天只箱袋棵株亩节段把副批枚瓶盒桶辆间幅页]|个(?!月|工作|季|百分|小时|学时|课时)";

    private static final Pattern AMOUNT = Pattern.compile(
            "(?<![0-9.第])([0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?)(?:个(?=[小学课]时))?(" + UNITS + ")");

    /** Before a number for each of several, and before one that is not exact. */
    private static final Pattern EACH = Pattern.compile("(?:每[^0-9,、;:]{1,6}|[人户]均[^0-9,]{0,4}|平均[^0-9,]{0,6}|各)$");

    private static final Pattern VAGUE =
            Pattern.compile("(?:(?<!节)约|近|超过?|不少于|不低于|至少|多于|少于|最[多少高低]|计划|目标|上[年次]|去年|同期|原来?|第|[比较多少增减][加少]?了?)$");

    private static final Pattern BETWEEN = Pattern.compile("[^0-9,、]{0,8}(?:[,、和及]|以及)[^0-9,、]{0,12}");
    private static final Pattern NEW_LIST =
            Pattern.compile("其中|分别|包括|[编分]为|[:(]|合计|共|总|达|全年|结转|结余|剩余|余额|节余|累计|同比|比|再|又|另|每|均|各(?!组)");
    private static final Pattern OVERLAPPING =
            Pattern.compile("[女男]|岁|以[上下]|学历|大专|本科|民族|兼|重复|同时|[上去往]年|交叉|多选|两[项次]|至少|不少于");
    private static final Pattern PERIODS = Pattern.compile("季度|[0-9]月|半年|[上去]年");
    private static final Pattern TOTAL =
            Pattern.compile("[^0-9]{0,6}(?:合计|共计|总计|一共|总共|共|总价|总额|金额|小计|累计|全年)[^0-9]{0,5}");

    /** Before a total of numbers that are not all named, unless a word says of which it is. */
    private static final Pattern WIDER = Pattern.compile("累计|全年");

    /** Before what is left of a total. */
    private static final Pattern LEFT =
            Pattern.compile("[^0-9]{0,4}(?:其余|余下|剩余|剩下|还剩|结余|节约|余额|节余|结存)[^0-9,、]{0,8}|[,](?:还|尚)有");

    /** Before what is missing of those who should be there. */
    private static final Pattern ABSENT = Pattern.compile("[^0-9]{0,3}(?:请假|缺席|缺勤)[^0-9,、]{0,3}");

    private static final Pattern INCOME = Pattern.compile("收入|收到|收回|结转|拨|到账|捐|追加|补助|增|利息");

    /** Of more numbers nearly any can be made. */
    private static final int MOST = 6;

    private static final Pattern REST = Pattern.compile("其余|其他|剩|没有?|未|不予|在办|推进|正在|余下|尚");

    /** Behind the kinds of what came in, what became of it. */
    private static final Pattern DEALT = Pattern.compile("已|未|[办完]|采纳|解决|答复|整改|销号|落实|处理|剩");

    private static final Pattern MEAN = Pattern.compile("平均每(个?.)[^0-9,、]{0,6}$|([人户])均[^0-9,、]{0,4}$");
    /** Behind the word for groups of which the number is for each: 三个班组各报2人. */
    private static final Pattern GROUPS = Pattern.compile("([^0-9、,])各[^0-9,、]{0,3}$");

    private static final Pattern EACH_OF = Pattern.compile("(?<!平均)每个?([^0-9,、;:个])[^0-9,、;:]{0,5}$");
    private final String sentence;
    private final Set<Amount> told = new HashSet<>();
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
     * @param found takes where a number stands that does not fit, and the facts: 正文.写的量, 正文.算的量, 正文.算法,
     *     and those of rates and listed counts
     */
    static void read(String sentence, BiConsumer<Integer, Map<String, Comparable<?>>> found) {
        SentenceSums sums = new SentenceSums(sentence, found);
        if (sums.amounts.size() > 1) {
            sums.lists();
            sums.products();
            sums.left();
        }
        SentenceRates.read(sentence, sums.amounts, found);
        ListedCounts.read(sentence, found);
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
                    && isCounted(amounts.get(to).unit(), amounts.get(to - 1).unit())) {
                before(from, to);
            }
        }
    }

    /** Whether parts in a unit may have a total in another one: people are counted as often as they come. */
    private static boolean isCounted(String total, String part) {
        return total.equals(part) || total.equals("人次") && part.equals("名");
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
        // Of some of the people, those who should be there and those who are: no parts.
        boolean some = lead.contains("其中")
                && parts.stream().noneMatch(it -> it.before().matches(".*(?:[应实]到|到会).*"));
        boolean all = lead.matches(".*(?:(?<![组班队村])分别[为是有]|[编分]为|组成|包括).*")
                || (lead.contains("分别") || lead.matches("[^0-9]{0,4}[:(][^0-9]*") || isAnnounced(lead, parts))
                        && isNear(sum, totals);
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
        String lead = sentence.substring(0, parts.get(0).start());
        if (!TOTAL.matcher(total.before()).matches()
                || !total.isExact()
                || WIDER.matcher(total.before()).find() && !lead.matches(".*(?:分别[^0-9]{0,4}|[上下]半年[^0-9]*)")) {
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

    /** Numbers for each: 平均每人3小时; 4台，单价350元，共1400元; 18人分成六组，每组3人. */
    private void products() {
        for (int i = 0, from = 0; i < amounts.size(); i++) {
            Amount it = amounts.get(i);
            Matcher mean = MEAN.matcher(it.before());
            if (mean.find()) {
                List<Amount> same = amounts.subList(0, i).stream()
                        .filter(other -> other.unit().equals(it.unit()))
                        .toList();
                mean(it, counter(mean.group(1) == null ? mean.group(2) : mean.group(1)), i, same);
            } else if (TOTAL.matcher(it.before()).matches() && it.isExact()) {
                product(from, i, it, i);
                from = i + 1;
            } else if (i > 1
                    && it.before().equals(",")
                    && counter(amounts.get(i - 2)).equals(amounts.get(i - 1).unit())) {
                product(i - 2, i, it, i);
            } else if (i > 0 && it.before().matches("[^0-9]{0,8}分(?:成|为|作)?[^0-9]{1,8}每[^0-9]{1,3}")) {
                product(i, i + 1, amounts.get(i - 1), amounts.size());
            }
        }
    }

    /** A total, and the numbers for each among some amounts, all of which have a count in front of them or behind. */
    private void product(int from, int to, Amount total, int before) {
        List<Amount> each = amounts.subList(from, to).stream()
                .filter(it -> it.unit().equals(total.unit())
                        && !counter(it).isEmpty()
                        && !VAGUE.matcher(it.before()).find())
                .toList();
        List<BigDecimal> products = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        boolean fits = false;
        for (int i = 0; i < each.size(); i++) {
            Amount one = each.get(i);
            List<BigDecimal> counts =
                    counts(counter(one), each.size() > 1 ? one.start() : Math.max(total.start(), one.start()));
            if (counts.isEmpty()) {
                return;
            }
            fits |= counts.stream().anyMatch(it -> fits(it.multiply(one.value()), total.value()));
            BigDecimal count = each.size() > 1 ? counts.get(counts.size() - 1) : Collections.max(counts);
            products.add(count.multiply(one.value()));
            shown.add(count.toPlainString() + "×" + one.value().toPlainString());
        }
        BigDecimal sum = products.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Amount> others = amounts.subList(from, to).stream()
                .filter(it -> it.unit().equals(total.unit()) && !each.contains(it))
                .limit(MOST)
                .toList();
        // 30人三个月 may stand between them.
        boolean isMore = counts("", total.start()).stream()
                .anyMatch(more -> isCombined(total.value().subtract(sum.multiply(more)), others));
        if (!products.isEmpty()
                && !fits
                && !isMore
                && !isCombined(total.value().subtract(sum), others)
                && !isMade(total.value(), before)) {
            tell(total, sum, String.join("+", shown));
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
                : it.before().matches("[^0-9]{0,2}单价[^0-9]{0,2}") && amounts.indexOf(it) > 0
                        ? amounts.get(amounts.indexOf(it) - 1).unit()
                        : "";
    }

    /** The counts before a place: 六个小组, 12把, 三个班组. */
    private List<BigDecimal> counts(String counter, int before) {
        String word = counter.equals("名") ? "[名人位]" : Pattern.quote(counter);
        return Pattern.compile("(?<![第0-9.每])(?<![" + ChineseNumeral.TO_TEN + "])(?<!每[^0-9,、]{1,3})([0-9]+|[两"
                        + ChineseNumeral.TO_TEN + "]+)个?\\p{IsHan}{0,2}?" + word + "(?!次)")
                .matcher(sentence.substring(0, before))
                .results()
                .flatMap(it -> HeaderFactReader.number(it.group(1)).stream())
                .filter(it -> it.signum() > 0)
                .toList();
    }

    /** What is left of a total, or missing: 收入500元，支出300元，结余200元; 应到12人，实到10人，请假2人. */
    private void left() {
        boolean isAttendance = sentence.matches(".*应到.*实到.*");
        for (int i = 2; i < amounts.size(); i++) {
            Amount left = amounts.get(i);
            boolean isListed = i + 1 < amounts.size() && isListed(left, amounts.get(i + 1));
            List<Amount> same = amounts.stream()
                    .filter(it -> it != left && it.unit().equals(left.unit()))
                    .toList();
            List<Amount> before = new ArrayList<>(same);
            before.removeIf(it -> it.start() > left.start());
            int parts = sentence.indexOf("其中");
            if (parts >= 0 && before.size() > 1 && before.get(1).start() < parts) {
                before.removeIf(it -> it.start() > parts);
            }
            boolean asked = LEFT.matcher(left.before()).matches()
                    || isAttendance && ABSENT.matcher(left.before()).matches();
            if (asked
                    && !isListed
                    && before.size() > 1
                    && !told.contains(before.get(0))
                    && same.size() <= MOST
                    && left.isExact()
                    && same.stream().allMatch(it -> it.isExact() || it.before().matches(".*(?:计划|目标)"))
                    && !OVERLAPPING.matcher(sentence.replaceAll("[上去]年", "")).find()
                    && !isCombined(left.value(), same)) {
                BigDecimal expected = before.get(0).value();
                for (Amount it : before.subList(1, before.size())) {
                    expected = INCOME.matcher(it.before()).find()
                            ? expected.add(it.value())
                            : expected.subtract(it.value());
                }
                if (expected.signum() > 0) {
                    tell(left, expected, "前面的数相加减");
                }
            }
        }
    }

    /** Whether some of the amounts, added or subtracted, are a number. */
    private static boolean isCombined(BigDecimal number, List<Amount> amounts) {
        List<BigDecimal> made = new ArrayList<>(List.of(BigDecimal.ZERO));
        for (Amount it : amounts) {
            made = made.stream()
                    .flatMap(sum -> Stream.of(sum, sum.add(it.value()), sum.subtract(it.value())))
                    .toList();
        }
        return made.stream().anyMatch(it -> it.compareTo(number) == 0);
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

    /** Each amount is told once. */
    private void tell(Amount at, BigDecimal expected, String how) {
        if (told.add(at)) {
            found.accept(at.start(), Map.of("正文.写的量", at.value(), "正文.算的量", expected, "正文.算法", how));
        }
    }
}
