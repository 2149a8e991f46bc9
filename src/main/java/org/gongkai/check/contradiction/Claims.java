package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.contradiction.ProseFactReader.Sentence;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.text.FullWidth;

/**
 * Compares what papers say of the same thing in passing: amounts by the words before them and the day or the period of
 * which the sentence tells. Only what has one key is compared; of a key that many papers have nothing is, as its words
 * say nothing.
 */
final class Claims {

    /** What the names of such facts begin with; the rest is the key. */
    static final String NAME = "正文.言.";

    /** Of more papers with a key none is compared. */
    private static final int MOST = 8;

    /** Amounts that lie further apart than this share are of something else. */
    private static final double NEAR = 0.3;

    /** So much of a text says whether a number is of another time, and so many characters what is counted in a year. */
    private static final int LONG = 5;

    private static final int LABEL = 4;

    private static final Pattern TOKEN = Pattern.compile(
            "(?:([0-9]{4})年)?([0-9]{1,2}月[0-9]{1,2}日)|([0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?)(人次|小时|学时|万元|[名人元条项件份次户张处篇场册盏套台组期本块吨箱袋棵株批枚瓶盒桶辆间幅])");

    /** Before an amount of another time, of each of several, or that is not exact; and of what is not so yet. */
    private static final Pattern OTHER = Pattern.compile(
            "上年|去年|同期|往年|前年|上[季月次]|[原比均每各另第约近已增减多少最限]|超过|不[少低]于|目前|累计|截至|其中|计划|拟|定于|预计|准备|需要|目标|预算|力争|确保");

    /** Words before an amount that say nothing of what is counted. */
    private static final Pattern ANY =
            Pattern.compile("党员|同志|一共|会议|大会|支部|全部|推荐|提名|委员|学习|发言|应到|实到|到会|参加|其余|请假|缺席|列席|赞成|反对|弃权|"
                    + "收回|发出|有效|合计|共计|金额|支出|收入|结余|分别|包括|安排|名单|以及|人员");

    /** What is counted, before words that may stand between it and the number. */
    private static final Pattern COUNTED = Pattern.compile("(\\p{IsHan}{2,4}?)[为共了是达有计到的:]*$");

    private static final Pattern PERIOD = Pattern.compile("(20[0-9]{2})年(?![0-9])|(全年|[上下]半年|第[一二三四]季度)");
    private static final Pattern FEAST = Pattern.compile("春节|元宵节|端午节|中秋|重阳|七一|国庆节|元旦");

    /** Characters of days, periods and feasts. */
    private static final String DATED = "年季半节阳秋";

    /** Ends of sentences. */
    private static final String ENDS = "。;!?";

    /** Zeros at the end of an amount. */
    private static final Pattern DECIMALS = Pattern.compile("(?:[.]0+|([.][0-9]*?[1-9])0+)(?![0-9])");

    private static final Pattern BEFORE = Pattern.compile("(?:上年|去年|往年|同期).{0,3}$|[0-9.第]$");

    private final Map<String, List<Said>> byKey = new LinkedHashMap<>();

    /** What a paper says. */
    private record Said(Statement paper, StatedFact fact) {

        /** Whether its number, with what the key says is counted, stands in another text. */
        boolean isIn(Said other, String key) {
            // Looked for as it is first, as the text is long; long numbers have commas.
            String text = other.paper.text().get().text();
            if (fact.text().length() < LABEL && !text.contains(fact.text())) {
                return false;
            }
            String plain =
                    DECIMALS.matcher(FullWidth.narrow(text).replace(",", "")).replaceAll("$1");
            Matcher found = Pattern.compile(Pattern.quote(fact.text()) + "(?![0-9])(\\p{IsHan}?)")
                    .matcher(plain);
            while (found.find()) {
                String unit = found.group(1).replace('人', '名');
                if ((unit.isEmpty() || key.indexOf(unit, key.length() - 2) >= 0)
                        && !BEFORE.matcher(plain.substring(Math.max(0, found.start() - LONG), found.start()))
                                .find()) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Adds what a text says, under names that begin with {@link #NAME}. */
    static void read(EntryText text, List<Sentence> found) {
        Entry entry = text.entry();
        Optional<LocalDate> event = Optional.of(EntryFacts.day(entry))
                .filter(day -> !day.equals(entry.dates().published().toLocalDate()));
        for (Prose prose : text.prose()) {
            if (!prose.text().isEmpty() && "#=|".indexOf(prose.text().charAt(0)) < 0) {
                read(prose.text(), new Value.Text("", prose.line(), 1), entry, event, found);
            }
        }
        entry.own().forEach(own -> ProseFactReader.texts(Optional.of(own.spec()), own.value())
                .forEach(it -> read(it.text(), it, entry, event, found)));
        entry.notice()
                .ifPresent(it ->
                        read(it.result().text(), new Value.Text("", it.result().line(), 1), entry, event, found));
    }

    /** @param event the day of a meeting or an activity that the header has */
    private static void read(
            String typed, Value.Text at, Entry entry, Optional<LocalDate> event, List<Sentence> found) {
        if (!isWorthwhile(typed, event.isPresent())) {
            return;
        }
        String line = FullWidth.narrow(typed);
        Optional<LocalDate> day = event;
        Matcher token = TOKEN.matcher(line);
        while (token.find()) {
            int from = token.start();
            while (from > 0 && ENDS.indexOf(line.charAt(from - 1)) < 0) {
                from--;
            }
            String before = line.substring(from, token.start());
            String behind = until(line, token.end(), ENDS);
            Map<String, Comparable<?>> claims = new LinkedHashMap<>();
            if (token.group(2) == null) {
                amount(token, before, behind, day, entry, claims);
            } else if (StatedFact.read(token.group(), StatedFact.year(token.group(), entry))
                    instanceof LocalDate read) {
                day = Optional.of(read);
            }
            Value.Text place = new Value.Text("", at.line(), at.column() + typed.codePointCount(0, token.start()));
            claims.forEach((key, value) ->
                    found.add(new Sentence("", Map.of(NAME + key, new StatedFact(NAME + key, value, place)))));
        }
    }

    /** Whether a line has a number, and a day, a period or a feast: most have none of them. */
    private static boolean isWorthwhile(String line, boolean hasDay) {
        boolean isDated = hasDay;
        boolean hasNumber = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            hasNumber |= Character.isDigit(c);
            isDated |= c == '月' && i > 0 && Character.isDigit(line.charAt(i - 1)) || DATED.indexOf(c) >= 0;
            if (hasNumber && isDated) {
                return true;
            }
        }
        return false;
    }

    /** The text from a place to the first of some characters. */
    private static String until(String text, int from, String ends) {
        int to = from;
        while (to < text.length() && ends.indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, to);
    }

    private static void amount(
            MatchResult it,
            String before,
            String behind,
            Optional<LocalDate> day,
            Entry entry,
            Map<String, Comparable<?>> claims) {
        String unit = it.group(4).equals("人") ? "名" : it.group(4);
        String typed = it.group(3).replace(",", "");
        int comma = before.length();
        while (comma > 0 && ",、:(".indexOf(before.charAt(comma - 1)) < 0) {
            comma--;
        }
        String clause = before.substring(comma);
        if (clause.isEmpty() || BEFORE.matcher(clause).find()) {
            return;
        }
        BigDecimal number = new BigDecimal(typed).stripTrailingZeros();
        // Most numbers are neither of a day nor of a period.
        Matcher named = PERIOD.matcher(before);
        String year = "";
        String period = "";
        while (named.find()) {
            year = named.group(1) == null ? year : named.group(1);
            period = named.group(2) == null ? period : named.group(2);
        }
        boolean isOfDay = day.isPresent() && period.isEmpty();
        if (!isOfDay && (year + period).isEmpty() && !FEAST.matcher(clause).find()) {
            return;
        }
        Matcher counted = COUNTED.matcher(clause.substring(Math.max(0, clause.length() - 2 * LABEL)));
        if (!counted.find()
                || ANY.matcher(counted.group(1)).find()
                || OTHER.matcher(clause).find()
                || OTHER.matcher(until(behind, 0, ",")).find()) {
            return;
        }
        String label = counted.group(1);
        if (isOfDay) {
            claims.put(day.get() + label.substring(label.length() - 2) + unit, number);
        }
        if (label.length() == LABEL
                && (!(year + period).isEmpty() || FEAST.matcher(label).find())) {
            claims.put(
                    (year.isEmpty() ? entry.years().get(0) : year) + period.replace("全年", "") + label + unit, number);
        }
    }

    /** Adds what a paper says under names that begin with {@link #NAME}. */
    void add(Statement paper) {
        paper.body().get().forEach((name, fact) -> {
            if (name.startsWith(NAME)) {
                byKey.computeIfAbsent(name.substring(NAME.length()), any -> new ArrayList<>())
                        .add(new Said(paper, fact));
            }
        });
    }

    /** Compares each paper with those before it; where more agree, the one that does not is told. */
    void check(Consumer<Problem> problems) {
        Set<StatedFact> told = new HashSet<>();
        byKey.values().removeIf(all -> all.size() > MOST);
        byKey.forEach((key, all) -> {
            all.sort(
                    Comparator.comparing((Said it) -> it.paper().entry().dates().published())
                            .thenComparing(it -> it.paper().entry().path()));
            for (int i = 1; i < all.size(); i++) {
                Said last = all.get(i);
                all.subList(0, i).stream()
                        .filter(first -> contradict(key, first, last))
                        .reduce((one, other) -> other)
                        .ifPresent(first -> {
                            boolean isFirst = agreeing(all, first) < agreeing(all, last);
                            Said wrong = isFirst ? first : last;
                            Said right = isFirst ? last : first;
                            if (told.add(wrong.fact())) {
                                problems.accept(Problem.warning(
                                        "W396",
                                        wrong.paper().entry().path(),
                                        wrong.fact().at(),
                                        "这里写的是" + wrong.fact().text() + "，《"
                                                + right.paper().entry().title() + "》（"
                                                + right.paper().entry().path() + "）第"
                                                + right.fact().at().line() + "行里是"
                                                + right.fact().text(),
                                        "请核对，写成一样；说的不是一回事的，可以不改"));
                            }
                        });
            }
        });
    }

    private static long agreeing(List<Said> all, Said with) {
        return all.stream()
                .filter(it -> it.fact().value().equals(with.fact().value()))
                .count();
    }

    private static boolean contradict(String key, Said one, Said other) {
        if (one.fact().value().equals(other.fact().value())
                || !isNear(one.fact().value(), other.fact().value())) {
            return false;
        }
        return !one.isIn(other, key) && !other.isIn(one, key);
    }

    private static boolean isNear(Comparable<?> one, Comparable<?> other) {
        return one instanceof BigDecimal number
                && other instanceof BigDecimal second
                && number.subtract(second).abs().doubleValue()
                        <= NEAR * number.max(second).doubleValue();
    }
}
