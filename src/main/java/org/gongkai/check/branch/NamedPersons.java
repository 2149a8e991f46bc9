package org.gongkai.check.branch;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.config.ValidityPeriod;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.HeaderValues;
import org.gongkai.problem.Problem;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.text.Likeness;

/**
 * Compares the persons that the text of an entry names with the branch on the day of the entry, and with those who were
 * absent or in the chair by its header.
 */
final class NamedPersons {

    private static final String POST = "(?:副?书记|(?:组织|宣传|纪检|纪律检查|青年|统战|保密|妇女|保卫|群工|群众)委员";

    static final Pattern GONE = Pattern.compile("转出|调离|调出|退休|离任|卸任|志愿|原|当年|曾|回顾");

    static final Pattern OF_LONG = Pattern.compile("总结|年度|上半年|下半年|报告|大事记|述职|回顾");
    private static final String ACTS =
            "(?:同志)?(?:代表[^,，。]{0,10}?|在会上|作了?|作为[^,，。]{0,8}?)?(主持|记录|报告|汇报|通报|发言|介绍|说明|领学|宣读|传达|讲授?|提出|表示|强调|布置)$";
    private static final String TASKS = "|出题|负责|牵头|带队|组织(?!关系)|整理|保管|采购|验收|核对|值班|值守|参加|联系|承办";
    private static final Pattern BY_OTHERS =
            Pattern.compile("委托|书面|代为|代读|受|请假|缺席|没有?参加|未参加|未到|会[后前]|补|下[次周月]|将|线上|视频|电话|拟|由.{0,12}负责");

    /** Between clauses, of which the first of the next one may be a name. */
    private static final String START = "(?<=^|[，,。；;：:、由日午请和|])\\s*";

    private final Organisation branch;
    private final Posts posts;
    private final Slugs slugs = new Slugs();
    private final Set<String> names = new LinkedHashSet<>();
    private final Pattern chair;
    private final Pattern groupActs;

    NamedPersons(Organisation branch, Posts posts) {
        this.branch = branch;
        this.posts = posts;
        posts.names()
                .filter(name -> !name.endsWith("组长") && !name.contains("某"))
                .forEach(names::add);
        String all = branch.groupNames().stream().map(Pattern::quote).reduce("(?!)", (a, b) -> a + "|" + b);
        String post = POST + "|(?:" + all + ")(?:党小组)?组?长|(?<!\\p{IsHan}|副)组长)";
        this.chair =
                Pattern.compile("(?:^|[，,。；;日])(?:本次)?(?:会议|大会|活动)?由(?:支部)?(" + post + ")?(\\p{IsHan}{2,3}?)?(主持|记录)");
        this.groupActs = Pattern.compile("(?<!原)(" + all + ")(?:召开|组织|负责|牵头|承办|主办|带队|汇报)|编入(" + all + ")");
    }

    void check(EntryText text, Consumer<Problem> found) {
        Set<String> told = new HashSet<>();
        read(text, problem -> Stream.of(problem)
                .filter(it -> told.add(it.line() + ":" + it.column()))
                .forEach(found));
    }

    private void read(EntryText text, Consumer<Problem> problems) {
        Entry entry = text.entry();
        if (entry.publication().status() == Entry.Status.DRAFT) {
            return;
        }
        LocalDate day = EntryFacts.day(entry);
        Set<String> known = new LinkedHashSet<>(names);
        entry.own().stream()
                .flatMap(own -> own.rows().stream().flatMap(row -> own.spec().cell(row, "姓名").stream()))
                .filter(name -> name.matches("\\p{IsHan}{3}"))
                .forEach(known::add);
        EntryFacts.personIn(entry.title()).filter(name -> name.length() == 3).ifPresent(known::add);
        List<Value.Text> absent = meeting(entry, "缺席", "absent");
        Set<String> absentees = who(absent, day);
        NamesakeRule namesakes = new NamesakeRule(branch);
        Set<String> left = branch.people().stream()
                .filter(it -> it.time().endedBefore(day.minusDays(Posts.MARGIN)))
                .map(Organisation.Person::name)
                .collect(Collectors.toSet());
        // Who has left is given nothing to do either.
        List<Pattern> acts = List.of(acts(absentees, ""), acts(left, TASKS));
        new NamedRows(branch).check(entry, text, left, day, problems);
        for (Prose line : text.prose()) {
            known.forEach(name -> misspelt(entry, line, name, known, problems));
            if (!absentees.isEmpty() && !BY_OTHERS.matcher(line.text()).find()) {
                first(acts.get(0), line)
                        .filter(it -> namesakes.isOneOf(absent, entry, line.at(it.start(1), it.group(1)), day))
                        .ifPresent(it -> problems.accept(Problem.warning(
                                "W317",
                                entry.path(),
                                line.at(it.start(1), ""),
                                it.group(1) + it.group(2) + "，文件头里写的是缺席",
                                "请核对缺席和正文；书面发言、委托别人的写明")));
            }
            if (!left.isEmpty() && !OF_LONG.matcher(entry.title()).find()) {
                first(acts.get(1), line)
                        .or(() -> first(listed(left), line))
                        .filter(it -> !isGone(line.text(), it))
                        .filter(it -> namesakes.haveLeft(
                                entry, line.at(it.start(1), it.group(1)), day.minusDays(Posts.MARGIN)))
                        .ifPresent(it ->
                                problems.accept(Posts.left(entry, line.at(it.start(1), ""), it.group(1), day, "")));
            }
            chair(entry, line, day, problems);
            groups(entry, line, day, problems);
        }
    }

    /** A name of which one character was replaced by another that sounds alike. */
    private void misspelt(Entry entry, Prose line, String name, Set<String> known, Consumer<Problem> problems) {
        for (int at = 0; name.length() == 3 && at + 3 <= line.text().length(); at++) {
            String typed = line.text().substring(at, at + 3);
            if (Likeness.isMisspelt(name, typed)
                    && !known.contains(typed)
                    && slugs.of(typed).equals(slugs.of(name))) {
                problems.accept(Problem.warning(
                        "W359",
                        entry.path(),
                        line.at(at, ""),
                        "这里写的是“" + typed + "”，已经知道的是“" + name + "”",
                        "请核对姓名，改正写错的那一个；是两个人的可以不改"));
            }
        }
    }

    private static boolean isGone(String line, MatchResult acts) {
        int from = line.lastIndexOf('。', acts.start(1)) + 1;
        return GONE.matcher(line.substring(from, acts.end())).find();
    }

    /** Where one of these persons does something at a meeting. */
    private static Pattern acts(Set<String> persons, String more) {
        String who = persons.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile(START + "((?:支部)?(?:" + who + ")(?:" + who + ")?)" + ACTS.replace(")$", more + ")"));
    }

    /** Where one of these persons is the last or another of a list of those who do something. */
    private static Pattern listed(Set<String> persons) {
        return Pattern.compile("(?<=\\p{IsHan}、)(" + String.join("|", persons)
                + ")(?:、\\p{IsHan}{2,3})*(?:[0-9两三四五六七八九十]+[人名位]|等|分别|一起|各)*(讲|谈|介绍|发言|参加|负责|汇报|验收|值守|带队|交流|表态)");
    }

    private static Optional<MatchResult> first(Pattern pattern, Prose line) {
        return pattern.matcher(line.text()).results().findFirst();
    }

    /** Somebody else was in the chair, or took the record. */
    private void chair(Entry entry, Prose line, LocalDate day, Consumer<Problem> problems) {
        Matcher found = chair.matcher(line.text());
        while (found.find()) {
            boolean leads = found.group(3).equals("主持");
            List<Value.Text> header = leads ? meeting(entry, "主持人", "chair") : meeting(entry, "记录人", "recorder");
            String typed = found.group(0).replaceAll(".*由|主持|记录", "");
            Set<String> said = who(List.of(new Value.Text(typed, 1, 1)), day);
            Set<String> written = who(header, day);
            if (!said.isEmpty() && !written.isEmpty() && said.stream().noneMatch(written::contains)) {
                problems.accept(Problem.warning(
                        "W318",
                        entry.path(),
                        line.at(found.end() - 2 - typed.length(), ""),
                        "正文里" + found.group(3) + "的是" + typed + "，文件头里是"
                                + header.get(0).text(),
                        "请核对，两处写成一样"));
            }
        }
    }

    private static List<Value.Text> meeting(Entry entry, String... names) {
        return entry.values().get(CommonField.MEETING) instanceof Value.Fields group
                ? group.texts(names).stream()
                        .flatMap(it -> HeaderValues.parts(it).stream())
                        .toList()
                : List.of();
    }

    /** The names and posts of those whom texts name, as far as they are known. */
    private Set<String> who(List<Value.Text> typed, LocalDate day) {
        Set<String> all = new HashSet<>();
        for (Value.Text part : typed) {
            String text = part.text().replaceAll("[（(].*", "").strip();
            names.stream().filter(text::contains).forEach(all::add);
            Optional<Posts.Post> held = posts.of(text).or(() -> names.stream()
                    .filter(text::contains)
                    .findFirst()
                    .flatMap(it -> posts.of(text.replace(it, ""))));
            held.ifPresent(it -> {
                all.add(it.name());
                ValidityPeriod.on(day, it.holders()).stream()
                        .map(Posts.Holder::name)
                        .filter(name -> !name.isEmpty())
                        .forEach(all::add);
            });
        }
        List.copyOf(all).forEach(name -> posts.heldBy(name, name, "", true).stream()
                .filter(it -> it.time().includes(day))
                .forEach(it -> all.add(it.post())));
        return all;
    }

    /** Reports groups that act in a text before there were any, or when there were none any more. */
    private void groups(Entry entry, Prose line, LocalDate day, Consumer<Problem> problems) {
        Matcher found = groupActs.matcher(line.text());
        while (found.find()) {
            String name = found.group(1) == null ? found.group(2) : found.group(1);
            List<Organisation.Group> all = branch.groups(name);
            if (ValidityPeriod.on(day, all).isEmpty()
                    && !OF_LONG.matcher(entry.title()).find()
                    && !line.text().matches(".*(?:并入|合并|撤销|改称|成立|设立|调整|原).*")) {
                problems.accept(Problem.warning(
                        "W355",
                        entry.path(),
                        line.at(found.start(), ""),
                        BranchRules.without(name, all, day),
                        "请核对日期和党小组"));
            }
        }
    }
}
