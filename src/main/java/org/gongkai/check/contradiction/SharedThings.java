package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.problem.Position;
import org.gongkai.problem.Problem;
import org.gongkai.text.DateText;
import org.gongkai.text.FullWidth;
import org.gongkai.text.SessionNumber;
import org.gongkai.text.WrittenNumber;

/**
 * Finds the entries that are about the same thing, by keys: never by comparing all with all. {@code between.yml} tells
 * what the things are.
 */
final class SharedThings {

    /** Things of which some precede, and the others follow. */
    private static final Set<String> PRECEDED = Set.of("次序", "制度", "援引", "计划", "链接", "引文号", "说公示", "通过");

    /** What the names of facts begin with that are compared by these names. */
    private static final String SAME = "正文.同.";

    /** A paper that tells of a 公示 is published at most so many days before or after it. */
    private static final int NEAR = 45;

    private static final String ADOPTED = "通过会议";
    private static final String TIME = "时间";
    private static final String MEETING_TIME = "会议.时间";

    /** Titles that announce a meeting. */
    private static final Pattern ANNOUNCES = Pattern.compile("召开|举行|举办|开展|参加|组织");

    private static final Pattern SUBJECT =
            Pattern.compile("关于(?:拟|同意|确定|表扬|表彰|公布)?(.{4,40}?)(?:情况|结果|工作)?的(?:公示|通报|通知|公告|报告|决定|决议)(?:[（(].*)?");

    private static final Pattern ISSUE = Pattern.compile("(.*?)(?:总)?第\\d+期.*");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})年");

    private final List<String> groups;
    private final LocalDate today;
    private final Map<String, String> kinds = new HashMap<>();

    /** The kinds of meetings of all members. */
    private final Set<String> assemblies = new LinkedHashSet<>();

    private final Map<String, Statement> byPath = new HashMap<>();
    private final Map<String, Map<String, List<Member>>> all = new HashMap<>();
    private final TextReferences.HeldMeetings held = new TextReferences.HeldMeetings();
    private final Consumer<Problem> problems;

    /**
     * An entry among those about a thing.
     *
     * @param order its place among them
     */
    record Member(Statement statement, BigDecimal order) {}

    /**
     * @param groups the names of the 党小组
     * @param today what begins to be in force later ends nothing yet
     * @param problems takes what names a thing that does not exist
     */
    SharedThings(List<Statement> statements, List<String> groups, LocalDate today, Consumer<Problem> problems) {
        this.groups = groups;
        this.problems = problems;
        this.today = today;
        statements.forEach(statement -> byPath.put(statement.entry().path(), statement));
        statements.stream()
                .flatMap(it -> it.entry().kinds().stream())
                .distinct()
                .forEach(this::words);
        statements.forEach(this::add);
        TextReferences.quotations(statements)
                .forEach(it -> put(it.thing(), it.key(), it.statement(), BigDecimal.valueOf(it.order())));
        TextReferences references = new TextReferences(kinds.keySet());
        statements.forEach(it -> {
            meetings(it, references.meetings(it));
            it.references().get().links().forEach(link -> path(
                            it.entry(), link.target().replaceFirst("#.*", ""))
                    .filter(target -> target != it)
                    .ifPresent(target -> {
                        put("链接", it.entry().path() + " " + target.entry().path(), target, BigDecimal.ZERO);
                        put("链接", it.entry().path() + " " + target.entry().path(), it, BigDecimal.ONE);
                        TextReferences.check(it, link, target).forEach(problems);
                    }));
        });
        List<Statement> notices =
                statements.stream().filter(it -> it.day("公示.起").isPresent()).toList();
        statements.stream().filter(it -> it.entry().notice().isEmpty()).forEach(it -> Stream.of("起", "止")
                .forEach(end -> notice(it, end, notices)));
    }

    /** A paper that says when a 公示 begins or ends is about that which has this day, or else the nearest. */
    private void notice(Statement it, String end, List<Statement> notices) {
        it.day("正文.说公示" + end).ifPresent(day -> {
            List<Statement> near = notices.stream()
                    .filter(other -> apart(other, end, day) <= NEAR && isTold(it, other))
                    .toList();
            if (near.stream().noneMatch(other -> apart(other, end, day) == 0)) {
                near.stream()
                        .min(Comparator.comparing(other -> apart(other, end, day)))
                        .ifPresent(other -> {
                            String key = it.entry().path() + " " + other.entry().path();
                            put("说公示", key, other, BigDecimal.ZERO);
                            put("说公示", key, it, BigDecimal.ONE);
                        });
            }
        });
    }

    private static long apart(Statement notice, String end, LocalDate day) {
        return Math.abs(ChronoUnit.DAYS.between(day, notice.day("公示." + end).orElseThrow()));
    }

    /** Whether one of two papers links to the other, or one has the words of the title of the other. */
    private boolean isTold(Statement it, Statement notice) {
        Map<String, List<Member>> links = all.getOrDefault("链接", Map.of());
        String one = it.entry().path();
        String other = notice.entry().path();
        if (links.containsKey(one + " " + other) || links.containsKey(other + " " + one)) {
            return true;
        }
        Matcher subject = SUBJECT.matcher(notice.entry().title());
        Set<String> words = Likeness.pairs(
                subject.matches() ? subject.group(1) : notice.entry().title());
        Set<String> said = Likeness.pairs(it.text().get().text());
        return !words.isEmpty() && said.containsAll(words);
    }

    /** A paper that tells of one meeting is about it. */
    private void meetings(Statement it, List<TextReferences.Meeting> named) {
        named.forEach(
                meeting -> held.missing(it, kinds.get(meeting.word()), meeting).ifPresent(problems));
        if (it.entry().values().get(CommonField.MEETING) == null) {
            List<String> keys = Stream.concat(
                            named.stream().map(meeting -> kinds.get(meeting.word()) + " " + meeting.day()),
                            it.day("大会日期").stream()
                                    .flatMap(day -> assemblies.stream().map(kind -> kind + " " + day)))
                    .distinct()
                    .toList();
            if (keys.size() == 1) {
                put("述及", keys.get(0), it);
            }
        }
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

    private void words(Kind kind) {
        if (!kind.words(Trait.CALENDAR).isEmpty()) {
            Stream.concat(Stream.of(kind.name()), kind.words(Trait.COUNTED_AS).stream())
                    .forEach(word -> kinds.put(word, kind.name()));
            if (kind.has(Trait.ALL_MEMBERS)) {
                assemblies.add(kind.name());
            }
        }
    }

    private void add(Statement it) {
        Entry entry = it.entry();
        if (entry.values().get(CommonField.MEETING) instanceof Value.Fields) {
            it.day(MEETING_TIME).ifPresent(held::addDay);
            if (it.value("会议.状态").isEmpty()) {
                record(it);
            }
        } else {
            String meeting = it.value(ADOPTED).isEmpty()
                            && ANNOUNCES.matcher(entry.title()).find()
                    ? entry.title()
                    : it.value(ADOPTED);
            kind(meeting).ifPresent(kind -> mention(it, kind, meeting));
        }
        it.fact("文号.全").ifPresent(number -> put("文号", number.text(), it));
        it.fact("期数")
                .filter(issue -> issue.value() instanceof BigDecimal)
                .ifPresent(issue -> series(
                        ISSUE.matcher(FullWidth.narrow(entry.title())).replaceFirst("$1") + entry.years(),
                        it,
                        (BigDecimal) issue.value()));
        matters(it);
        it.body().get().forEach((name, fact) -> {
            if (name.startsWith(SAME)) {
                same(it, name.substring(SAME.length()), fact.value(), fact.at());
            }
        });
        it.entry().own("当选名单").ifPresent(list -> list.rows()
                .forEach(row -> list.spec().cell(row, "姓名").ifPresent(name -> list.spec()
                        .cell(row, "票数")
                        .flatMap(WrittenNumber::read)
                        .ifPresent(votes -> same(it, name + "的票", votes, row)))));
        it.fact("正文.通过了")
                .filter(rule -> it.fact("会议.名称").isPresent())
                .ifPresent(rule -> put("通过", rule.text(), it, BigDecimal.ZERO));
        it.day(MEETING_TIME).or(() -> it.day("活动日期")).or(() -> it.day("学习时间")).ifPresent(day -> Stream.of("会议.实到", "实到")
                .flatMap(name -> it.fact(name).stream())
                .findFirst()
                .ifPresent(there -> entry.kinds()
                        .forEach(kind -> same(
                                it,
                                DateText.chinese(day) + kind.name().replace("学习记录", "集中学习") + "到会",
                                there.value(),
                                there.at()))));
        it.day("大会日期")
                .filter(day -> it.value("阶段.项").equals("公布结果"))
                .ifPresent(day -> same(
                        it,
                        day.getYear() + "年换届日",
                        day,
                        it.fact("大会日期").orElseThrow().at()));
        rules(it);
        it.fact("正文.按制度").ifPresent(rule -> put("援引", TextReferences.name(rule.text()), it, BigDecimal.ONE));
        path(entry, it.value("对应计划")).ifPresent(plan -> {
            put("计划", plan.entry().path(), plan, BigDecimal.ZERO);
            put("计划", plan.entry().path(), it, BigDecimal.ONE);
        });
    }

    /** A record of a meeting. */
    private void record(Statement it) {
        Optional<LocalDate> time = it.day(MEETING_TIME);
        String number = it.value("会议.次数").isEmpty() ? it.value("标题.次数") : it.value("会议.次数");
        for (Kind kind : it.entry().kinds()) {
            String group = it.value("会议.党小组");
            List<String> met = groups.stream().filter(group::contains).toList();
            String body = kind.name() + " " + (met.isEmpty() ? group : String.join("、", met));
            time.ifPresent(day -> {
                if (it.value("会议.党小组").isEmpty()) {
                    held.add(kind.name(), day, it);
                    put("述及", kind.name() + " " + day, it);
                }
                put("会议", body + " " + day, it);
                if (number.matches("\\d+")) {
                    put("会次", body + " " + day.getYear() + " " + number, it);
                    series(body + " " + day.getYear(), it, new BigDecimal(number));
                }
            });
        }
        if (!it.value("会议.时间.时刻").isEmpty() && !it.value("会议.主持人").isEmpty()) {
            put("主持", it.value("会议.主持人") + " " + it.value("会议.时间.时刻"), it);
        }
    }

    /** A paper that names a meeting. */
    private void mention(Statement it, String kind, String words) {
        String body = kind + " "
                + groups.stream()
                        .filter(group -> it.entry().title().contains(group))
                        .findFirst()
                        .orElse("");
        Optional<LocalDate> day = it.day(ADOPTED + ".日").or(() -> it.day(TIME));
        day.ifPresent(known -> put("会议", body + " " + known, it));
        OptionalInt number = SessionNumber.in(words);
        Matcher year = YEAR.matcher(FullWidth.narrow(words));
        if (number.isPresent()) {
            int of = year.find()
                    ? Integer.parseInt(year.group(1))
                    : it.entry().years().get(0);
            put("会次", body + " " + of + " " + number.getAsInt(), it);
        }
    }

    /** The kind of meeting that a text names by the longest word. */
    private Optional<String> kind(String text) {
        return kinds.keySet().stream()
                .filter(text::contains)
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .map(kinds::get);
    }

    private void matters(Statement it) {
        List<String> named = it.entry().list(CommonField.MATTER);
        LinkedHashSet<String> keys = new LinkedHashSet<>(named);
        Matcher subject = SUBJECT.matcher(it.entry().title());
        if (named.isEmpty() && subject.matches()) {
            keys.add(subject.group(1));
        }
        keys.forEach(key -> put("事项", key, it));
        if (it.fact("阶段.项").isPresent()) {
            String person = it.value("标题.同志");
            (person.isEmpty() ? keys : Set.of(person)).forEach(key -> put("案", key, it));
        }
        RowFacts.states(it).forEach((row, state) -> put("项", it.entry().years() + row, state));
        it.entry()
                .notice()
                .flatMap(notice -> path(it.entry(), notice.result().text()))
                .ifPresent(result -> {
                    put("事项", "\n" + result.entry().path(), it);
                    put("事项", "\n" + result.entry().path(), result);
                });
    }

    /** What papers about one year, or about one matter, say of the same. */
    private void same(Statement it, String what, Comparable<?> value, Position at) {
        Statement said = it.with(new StatedFact("同.值", value, at), new StatedFact("同.何", what, at));
        if (what.endsWith("的票")) {
            it.entry().list(CommonField.MATTER).forEach(matter -> put("同票", matter + " " + what, said));
        } else {
            put(what.endsWith("限额") ? "同额" : "同年", what, said);
        }
    }

    private void rules(Statement it) {
        if (it.entry().publication().validity().isEmpty()) {
            return;
        }
        String own = TextReferences.name(it.entry().title());
        put("制度", own, it, BigDecimal.ONE);
        put("通过", own.replaceFirst("^.*?支部(?:委员会)?", ""), it, BigDecimal.ONE);
        put("制度", own.replaceFirst("^.*?支部(?:委员会)?", ""), it, BigDecimal.ONE);
        LocalDate since = it.day("施行日期").orElse(it.entry().dates().published().toLocalDate());
        if (!since.isAfter(today) && !it.entry().publication().isRepealed()) {
            Stream.concat(
                            it.fact("正文.废止").map(StatedFact::text).stream(),
                            path(it.entry(), it.value("替代"))
                                    .map(old -> old.entry().title())
                                    .stream())
                    .map(TextReferences::name)
                    .filter(old -> !old.equals(own))
                    .forEach(old -> Stream.of("制度", "援引").forEach(thing -> put(thing, old, it, BigDecimal.ZERO)));
        }
    }

    /** The entry that another names by its path. */
    private Optional<Statement> path(Entry entry, String typed) {
        return TextReferences.resolved(entry, typed).map(byPath::get);
    }

    /** Only neighbours are compared: where numbers are missing, their years may have been reckoned otherwise. */
    private void series(String name, Statement it, BigDecimal number) {
        put("次序", name + " " + number, it, BigDecimal.ONE);
        put("次序", name + " " + number.add(BigDecimal.ONE), it, BigDecimal.ZERO);
    }

    private void put(String thing, String key, Statement it) {
        put(
                thing,
                key,
                it,
                BigDecimal.valueOf(it.entry().dates().published().toLocalDate().toEpochDay()));
    }

    private void put(String thing, String key, Statement it, BigDecimal order) {
        all.computeIfAbsent(thing, any -> new LinkedHashMap<>())
                .computeIfAbsent(key, any -> new ArrayList<>())
                .add(new Member(it, order));
    }
}
