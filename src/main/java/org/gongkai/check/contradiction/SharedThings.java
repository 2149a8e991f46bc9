package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
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
import org.gongkai.check.contradiction.HeaderTables.RowFacts;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.problem.Problem;
import org.gongkai.text.DateText;
import org.gongkai.text.FullWidth;
import org.gongkai.text.PrefilteredPattern;
import org.gongkai.text.SessionNumber;

/**
 * Finds the entries that are about the same thing, by keys: never by comparing all with all. {@code between.yml} tells
 * what the things are.
 */
final class SharedThings {

    /** What the names of facts begin with that are compared by these names. */
    static final String SAME = "正文.同.";

    private static final String ADOPTED = "通过会议";
    private static final String MEETING_TIME = "会议.时间";

    /** Titles that announce a meeting. */
    private static final PrefilteredPattern ANNOUNCES = new PrefilteredPattern("召开|举行|举办|开展|参加|组织");

    static final Pattern SUBJECT =
            Pattern.compile("关于(?:拟|同意|确定|表扬|表彰|公布)?(.{4,40}?)(?:情况|结果|工作)?的(?:公示|通报|通知|公告|报告|决定|决议)(?:[（(].*)?");

    private static final Pattern ISSUE = Pattern.compile("(.*?)(?:总)?第\\d+期.*");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})年");

    private final Organisation branch;
    private final LocalDate today;
    private final Map<String, String> kinds = new HashMap<>();

    /** The kinds of meetings of all members. */
    private final Set<String> assemblies = new LinkedHashSet<>();

    private final Map<String, Statement> byPath = new HashMap<>();
    private final Map<String, Integer> titles = new HashMap<>();
    private final ThingIndex things = new ThingIndex();
    private final TextReferences.HeldMeetings held = new TextReferences.HeldMeetings();
    private final Consumer<Problem> problems;

    /**
     * @param today what begins to be in force later ends nothing yet
     * @param problems takes what names a thing that does not exist
     */
    SharedThings(List<Statement> statements, Organisation branch, LocalDate today, Consumer<Problem> problems) {
        this.branch = branch;
        this.problems = problems;
        this.today = today;
        statements.forEach(it -> byPath.put(it.entry().path(), it));
        statements.forEach(it -> titles.merge(it.entry().title(), 1, Integer::sum));
        statements.stream()
                .flatMap(it -> it.entry().kinds().stream())
                .distinct()
                .forEach(this::words);
        things.dues(statements);
        statements.forEach(this::add);
        TextReferences.terms(statements, things);
        TextReferences references = new TextReferences(kinds.keySet());
        statements.forEach(it -> {
            meetings(it, references.meetings(it));
            it.stated().references().links().forEach(link -> path(
                            it.entry(), link.target().split("#", 2)[0])
                    .filter(target -> target != it)
                    .ifPresent(target -> {
                        things.pair("链接", target, it);
                        TextReferences.check(it, link, target).forEach(problems);
                    }));
        });
        Stream.of("起", "止").forEach(end -> things.notices(end, statements));
    }

    ThingIndex things() {
        return things;
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
                things.put("述及", keys.get(0), it);
            }
        }
    }

    /** How texts call what a kind records: 学习 for 学习记录. */
    private static String called(Kind kind) {
        return kind.words(Trait.CALLED).stream()
                .filter(kind.name()::contains)
                .findFirst()
                .orElse(kind.name());
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
        String meeting =
                it.value(ADOPTED).isEmpty() && ANNOUNCES.isIn(entry.title()) ? entry.title() : it.value(ADOPTED);
        Optional<String> announced =
                kind(meeting).filter(kind -> entry.kinds().stream().noneMatch(own -> kinds.containsValue(own.name())));
        if (entry.values().get(CommonField.MEETING) instanceof Value.Fields) {
            it.day(MEETING_TIME).ifPresent(held::addDay);
            if (it.value("会议.状态").isEmpty() && announced.isEmpty()) {
                record(it);
            }
        } else {
            announced = kind(meeting);
        }
        announced.ifPresent(kind -> mention(it, kind, meeting));
        it.fact("文号.全").ifPresent(number -> things.put("文号", number.text(), it));
        if (titles.get(entry.title()) == 1) {
            TextReferences.number(it, things);
        }
        it.fact("期数")
                .filter(issue -> issue.value() instanceof BigDecimal)
                .ifPresent(issue -> things.series(
                        ISSUE.matcher(FullWidth.narrow(entry.title())).replaceFirst("$1")
                                + entry.listing().years(),
                        it,
                        (BigDecimal) issue.value()));
        matters(it);
        things.lists(it);
        it.body().get().forEach((name, fact) -> {
            if (name.startsWith(SAME)) {
                same(it, name.substring(SAME.length()), fact);
            }
        });
        StatedTitle.person(entry).ifPresent(person -> Stream.of("入党介绍人", "培养联系人")
                .forEach(role -> things.same(it, person + "的" + role.substring(2), role + ".名")));
        it.fact("正文.通过了")
                .filter(rule -> it.fact("会议.名称").isPresent())
                .ifPresent(rule -> things.put("通过", rule.text(), it, BigDecimal.ZERO));
        String there = it.fact("会议.实到").isPresent() ? "会议.实到" : "实到";
        it.event().filter(day -> it.value("会议.党小组").isEmpty()).ifPresent(day -> entry.kinds()
                .forEach(kind -> things.same(it, DateText.chinese(day) + called(kind) + "到会", there)));
        rules(it);
        it.fact("正文.按制度").ifPresent(rule -> things.put("援引", TextReferences.name(rule.text()), it, BigDecimal.ONE));
        path(entry, it.value("对应计划")).ifPresent(plan -> things.pair("计划", plan, it));
    }

    private void record(Statement it) {
        Optional<LocalDate> time = it.day(MEETING_TIME);
        String number = it.value("会议.次数").isEmpty() ? it.value("标题.次数") : it.value("会议.次数");
        for (Kind kind : it.entry().kinds()) {
            String group = it.value("会议.党小组");
            List<String> met =
                    branch.groupNames().stream().filter(group::contains).toList();
            String body = kind.name() + " " + (met.isEmpty() ? group : String.join("、", met));
            time.ifPresent(day -> {
                if (it.value("会议.党小组").isEmpty()) {
                    held.add(kind.name(), day, it);
                    things.put("述及", kind.name() + " " + day, it);
                    things.same(it, DateText.chinese(day) + kind.name() + "的主持", "会议.主持人.职务");
                    things.same(it, DateText.chinese(day) + called(kind) + "赞成票", "正文.赞成");
                    things.same(it, DateText.chinese(day) + called(kind) + "的题目", "题目");
                    if (kind.has(Trait.ALL_MEMBERS)) {
                        things.put("会前后", day.toString(), it, BigDecimal.ZERO);
                    } else if (it.fact("正文.大会后").isPresent()) {
                        things.put("会前后", day.toString(), it, BigDecimal.ONE);
                    }
                }
                things.put("会议", body + " " + day, it);
                it.fact("题目").ifPresent(topic -> things.same(it, "《" + topic.text() + "》的讲课日", day, topic.at()));
                if (number.matches("\\d+")) {
                    things.put("会次", body + " " + day.getYear() + " " + number, it);
                    things.series(body + " " + day.getYear(), it, new BigDecimal(number));
                    if (it.value("会议.党小组").isEmpty()) {
                        String called = kind.has(Trait.COMMITTEE) ? "支部委员会会议" : kind.name();
                        things.same(it, day.getYear() + "年第" + number + "次" + called + "的会期", "会议.时间");
                    }
                }
            });
        }
        if (!it.value("会议.时间.时刻").isEmpty() && !it.value("会议.主持人").isEmpty()) {
            things.put("主持", it.value("会议.主持人") + " " + it.value("会议.时间.时刻"), it);
        }
    }

    private void mention(Statement it, String kind, String words) {
        String body = kind + " "
                + branch.groupNames().stream()
                        .filter(group -> it.entry().title().contains(group))
                        .findFirst()
                        .orElse("");
        Optional<LocalDate> day = it.day(ADOPTED + ".日").or(() -> it.day("时间")).or(() -> it.day(MEETING_TIME));
        day.ifPresent(known -> things.put("会议", body + " " + known, it));
        OptionalInt number = SessionNumber.in(words);
        Matcher year = YEAR.matcher(FullWidth.narrow(words));
        if (number.isPresent()) {
            int of = year.find() ? Integer.parseInt(year.group(1)) : it.entry().year();
            things.put("会次", body + " " + of + " " + number.getAsInt(), it);
        }
    }

    /** The kind of meeting that a text names by the longest word. */
    private Optional<String> kind(String text) {
        return kinds.keySet().stream()
                .filter(word -> text.contains(word) && !text.contains(word + "换届"))
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
        keys.forEach(key -> things.put("事项", key, it));
        named.forEach(key -> things.put("所属事项", key, it));
        if (it.fact("阶段.项").isPresent()) {
            String person = it.value("标题.同志");
            (person.isEmpty() ? keys : Set.of(person)).forEach(key -> things.put("案", key, it));
        }
        RowFacts.states(it).forEach((row, state) -> {
            things.put("项", it.entry().listing().years() + row, state);
            String what = StatedTitle.year(it.entry()) + "年" + row.substring(row.indexOf(' ') + 1) + "的";
            Stream.of("完成情况", "完成日", PersonPosts.RESPONSIBLE)
                    .forEach(of -> state.fact("项." + of).ifPresent(fact -> same(it, what + of, fact)));
        });
        Optional<Statement> result = it.entry()
                .notice()
                .flatMap(notice -> path(it.entry(), notice.result().text()));
        result.map(found -> "\n" + found.entry().path()).ifPresent(key -> {
            things.put("事项", key, it);
            things.put("事项", key, result.get());
            things.pair("结果", result.get(), it);
        });
    }

    private void rules(Statement it) {
        if (it.entry().publication().validity().isEmpty()) {
            return;
        }
        String own = TextReferences.name(it.entry().title());
        things.put("制度", own, it, BigDecimal.ONE);
        things.put("通过", own.replaceFirst("^.*?支部(?:委员会)?", ""), it, BigDecimal.ONE);
        things.put("制度", own.replaceFirst("^.*?支部(?:委员会)?", ""), it, BigDecimal.ONE);
        LocalDate since = it.day("施行日期").orElse(it.entry().dates().day());
        if (!since.isAfter(today) && !it.entry().publication().isRepealed()) {
            Stream.concat(
                            it.fact("正文.废止").map(StatedFact::text).stream(),
                            path(it.entry(), it.value("替代"))
                                    .map(old -> old.entry().title())
                                    .stream())
                    .map(TextReferences::name)
                    .forEach(old -> Stream.of("制度", "援引")
                            .filter(thing -> thing.equals("制度") || !old.equals(own))
                            .forEach(thing -> things.put(thing, old, it, BigDecimal.ZERO)));
        }
    }

    private void same(Statement it, String what, StatedFact fact) {
        PersonPosts.said(what, fact, it.entry(), branch).ifPresent(value -> things.same(it, what, value, fact.at()));
    }

    private Optional<Statement> path(Entry entry, String typed) {
        return TextReferences.resolved(entry, typed).map(byPath::get);
    }
}
