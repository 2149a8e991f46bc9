package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.contradiction.CrossEntryRule.Pairing;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Position;
import org.gongkai.text.DateText;
import org.gongkai.text.Likeness;
import org.gongkai.text.PrefilteredPattern;

/** The entries that are about the same thing, by the name of what it is and a key. */
final class ThingIndex {

    /** A paper that tells of a 公示 is published at most so many days before or after it. */
    private static final int NEAR = 45;

    /** Things of which some precede, and the others follow. */
    private static final Set<String> PRECEDED =
            Set.of("次序", "制度", "援引", "计划", "链接", "说公示", "通过", "结果", "会前后", "上期", "本届");

    /** What things are compared as that end with a word; others as the same day, or in papers about the same year. */
    private static final Map<String, String> SUFFIXES = ContradictionRule.BETWEEN.pairs().stream()
            .map(Pairing::thing)
            .filter(it -> it.startsWith("同."))
            .distinct()
            .flatMap(thing -> Stream.of(thing.substring(2).split("、")).map(suffix -> Map.entry(suffix, thing)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Titles that tell the result of a 公示. */
    private static final PrefilteredPattern RESULT = new PrefilteredPattern("公示(?:期满)?的?(?:结果|情况)");

    /** The title of a 公示 without what a paper that tells of it need not say. */
    private static final Pattern OF_NOTICE = Pattern.compile("^(?:[0-9]{4}年)?(.{4,40}?)(?:推荐|拟)?(?:人选|对象|名单)?的?公示$");

    /** Titles of papers with the votes of the election of the year. */
    private static final Pattern ELECTION = Pattern.compile("^(?!.*(?:推荐|候选|人选)).*(?:换届|选举)");

    /** How texts call the time from January to a day. */
    private static final Map<MonthDay, String> QUARTERS =
            Map.of(MonthDay.of(6, 30), "上半年", MonthDay.of(9, 30), "前三季度", MonthDay.of(12, 31), "");

    private final Map<String, Map<String, List<Member>>> all = new HashMap<>();

    /**
     * An entry among those about a thing.
     *
     * @param order its place among them
     */
    record Member(Statement statement, BigDecimal order) {}

    /** Returns those about a thing, whatever its key. */
    Stream<Statement> all(String thing) {
        return all.getOrDefault(thing, Map.of()).values().stream()
                .flatMap(List::stream)
                .map(Member::statement);
    }

    /** Returns those about each thing that are several, in their order; each with the one that precedes it alone. */
    List<List<Statement>> of(String thing) {
        return all.getOrDefault(thing, Map.of()).values().stream()
                .filter(members -> members.size() > 1)
                .map(members -> members.stream()
                        .sorted(Comparator.comparing(Member::order)
                                .thenComparing(it -> it.statement().entry().path()))
                        .toList())
                .flatMap(members -> PRECEDED.contains(thing) ? preceded(members) : Stream.of(members))
                .map(members ->
                        members.stream().map(Member::statement).distinct().toList())
                .toList();
    }

    /** Each of those that follow with the last of those that precede them. */
    private static Stream<List<Member>> preceded(List<Member> members) {
        int first = (int) members.stream()
                .takeWhile(it -> it.order().equals(BigDecimal.ZERO))
                .count();
        return first == 0
                ? Stream.empty()
                : members.stream().skip(first).map(it -> List.of(members.get(first - 1), it));
    }

    /** Whether one of two entries links to the other. */
    boolean areLinked(Statement one, Statement other) {
        Map<String, List<Member>> links = all.getOrDefault("链接", Map.of());
        String first = one.entry().path();
        String second = other.entry().path();
        return links.containsKey(first + " " + second) || links.containsKey(second + " " + first);
    }

    /** An entry that is about another. */
    void pair(String thing, Statement first, Statement second) {
        String key = second.entry().path() + " " + first.entry().path();
        put(thing, key, first, BigDecimal.ZERO);
        put(thing, key, second, BigDecimal.ONE);
    }

    /** What papers about one year, or about one matter, say of the same. */
    void same(Statement it, String what, Comparable<?> value, Position at) {
        Statement said = it.with(new StatedFact("同.值", value, at), new StatedFact("同.何", what, at));
        if (what.endsWith("的票")) {
            Entry entry = it.entry();
            Stream.concat(
                            entry.list(CommonField.MATTER).stream(),
                            ELECTION.matcher(entry.title()).find() ? Stream.of("选举" + entry.year()) : Stream.empty())
                    .forEach(election -> put("同票", election + " " + what, said));
        } else {
            put(
                    SUFFIXES.keySet().stream()
                            .filter(what::endsWith)
                            .findFirst()
                            .map(SUFFIXES::get)
                            .orElse(value instanceof LocalDate ? "同日" : "同年"),
                    what,
                    said);
        }
    }

    /** What a fact of its header says, as far as that is known. */
    void same(Statement it, String what, String name) {
        it.fact(name).ifPresent(fact -> same(it, what, fact.value(), fact.at()));
    }

    /** What the lists of an entry say that others may say as well, and the period that it follows. */
    void lists(Statement it) {
        Entry entry = it.entry();
        int year = StatedTitle.year(entry);
        entry.own("名单").ifPresent(list -> list.rows().stream()
                .flatMap(row -> list.spec().cell(row, "类别").stream())
                .distinct()
                .filter(of -> it.value("名单.姓名.名").indexOf('×') < 0)
                .forEach(of -> same(
                        it,
                        year + "年" + of + "名单",
                        list.rows().stream()
                                .filter(row -> list.spec().cell(row, "类别").equals(Optional.of(of)))
                                .flatMap(row -> list.spec().cell(row, "姓名").stream())
                                .collect(Collectors.joining("、")),
                        list.value())));
        it.day("大会日期")
                .filter(day -> entry.title().contains("换届"))
                .ifPresent(day -> same(it, day.getYear() + "年换届大会的会期", "大会日期"));
        it.event()
                .or(() -> it.day("时间"))
                .filter(day -> entry.title().matches(".*党员大会.*"))
                .ifPresent(day -> it.fact("标题.季")
                        .ifPresent(quarter ->
                                same(it, day.getYear() + "年" + quarter.text() + "党员大会的会期", day, quarter.at())));
        boolean isOwn = entry.adjustment().isEmpty();
        it.day("上缴日期").filter(day -> isOwn).ifPresent(day -> same(it, DateText.chinese(day) + "上缴的党费", "实交金额"));
        if (it.fact("应交金额").isPresent() && isOwn) {
            it.day("期间.起").ifPresent(from -> put("上期", entry.kinds() + "" + from, it, BigDecimal.ONE));
            it.day("期间.止").ifPresent(to -> put("上期", entry.kinds() + "" + to.plusDays(1), it, BigDecimal.ZERO));
        }
    }

    /**
     * What papers on dues tell, one and several together. Of a year whose papers leave a gap, tell of one time twice,
     * adjust others or tell of dues that are not paid, no sum is known; an adjusted amount is none that others repeat.
     */
    void dues(List<Statement> statements) {
        Map<LocalDate, Statement> papers = new TreeMap<>();
        Set<Integer> unknown = new HashSet<>();
        Set<String> adjusted = statements.stream()
                .filter(it -> !it.entry().adjustment().isEmpty())
                .map(it ->
                        it.day("期间.起").map(LocalDate::getYear).orElse(it.entry().year()) + "年" + it.value("标题.季"))
                .collect(Collectors.toSet());
        statements.stream().filter(it -> it.fact("实交金额").isPresent()).forEach(it -> it.day("期间.起")
                .ifPresent(from -> {
                    String part = from.getYear() + "年" + it.value("标题.季");
                    if (adjusted.stream().noneMatch(part::startsWith)) {
                        same(it, part + "收的党费", "实交金额");
                    }
                    if (papers.put(from, it) != null
                            || !it.value("应交金额").equals(it.value("实交金额"))
                            || adjusted.stream().anyMatch(of -> of.startsWith(from.getYear() + "年"))) {
                        unknown.add(from.getYear());
                    }
                }));
        BigDecimal sum = BigDecimal.ZERO;
        LocalDate next = LocalDate.MIN;
        for (Statement it : papers.values()) {
            LocalDate from = it.day("期间.起").orElseThrow();
            if (from.getDayOfYear() == 1) {
                sum = BigDecimal.ZERO;
                next = from;
            }
            if (!from.equals(next)
                    || unknown.contains(from.getYear())
                    || !(it.fact("实交金额").orElseThrow().value() instanceof BigDecimal paid)
                    || it.day("期间.止").isEmpty()) {
                continue;
            }
            sum = sum.add(paid);
            LocalDate to = it.day("期间.止").orElseThrow();
            next = to.plusDays(1);
            String called = QUARTERS.get(MonthDay.from(to));
            if (called != null) {
                Position at = it.fact("实交金额").orElseThrow().at();
                same(it, from.getYear() + "年" + called + "收的党费", sum, at);
                same(it, from.getYear() + "年" + called + "应交的党费", sum, at);
            }
        }
    }

    /** Only neighbours are compared: where numbers are missing, their years may have been reckoned otherwise. */
    void series(String name, Statement it, BigDecimal number) {
        put("次序", name + " " + number, it, BigDecimal.ONE);
        put("次序", name + " " + number.add(BigDecimal.ONE), it, BigDecimal.ZERO);
    }

    void put(String thing, String key, Statement it) {
        put(thing, key, it, BigDecimal.valueOf(it.entry().dates().day().toEpochDay()));
    }

    void put(String thing, String key, Statement it, BigDecimal order) {
        all.computeIfAbsent(thing, any -> new LinkedHashMap<>())
                .computeIfAbsent(key, any -> new ArrayList<>())
                .add(new Member(it, order));
    }

    /** A paper that says when a 公示 begins or ends is about that which has this day, or else the nearest. */
    void notices(String end, List<Statement> statements) {
        NavigableMap<LocalDate, List<Statement>> notices = new TreeMap<>();
        statements.forEach(
                it -> it.day("公示." + end).ifPresent(day -> notices.computeIfAbsent(day, any -> new ArrayList<>())
                        .add(it)));
        statements.stream().filter(it -> it.entry().notice().isEmpty()).forEach(it -> it.day("正文.说公示" + end)
                .flatMap(day -> otherwise(it, day, notices))
                .ifPresent(other -> pair("说公示", other, it)));
        statements.stream().filter(it -> end.equals("止")).forEach(it -> result(it, notices));
    }

    /**
     * Returns the 公示 of which a paper says that it begins or ends on a day, if none that it may mean does.
     *
     * @param notices all of them by the day on which they do
     */
    private Optional<Statement> otherwise(
            Statement it, LocalDate day, NavigableMap<LocalDate, List<Statement>> notices) {
        List<String> matters = it.entry().list(CommonField.MATTER);
        Predicate<Statement> isMeant = other -> areLinked(it, other)
                || hasSubject(it, other)
                || !Collections.disjoint(matters, other.entry().list(CommonField.MATTER));
        return notices.subMap(day.minusDays(NEAR), true, day.plusDays(NEAR), true).entrySet().stream()
                .filter(near -> near.getValue().stream().anyMatch(isMeant))
                .min(Comparator.comparing(near -> Math.abs(ChronoUnit.DAYS.between(day, near.getKey()))))
                .filter(near -> !near.getKey().equals(day))
                .flatMap(near -> near.getValue().stream().filter(isMeant).findFirst());
    }

    /**
     * Takes note of the matter of a paper whose title tells the result of a 公示 before that ends, and has nearly all
     * words of its title.
     *
     * @param notices all of them by their last day
     */
    private void result(Statement it, NavigableMap<LocalDate, List<Statement>> notices) {
        LocalDate day = it.entry().dates().day();
        if (it.entry().notice().isPresent() || !RESULT.isIn(it.entry().title())) {
            return;
        }
        notices.subMap(day, false, day.plusDays(NEAR), true).values().stream()
                .flatMap(List::stream)
                .filter(notice -> !notice.entry().dates().day().isAfter(day))
                .filter(notice ->
                        Likeness.covers(it.entry().title(), notice.entry().title()))
                .findFirst()
                .ifPresent(notice -> Stream.of(notice, it)
                        .forEach(one -> put("事项", "\n" + it.entry().path(), one)));
    }

    /** Whether a text has the words of the title of a 公示. */
    private static boolean hasSubject(Statement it, Statement notice) {
        String title = OF_NOTICE.matcher(notice.entry().title()).replaceFirst("$1");
        Set<String> words = Likeness.pairs(SharedThings.SUBJECT.matcher(title).replaceFirst("$1"));
        return !words.isEmpty() && Likeness.pairs(it.text().get().text()).containsAll(words);
    }
}
