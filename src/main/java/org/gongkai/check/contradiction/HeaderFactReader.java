package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.contradiction.HeaderTables.RowFacts;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.calendar.WorkCalendar.PeriodStart;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.header.ApprovalStep;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.HeaderValues;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.problem.Position;
import org.gongkai.site.Item;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.DateText;
import org.gongkai.text.FullWidth;
import org.gongkai.text.MomentText;
import org.gongkai.text.NameList;
import org.gongkai.text.Period;
import org.gongkai.text.WrittenNumber;

/**
 * Reads what the header of an entry states, and what the branch is: days, numbers, names. A member of a group is {@code
 * GROUP.MEMBER}, the names in a field {@code FIELD.名}, their number {@code FIELD.数}, the number of those in parentheses
 * {@code FIELD.列}, a single post {@code FIELD.职务}, the days of a period {@code FIELD.起} and {@code FIELD.止}.
 *
 * @param ownCatalogue whether the site has a catalogue of its own, which says what is late
 */
record HeaderFactReader(Organisation branch, WorkCalendar calendar, boolean ownCatalogue) {

    private static final Pattern NO_NAME = Pattern.compile("^本?党?支部(?=\\p{IsHan})|^\\p{IsHan}{0,6}\\d+[名人]$");
    private static final Pattern PARENTHESIS = Pattern.compile("[（(][^（）()]*[）)]");
    private static final Pattern NOT_ALL_NAMED =
            Pattern.compile("[\\d等]|全体|全部|所有|[两" + ChineseNumeral.TO_TEN + "][人名]");
    private static final Pattern NOBODY = Pattern.compile("无|没有|零|/|-|—");
    private static final Pattern DOCUMENT_YEAR = Pattern.compile("(.*)〔(\\d{4})〕.*");
    private static final Pattern DAY = Pattern.compile("\\d{4}年\\d{1,2}月\\d{1,2}日");
    private static final Pattern POST = Pattern.compile("(?:副?书记|\\p{IsHan}{2}委员|\\p{IsHan}{1,8}组长)");
    private static final Pattern MEMBERS = Pattern.compile("^(?:全体)?(?:正式)?(?:党员|委员|同志)(?=[0-9])([0-9]+[名人])$");
    private static final Pattern LISTED = Pattern.compile(
            "[0-9]+[名人]\\((甲\\p{IsHan}{1,2}(?:[,、;](?!康复|单位)甲\\p{IsHan}{1,2})*|甲\\p{IsHan}{3,9}(?:[,、;]甲\\p{IsHan}{3,9})+)(?:,(?!甲)\\p{IsHan}{2,4})?\\)"
                    .replace("甲", "[" + NameList.SURNAMES + "车管项安成]"));

    Map<String, StatedFact> read(Entry entry) {
        Map<String, StatedFact> facts = new HashMap<>();
        Value title = entry.values().get(CommonField.TITLE);
        LocalDate day = EntryFacts.day(entry);
        entry.values().forEach((field, value) -> value(field.label(), value, entry, facts));
        entry.own().forEach(own -> {
            value(own.spec().name(), own.value(), entry, facts);
            if (own.value() instanceof Value.Text typed) {
                own.spec()
                        .canonical(typed.text())
                        .ifPresent(choice -> put(own.spec().name() + ".项", choice, own.value(), facts));
                Matcher within = DateText.WITHIN.matcher(FullWidth.narrow(typed.text()));
                if (StatedFact.isNumeric(typed.text()) && within.find()) {
                    DateText.day(within.group()).ifPresent(it -> put(own.spec().name() + ".日", it, typed, facts));
                }
            } else if (own.value() instanceof Value.Items list) {
                put(own.spec().name() + ".项数", BigDecimal.valueOf(list.items().size()), own.value(), facts);
                put(own.spec().name() + ".行数", BigDecimal.valueOf(own.rows().size()), own.value(), facts);
            }
        });
        HeaderTables.read(entry).forEach((name, fact) -> put(name, fact.value(), fact.at(), facts));
        if (entry.own().stream().anyMatch(own -> !own.rows().isEmpty())) {
            RowFacts.read(entry, facts);
        }
        step(entry, CommonField.SECRECY_REVIEW, "审查人", facts, "审查人", "reviewer");
        step(entry, CommonField.APPROVAL, "审批人", facts, "审批人", "approver");
        List.of("保密审查.审查人", "审批.审批人", "拟稿人").forEach(field -> person(field, entry, day, facts));
        Position at = entry.values().getOrDefault(CommonField.DATE, title);
        put("发布日期", entry.dates().day(), at, facts);
        entry.notice().ifPresent(notice -> {
            Position place = entry.values().get(CommonField.NOTICE);
            put("公示.起", notice.from(), place, facts);
            put("公示.止", notice.to(), place, facts);
            notice.workingDays().ifPresent(days -> put("公示.工作日", BigDecimal.valueOf(days), place, facts));
            if (notice.workingDays().isEmpty()) {
                calendar.count(notice.from(), notice.to(), PeriodStart.FROM_FIRST_DAY)
                        .ifPresent(days -> put("公示.最多工作日", BigDecimal.valueOf(days), place, facts));
                calendar.count(notice.from(), notice.to(), PeriodStart.FROM_NEXT_DAY)
                        .ifPresent(days -> put("公示.最少工作日", BigDecimal.valueOf(days), place, facts));
            }
        });
        String typed = FullWidth.narrow(entry.text(CommonField.DOC_NUMBER)).replaceAll("\\s", "");
        Matcher number = DOCUMENT_YEAR.matcher(typed);
        Position place = entry.values().get(CommonField.DOC_NUMBER);
        if (!typed.isEmpty()) {
            put("文号.全", typed, place, facts);
        }
        if (number.matches()) {
            put("文号年份", new BigDecimal(number.group(2)), place, facts);
            put("文号.代字", number.group(1), place, facts);
        }
        StatedTitle.read("标题", entry.title(), title, facts);
        Optional.ofNullable(facts.get("会议.名称"))
                .ifPresent(it -> StatedTitle.read("名称", it.value().toString(), it.at(), facts));
        branch(entry, day, facts);
        entry.kinds().stream()
                .filter(kind -> !ownCatalogue)
                .flatMap(kind -> kind.words(Trait.PUBLISHED_WITHIN).stream())
                .findFirst()
                .flatMap(WrittenNumber::read)
                .ifPresent(days -> put("几天内公开", days, at, facts));
        entry.kinds().stream()
                .flatMap(kind -> kind.words(Trait.QUORUM).stream())
                .forEach(word -> put("到会." + word, BigDecimal.ZERO, at, facts));
        // The day of a stage is known by the stage, so that relations can ask for two of them.
        Optional.ofNullable(facts.get("阶段.项")).ifPresent(stage -> Stream.of("公示.止", "大会日期", "成文日期", "发布日期")
                .flatMap(name -> Stream.ofNullable(facts.get(name)))
                .filter(it -> it.value() instanceof LocalDate)
                .findFirst()
                .ifPresent(it -> put("阶段." + stage.value(), it.value(), stage.at(), facts)));
        return facts;
    }

    /** Names with a mark between them, without 支部 before a post, and without a number of members. */
    static String names(List<String> names) {
        return names.stream().map(it -> NO_NAME.matcher(it).replaceFirst("")).collect(Collectors.joining("、"));
    }

    /** The branch is known as its file describes it on the day of the entry. */
    private void branch(Entry entry, LocalDate day, Map<String, StatedFact> facts) {
        Position none = new Value.Text("", 1, 1);
        branch.members(day).ifPresent(it -> put("支部.党员", BigDecimal.valueOf(it), none, facts));
        EntryFacts words = new EntryFacts(new Item(entry, ""), List.of(), branch.groupNames());
        Period.parse(words.text(words.text("期间").isEmpty() ? "标题.期间" : "期间"), day.getYear())
                .flatMap(it -> Stream.of(it.from(), day)
                        .flatMap(of -> branch.members(of).stream())
                        .max(Integer::compare))
                .ifPresent(it -> put("支部.期间党员", BigDecimal.valueOf(it), none, facts));
        List<String> titled =
                branch.groupNames().stream().filter(entry.title()::contains).toList();
        if (titled.size() == 1) {
            put("标题.党小组", titled.get(0), entry.values().get(CommonField.TITLE), facts);
        }
        branch.committeeSize(day).ifPresent(it -> {
            put("支部.委员", BigDecimal.valueOf(it), none, facts);
            if (branch.namesCommittee()) {
                put("支部.全部委员", BigDecimal.valueOf(it), none, facts);
            }
        });
        branch.term(day).ifPresent(it -> {
            put("支部.任期起", it.from(), none, facts);
            put("支部.任期止", it.to(), none, facts);
            years("支部.任期年", it.from(), it.to(), none, facts);
            // Who held a post before this term is not known.
            branch.committee(it.from().isAfter(day) ? LocalDate.MIN : day).stream()
                    .filter(member -> !member.name().isEmpty())
                    .forEach(member -> put("支部." + names(List.of(member.post())), member.name(), none, facts));
        });
        StatedFact from = facts.get("任期.起");
        StatedFact to = facts.get("任期.止");
        if (from != null
                && to != null
                && from.value() instanceof LocalDate start
                && to.value() instanceof LocalDate end) {
            years("任期.几年", start, end, to.at(), facts);
        }
        List<String> met = words.at("会议.党小组");
        List<Integer> members = branch.groups(day).stream()
                .filter(group -> met.contains(group.name()))
                .flatMap(group -> group.members(day).stream())
                .toList();
        // Of a joint meeting the members of all groups, if they are known.
        if (!met.isEmpty() && members.size() == met.size()) {
            put("会议.党小组", String.join("、", met), none, facts);
            put("党小组.党员", BigDecimal.valueOf(members.stream().mapToInt(it -> it).sum()), none, facts);
        }
        Optional.ofNullable(facts.get("会议.主持人")).ifPresent(chair -> branch.groups(day).stream()
                .filter(group ->
                        List.of(group.name() + "组长", group.leading(day)).contains(chair.value()))
                .filter(group -> !met.contains(group.name()))
                .findFirst()
                .ifPresent(group -> put("会议.主持人.党小组", group.name(), chair.at(), facts)));
    }

    /** Whole years only: of others nothing is said. */
    private static void years(String name, LocalDate from, LocalDate to, Position at, Map<String, StatedFact> facts) {
        long years = ChronoUnit.YEARS.between(from, to.plusDays(1));
        if (ChronoUnit.DAYS.between(from.plusYears(years), to) <= 1) {
            put(name, BigDecimal.valueOf(years), at, facts);
        }
    }

    /** Who somebody is, whether the name or the post is typed: {@code FIELD.即}. */
    private void person(String field, Entry entry, LocalDate day, Map<String, StatedFact> facts) {
        Optional.ofNullable(facts.get(field)).ifPresent(typed -> {
            String name = names(List.of(entry.who(typed.text(), typed.at()).replaceAll("\\s", "")));
            String holder = branch.committee(day).stream()
                    .filter(member -> names(List.of(member.post())).equals(name))
                    .map(Organisation.Member::name)
                    .filter(it -> !it.isEmpty())
                    .findFirst()
                    .orElse(name);
            put(field + ".即", holder, typed.at(), facts);
        });
    }

    private static void step(
            Entry entry, CommonField field, String who, Map<String, StatedFact> facts, String... names) {
        Value value = entry.values().get(field);
        if (value != null) {
            ApprovalStep step = ApprovalStep.of(value, names);
            step.date().ifPresent(day -> put(field.label() + ".日期", day, value, facts));
            if (!step.person().isEmpty()) {
                put(field.label() + "." + who, entry.who(step.person(), value), value, facts);
            }
        }
    }

    private static void value(String name, Value value, Entry entry, Map<String, StatedFact> facts) {
        if (value instanceof Value.Fields group) {
            Stream<String> members = name.equals(CommonField.MEETING.label())
                    ? EntryReader.MEETING_FIELDS.stream()
                    : Stream.of("起", "from", "止", "to");
            List<String> all = members.toList();
            for (int i = 0; i < all.size(); i += 2) {
                String member = name + "." + all.get(i);
                group.value(all.get(i), all.get(i + 1)).ifPresent(it -> value(member, it, entry, facts));
            }
        } else if (value instanceof Value.Text text) {
            if (!text.isBlank()) {
                int year = StatedFact.year(text.text(), entry);
                put(name, StatedFact.read(entry.who(text), year), value, facts);
                count(name, List.of(text), value, entry, facts);
                if (!StatedFact.isNumeric(text.text())) {
                    return;
                }
                MomentText.parse(MomentText.completed(text.text(), year)).ifPresent(moment -> {
                    moment.weekday().ifPresent(day -> put(name + ".写的星期", DateText.weekday(day), value, facts));
                    if (moment.hasTime()) {
                        put(name + ".时刻", DateText.minutes(moment.start()), value, facts);
                        put(name + ".钟", moment.start().toLocalTime(), value, facts);
                    }
                });
                List<MatchResult> days = DAY.matcher(text.text()).results().toList();
                for (int i = 0; i < days.size() && days.size() < 3; i++) {
                    String end = days.size() == 1 ? ".日" : i == 0 ? ".起" : ".止";
                    put(name + end, StatedFact.read(days.get(i).group(), 0), value, facts);
                }
            }
        } else if (value instanceof Value.Items list && list.items().stream().allMatch(Value.Text.class::isInstance)) {
            count(name, list.items().stream().map(Value.Text.class::cast).toList(), value, entry, facts);
        }
    }

    /** The number of names in a field; 2人 states it. */
    private static void count(
            String name, List<Value.Text> texts, Value at, Entry entry, Map<String, StatedFact> facts) {
        List<String> names = texts.stream()
                .flatMap(text -> HeaderValues.parts(
                        new Value.Text(PARENTHESIS.matcher(text.text()).replaceAll(""), text.line(), text.column()))
                        .stream())
                .filter(part -> !part.isBlank())
                .map(entry::who)
                .toList();
        Matcher list =
                LISTED.matcher(texts.size() == 1 ? FullWidth.narrow(texts.get(0).text()) : "");
        // The names behind a number: 2名（甲病假，乙出差）; a name and its reason are no two.
        String[] listed = list.matches() ? list.group(1).split("[,、;]") : new String[0];
        String joined = listed.length > 0 && listed[0].length() < 4 ? String.join("、", listed) : names(names);
        put(name + ".名", joined, at, facts);
        if (names.size() == 1 && POST.matcher(joined).matches()) {
            put(name + ".职务", joined, at, facts);
        }
        if (names.size() == 1 && NOBODY.matcher(names.get(0)).matches()) {
            put(name + ".数", BigDecimal.ZERO, at, facts);
        } else if (names.stream().noneMatch(it -> NOT_ALL_NAMED.matcher(it).find())) {
            put(name + ".数", BigDecimal.valueOf(names.size()), at, facts);
        } else if (names.size() == 1) {
            WrittenNumber.read(MEMBERS.matcher(names.get(0)).replaceFirst("$1"))
                    .ifPresent(it -> put(name + ".数", it, at, facts));
            if (listed.length > 0) {
                put(name + ".列", BigDecimal.valueOf(listed.length), at, facts);
            }
        }
    }

    static void put(String name, Comparable<?> value, Position at, Map<String, StatedFact> facts) {
        facts.putIfAbsent(name, new StatedFact(name, value, at));
    }
}
