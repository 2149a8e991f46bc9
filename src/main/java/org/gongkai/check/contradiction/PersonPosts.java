package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.branch.Posts;
import org.gongkai.check.contradiction.ProseFactReader.Sentence;
import org.gongkai.check.prose.EntryText;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.text.FullWidth;
import org.gongkai.text.Likeness;
import org.gongkai.text.PrefilteredPattern;

/**
 * The posts that a paper gives to those who have others in the organisation on its day: 正文.称职, 正文.何人 and 正文.实任. A
 * post stands before the name, in the title of a talk, or in the row of the name.
 */
final class PersonPosts {

    private static final String POST = "(副?书记|\\p{IsHan}{2}委员|\\p{IsHan}{2,6}组组长)";
    /** The end of the names of what is stated of rows: who is responsible. */
    static final String RESPONSIBLE = "责任人";

    /** In a paper of one 党小组. */
    private static final String LEADER = "组长";

    private static final Pattern TALK = Pattern.compile(POST + "(?:带头|为\\p{IsHan}{2,6})?(?:主讲|讲授?|上)\\p{IsHan}{0,4}党课");
    private static final Pattern NAMED = Pattern.compile("姓名|候选人|人员");
    private static final Pattern HELD = Pattern.compile("现任.{0,4}职务|(?:党内|支部)职务");

    private static final Pattern LED = Pattern.compile("(\\p{IsHan}{2,6}组)([(,])组长");

    private static final Pattern TAKES = Pattern.compile("(?<![^,、;:。])([一-龥]{2,3}?)[同志担]*任" + POST + "(?![^,、;。])");

    private static final PrefilteredPattern EARLIER = new PrefilteredPattern("[0-9]月|[0-9]年|[一二三四]季度|半年|原|当时|时任");

    private final Organisation branch;
    private final List<String> names;
    private final Optional<Pattern> written;

    PersonPosts(Organisation branch) {
        this.branch = branch;
        this.names = new Posts(branch)
                .names().collect(Collectors.toCollection(TreeSet::new)).descendingSet().stream()
                        .toList();
        this.written = names.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile("(?<=^|[,、;:。(|日午 由请给向和与找问交报是为]|支部|支委|联系)(?:党?小?组长|"
                        + POST.replace("组组", "组组?") + "):?("
                        + String.join("|", names) + "|\\p{IsHan}{3})(?!\\p{IsHan}?(?:任|兼任|接任))"));
    }

    /** Adds to a header who is on the committee and in the chair, how many members there were, and its term. */
    void complete(Entry entry, Map<String, StatedFact> header) {
        LocalDate day = EntryFacts.day(entry);
        Value.Text top = new Value.Text("", 1, 1);
        // An election less than half a year before or after the last day of a term ends it.
        branch.term(day).ifPresent(it -> {
            long years = Math.round(ChronoUnit.DAYS.between(it.from(), it.to()) / 365.0);
            LocalDate full = it.from().plusYears(years).minusDays(1);
            HeaderFactReader.put("支部.任期满.起", full.isBefore(it.to()) ? full : it.to(), top, header);
            HeaderFactReader.put("支部.任期满.止", full.isAfter(it.to()) ? full : it.to(), top, header);
        });
        List<Organisation.Member> committee = isKnown(day) ? branch.committee(day) : List.of();
        if (isKnown(day) && branch.namesCommittee() && branch.committeeSize(day).isPresent()) {
            String all = committee.stream()
                    .flatMap(it -> Stream.of(it.name(), post(it)))
                    .collect(Collectors.joining("、"));
            HeaderFactReader.put("支部.委员名", all, top, header);
        }
        Optional.ofNullable(header.get("会议.党小组")).ifPresent(met -> branch.groups(day).stream()
                .filter(group -> group.name().equals(met.text()))
                .flatMap(group -> group.counts().stream())
                .filter(count -> count.time().endedBefore(day))
                .reduce((one, later) -> later)
                .ifPresent(
                        count -> HeaderFactReader.put("党小组.原有", BigDecimal.valueOf(count.number()), met.at(), header)));
        HeaderFactReader.put("支部.几组", BigDecimal.valueOf(branch.groups(day).size()), top, header);
        String grown = branch.counts().stream()
                .filter(count ->
                        count.time().from().filter(from -> from.isAfter(day)).isEmpty())
                .map(count -> count.number().toString())
                .collect(Collectors.joining("、"));
        if (!grown.isEmpty()) {
            HeaderFactReader.put("支部.历来几人", grown, top, header);
        }
        Optional.ofNullable(header.get("会议.主持人.名")).ifPresent(chair -> {
            String typed = chair.text();
            List<String> posts = committee.stream()
                    .filter(it -> post(it).equals(typed))
                    .map(Organisation.Member::name)
                    .toList();
            String name = posts.size() == 1 ? posts.get(0) : typed;
            if (name.matches("\\p{IsHan}{2,3}") && !name.matches(".*(?:书记|委员|组长)")) {
                HeaderFactReader.put("会议.主持人.人", name, chair.at(), header);
            }
        });
    }

    List<Sentence> read(EntryText text, List<TableColumns> tables, Map<String, StatedFact> header) {
        List<Sentence> found = new ArrayList<>();
        Entry entry = text.entry();
        LocalDate day = EntryFacts.day(entry);
        Matcher talk = TALK.matcher(entry.title());
        if (talk.find() && header.containsKey("主讲人.名")) {
            check(
                            talk.group(1),
                            header.get("主讲人.名").text(),
                            day,
                            entry.title(),
                            entry.values().get(CommonField.TITLE))
                    .ifPresent(found::add);
        }
        BiConsumer<String, Value.Text> read = (line, at) -> written.ifPresent(pattern -> {
            // 渡口组（组长…）and 渡口组，组长… are read as 渡口组组长…, …任宣传委员 as 宣传委员:….
            String half = TAKES.matcher(FullWidth.narrow(line)).replaceAll("$2:$1");
            Matcher named =
                    pattern.matcher(half.contains("组长") ? LED.matcher(half).replaceAll("$2$1组长") : half);
            boolean hasPost = line.contains("书记") || line.contains("委员") || line.contains("组长");
            while (hasPost && named.find()) {
                Value.Text place =
                        new Value.Text(named.group(), at.line(), at.column() + line.codePointCount(0, named.start(2)));
                String sentence =
                        line.substring(line.lastIndexOf('。', named.start()) + 1).split("。", 2)[0];
                Optional.ofNullable(named.group(1))
                        .or(() -> Stream.of("会议.党小组", "标题.党小组")
                                .flatMap(name -> Stream.ofNullable(header.get(name)))
                                .map(group -> group.text() + LEADER)
                                .filter(post -> post.matches(POST))
                                .findFirst())
                        .flatMap(post -> check(post, named.group(2), day, sentence, place))
                        .ifPresent(found::add);
            }
        });
        text.prose().forEach(line -> read.accept(line.text(), new Value.Text("", line.line(), 1)));
        entry.own().forEach(own -> ProseFactReader.texts(Optional.of(own.spec()), own.value())
                .forEach(it -> read.accept(it.text(), it)));
        for (TableColumns table : tables) {
            int name = column(table, NAMED);
            int post = column(table, HELD);
            for (List<Value.Text> row : name < 0 || post < 0 ? List.<List<Value.Text>>of() : table.rows()) {
                check(row.get(post).text(), row.get(name).text(), day, "", row.get(post))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /**
     * Returns what is stated; who is responsible by posts, and empty if somebody has none that is known, who may be the
     * same.
     */
    static Optional<Comparable<?>> said(String what, StatedFact fact, Entry entry, Organisation branch) {
        if (!what.endsWith(RESPONSIBLE)) {
            return Optional.of(fact.value());
        }
        LocalDate day = EntryFacts.day(entry);
        String all = Stream.of(fact.text().split("、"))
                .map(typed -> posts(branch.committee(day), List.of(), typed, day).stream()
                        .findFirst()
                        .orElse(typed.replaceFirst("^支部", "")))
                .collect(Collectors.joining("、"));
        return Optional.<Comparable<?>>of(all).filter(any -> all.matches("(?:" + POST + "、?)+"));
    }

    private static int column(TableColumns table, Pattern name) {
        return table.names().stream()
                .map(it -> name.matcher(it).matches())
                .toList()
                .indexOf(true);
    }

    private Optional<Sentence> check(String typed, String name, LocalDate day, String sentence, Value at) {
        // 渡口组长 is the 渡口组组长.
        String post = branch.groupNames().contains(typed.replaceFirst("长$", ""))
                ? typed.replaceFirst("长$", LEADER)
                : typed.replace("纪律检查", "纪检");
        List<String> held = posts(branch.committee(day), branch.groups(day), name, day);
        // What is told of earlier months may be of an earlier post, not of one that begins much later.
        List<Organisation.Member> before = branch.committee().stream()
                .filter(it ->
                        it.time().from().filter(day.plusMonths(1)::isBefore).isEmpty())
                .toList();
        boolean isEarlier = EARLIER.isIn(sentence.replaceAll("(?<![0-9])" + day.getMonthValue() + "月", ""))
                && posts(before, branch.groups(), name, null).stream().anyMatch(post::endsWith);
        List<String> holders = Stream.concat(
                        branch.committee(day).stream()
                                .filter(it -> post(it).equals(post))
                                .map(Organisation.Member::name),
                        branch.groups(day).stream()
                                .filter(it -> post.equals(it.name() + LEADER))
                                .map(it -> it.leading(day)))
                .filter(it -> !it.isEmpty() && !it.endsWith(LEADER))
                .distinct()
                .toList();
        boolean isOf = names.contains(name) && !(held.isEmpty() && holders.isEmpty())
                || holders.stream().anyMatch(it -> Likeness.isMisspelt(it, name));
        if (isEarlier || !isOf || !isKnown(day) || held.stream().anyMatch(post::endsWith) || !post.matches(POST)) {
            return Optional.empty();
        }
        String has = (holders.isEmpty() ? "" : "，" + typed + "是“" + String.join("、", holders) + "”")
                + (held.isEmpty() ? "" : "，“" + name + "”是" + String.join("、", held));
        return Optional.of(Sentence.of(sentence, Map.of("正文.称职", typed, "正文.何人", name, "正文.实任", has.substring(1)), at));
    }

    /** Who held a post before this term is not known. */
    private boolean isKnown(LocalDate day) {
        return branch.term(day).filter(term -> term.from().isAfter(day)).isEmpty();
    }

    private static String post(Organisation.Member member) {
        return HeaderFactReader.names(List.of(member.post())).replace("纪律检查", "纪检");
    }

    /**
     * Returns the posts that somebody has among some.
     *
     * @param day when groups are led; null for ever
     */
    private static List<String> posts(
            List<Organisation.Member> committee, List<Organisation.Group> groups, String name, LocalDate day) {
        return Stream.concat(
                        committee.stream().filter(it -> it.name().equals(name)).map(PersonPosts::post),
                        groups.stream()
                                .filter(group -> day == null
                                        ? group.leaders().stream()
                                                .anyMatch(it -> it.name().equals(name))
                                        : group.leader(day).equals(name))
                                .map(group -> group.name() + LEADER))
                .toList();
    }
}
