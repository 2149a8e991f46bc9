package org.gongkai.check.contradiction.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gongkai.check.contradiction.sentence.SentenceAmounts.Amount;
import org.gongkai.text.PrefilteredPattern;

/**
 * The sums of a sentence that do not follow from the numbers beside them. Each is told only
 * if no other numbers of the sentence make it either.
 */
public record SentenceSums(String sentence, SentenceAmounts all, List<Amount> amounts) {

    private static final Pattern BETWEEN =
            Pattern.compile("[^0-9,、]{0,8}(?:[,、和及]|以及)(?:[0-9]{1,2}(?:月份?|号|组|班|队|车间|标段))?[^0-9,、]{0,12}");
    private static final PrefilteredPattern NEW_LIST = new PrefilteredPattern(
            "其中|当中|来自|分别|包括|按|[编分]为|[:(]|合计|共|总|达|全年|结转|结余|剩余|余额|节余|累计|同比|比|再|又|另|每|均|各(?!组)|整[年季月]");
    static final Pattern OVERLAPPING =
            Pattern.compile("[女男]|岁|(?<![,;。、:(])以[上下]|学历|大专|本科|民族|兼|重复|同时|两[场次期]都|[上去往]年|交叉|多选|两[项次]|至少|不少于");
    private static final PrefilteredPattern PERIODS = new PrefilteredPattern("季度|[0-9]月|半年|[上去]年");
    /** Before a total of numbers that are not all named, unless a word says of which it is. */
    static final PrefilteredPattern WIDER = new PrefilteredPattern("累计|全年|加上|连同|算上");

    /** Before a total of others than those in front of it. */
    static final PrefilteredPattern OF_OTHERS = new PrefilteredPattern("其余|其他|余下|剩下|另|本(?!次|月|季|年|期)");

    private static final Pattern NUMERALS = Pattern.compile("[0-9一二三四五六七八九十甲乙丙丁东西南北上下左右]+");

    static final Pattern REST = Pattern.compile("其余|其他|剩|没有?|未|不予|在办|推进|正在|余下|尚");

    /** Behind the kinds of what came in, what became of it; behind parts with 、 between them, what is no part. */
    private static final PrefilteredPattern DEALT = new PrefilteredPattern("^,|已|未|[办完]|采纳|解决|答复|整改|销号|落实|处理|剩");

    private static final PrefilteredPattern OF_TWO = new PrefilteredPattern("[和与及]\\p{IsHan}{2,8}(?:合计|一共|共计)[0-9]");

    /** Before a part; more parts with short names are all of them: 内科6名，外科4名，护理5名，检验2名. */
    private static final Pattern LABEL = Pattern.compile("[^,、]{0,4}[,、]\\p{IsHan}{2,4}");

    /** Without any of these there are no amounts. */
    private static final PrefilteredPattern OF_AMOUNTS = new PrefilteredPattern("[0-9壹贰叁肆伍陆柒捌玖拾分]");

    /** What goes on from the sentence before: parts, what became of something; a mean. */
    private static final Pattern GOES_ON = Pattern.compile("其中|(?:目前|现在|到目前为止)?,?(?:已经?|现已)");

    private static final PrefilteredPattern MEAN = new PrefilteredPattern("(?<=[,、])另外[0-9]|(?<=[人户])均|平均每");

    /** Whether numbers of a sentence may be of one in the sentence before. */
    public static boolean goesOn(String sentence) {
        return GOES_ON.matcher(sentence).lookingAt() || MEAN.isIn(sentence);
    }

    /**
     * Reads a sentence.
     *
     * @param found takes where a number stands that does not fit, and the facts: 正文.写的量, 正文.算的量, 正文.算法,
     *     and those of rates and listed counts
     */
    public static void read(String written, BiConsumer<Integer, Map<String, Comparable<?>>> told) {
        if (!OF_AMOUNTS.isIn(written)) {
            ListedCounts.read(written, told);
            return;
        }
        WrittenFigures figures = WrittenFigures.all(written);
        String sentence = figures.text();
        BiConsumer<Integer, Map<String, Comparable<?>>> found = (at, facts) -> told.accept(figures.places()[at], facts);
        SentenceAmounts all = new SentenceAmounts(sentence, found);
        if (all.all().size() > 1) {
            new SentenceSums(sentence, all, all.all()).lists();
            new SentenceProducts(sentence, all, all.all()).products();
            new SentenceRests(sentence, all, all.all()).read();
        }
        // What cells of a row have to do with each other their columns say.
        if (sentence.indexOf('%') > 0 && sentence.charAt(0) != '|') {
            SentenceRates.read(sentence, all.all(), found);
        }
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
    static boolean isCounted(String total, String part) {
        return total.equals(part) || total.equals("人次") && part.equals("名");
    }

    static boolean isListed(Amount one, Amount next) {
        // What stands in parentheses does not go on behind them.
        return one.unit().equals(next.unit())
                && !(one.before().contains("(") && next.before().contains(")"))
                && BETWEEN.matcher(next.before()).matches()
                && !NEW_LIST.isIn(next.before());
    }

    /** Parts behind their total. */
    private void whole(int from, int to) {
        List<Amount> parts = amounts.subList(from, to);
        List<Amount> rest = parts.subList(1, parts.size());
        Amount last = parts.get(parts.size() - 1);
        String lead = parts.get(0).before();
        BigDecimal sum = SentenceAmounts.sum(parts);
        List<Amount> totals = amounts.subList(0, from).stream()
                .filter(it ->
                        it.unit().equals(parts.get(0).unit()) && it.value().intValue() >= parts.size())
                .toList();
        // Of some of the people, those who should be there and those who are: no parts.
        boolean some = lead.matches(".*(?:其中|当中,).*|(?:党员|同志|群众)?(?:中,|里).*")
                && parts.stream().noneMatch(it -> it.before().matches(".*(?:[应实]到|到会).*"));
        boolean isAll = lead.matches(".*(?:(?<![组班队村])分别[为是有]|[编分]为|组成|包括|分(?:配|给|摊)?(?:如下)?:).*")
                || (lead.matches(".*(?:分别|,来自).*")
                                || lead.matches("(?:[^0-9]|[0-9]{1,2}[月日]){0,9}[:(](?:[0-9]{1,2}[号组班队])?[^0-9]*")
                                || isAnnounced(lead, parts))
                        && isNear(sum, totals);
        if (!totals.isEmpty() && (some || isAll)) {
            // What was only planned is no total.
            Amount total = totals.stream()
                    .filter(Amount::isExact)
                    .reduce((one, next) -> next)
                    .orElse(totals.get(totals.size() - 1));
            String behind = sentence.substring(total.end());
            boolean fits = all.alike(total).stream().anyMatch(it -> isSum(it.value(), parts))
                    || lead.matches("[^中]*里.*") && isSum(parts.get(0).value(), rest);
            boolean isNext = lead.matches("[,(]其中.*");
            // What is left over is less than any part would be.
            boolean isNearly = isNext
                    && rest.size() > 1
                    && (FigureSlips.isSlip(total.value(), sum)
                            || parts.stream()
                                    .allMatch(it -> it.value()
                                                    .compareTo(total.value()
                                                            .subtract(sum)
                                                            .multiply(BigDecimal.valueOf(3)))
                                            > 0));
            boolean more = (isNext ? List.of(total) : totals)
                    .stream().allMatch(it -> it.value().compareTo(sum) < 0);
            if (!fits
                    && total.isExact()
                    && !OVERLAPPING.matcher(behind).find()
                    && (more || isNearly || isAll && !PERIODS.isIn(behind))
                    && (more && !total.unit().matches("名|人次") || !all.isMade(total, to, List.of()))) {
                all.tell(total, sum, "其中各项相加");
            }
        } else if (parts.size() > 2
                && !lead.matches(".*:[^,]*")
                && (isYear(rest)
                        || areParallel(rest)
                        || rest.size() > SentenceAmounts.MOST / 2
                                && rest.stream().allMatch(it -> LABEL.matcher(it.before())
                                        .matches())
                        || REST.matcher(about(last)).find())) {
            Amount total = parts.get(0);
            BigDecimal others = sum.subtract(total.value());
            // What was only changed is not taken away: 12条，删去2条，修改3条，剩10条.
            if (!isSum(total.value(), rest)
                    && !SentenceAmounts.isCombined(
                            total.value().subtract(last.value()), rest.subList(0, rest.size() - 1))
                    && isNear(others, List.of(total))
                    && rest.stream().noneMatch(it -> it.value().compareTo(total.value()) >= 0)
                    && !OVERLAPPING.matcher(sentence).find()
                    && all.alike(total).size() == parts.size()) {
                all.tell(total, others, "后面各项相加");
            }
        }
    }

    /** Whether parts are those of the quarters and halves of a whole year. */
    private static boolean isYear(List<Amount> parts) {
        return parts.stream()
                        .mapToInt(it ->
                                it.before().contains("季度") ? 3 : it.before().contains("半年") ? 6 : 0)
                        .sum()
                == 12;
    }

    /** Whether the words before parts differ only in a numeral or a direction: 一工区9座, 二工区14座; 7月22张, 8月18张. */
    private static boolean areParallel(List<Amount> parts) {
        List<String> words = parts.stream()
                .map(it -> NUMERALS.matcher(it.before()).replaceAll("#"))
                .distinct()
                .toList();
        return words.size() == 1 && words.get(0).matches("[^#]*#[^#0-9]{0,6}");
    }

    /** The words at an amount. */
    private String about(Amount it) {
        return it.before() + sentence.substring(it.end()).split("[0-9,、。]", 2)[0];
    }

    /**
     * Whether parts are a number, alone or before those that say what became of them: 甲5条、乙7条，已办结9条; or before
     * others, if it is that of two: 甲会和乙会合计8次，其中甲会6次，乙会2次，党课1次.
     */
    private boolean isSum(BigDecimal number, List<Amount> parts) {
        return IntStream.rangeClosed(2, parts.size())
                .filter(n -> n == parts.size()
                        || DEALT.isIn(about(parts.get(n))) && !DEALT.isIn(about(parts.get(n - 1)))
                        || OF_TWO.isIn(sentence))
                .anyMatch(n -> SentenceAmounts.sum(parts.subList(0, n)).compareTo(number) == 0);
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
        String number = "(?<![0-9])[" + "零一二三四五六七八九十".charAt(Math.min(parts.size(), 10)) + parts.size() + "]";
        if (sentence.substring(0, parts.get(0).start()).matches(".*" + number + "个?[镇村组社馆队班室部点处].*")) {
            return parts.stream().noneMatch(it -> it.before().matches(".*[费料工税]"));
        }
        return parts.size() > 2 && parts.stream().allMatch(it -> it.before().endsWith("组"));
    }

    /** A total behind its parts. */
    private void before(int from, int to) {
        Amount total = amounts.get(to);
        List<Amount> parts = amounts.subList(from, to);
        String lead = sentence.substring(0, parts.get(0).start());
        if (!SentenceProducts.TOTAL.matcher(total.before()).matches()
                || !total.isExact()
                || OF_OTHERS.isIn(total.before())
                // Parts that are added to what was named before.
                || lead.matches("(?:.*[,、;:.])?(?:再|另|又|还)?(?:增?加|[增加]派|增添)(?![班强固油工快大入装])[^0-9,;]{0,9}")
                || WIDER.isIn(total.before()) && !lead.matches(".*(?:分别[^0-9]{0,4}|[上下]半年[^0-9]*)")) {
            return;
        }
        // Its own parts behind it do not make it instead.
        int own = sentence.startsWith(",其中", total.end()) ? to + 1 : amounts.size();
        BigDecimal sum = SentenceAmounts.sum(parts);
        if (parts.size() > 1
                && parts.stream().allMatch(Amount::isExact)
                && sum.compareTo(total.value()) != 0
                && (parts.size() > 2 && total.before().matches(",一?共") && FigureSlips.isNear(total.value(), sum)
                        || lead.matches(".*分别[^0-9]{0,6}") && total.before().matches(".*[共计]有?")
                        || !all.isMade(total, to, amounts.subList(own, amounts.size())))) {
            all.tell(total, sum, "前面各项相加");
        }
    }
}
