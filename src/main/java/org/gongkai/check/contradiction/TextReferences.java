package org.gongkai.check.contradiction;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.contradiction.sentence.TextNames;
import org.gongkai.check.contradiction.sentence.WrittenFigures;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.TitleYears;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.source.SourceFile;
import org.gongkai.problem.Problem;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.text.DateText;
import org.gongkai.text.FullWidth;
import org.gongkai.text.PrefilteredPattern;

/** Finds the meetings of which texts name the day, and the entries to which they link. */
public record TextReferences(Pattern meeting) {

    private static final PrefilteredPattern LINK = new PrefilteredPattern(
            "((?:\\d{4}年)?\\d{1,2}月\\d{1,2}日(?:召开)?[的在]?(?:支部)?)?(?:\\[([^\\[\\]]{2,60})\\]\\(([^()\\s]+)\\)"
                    + "|(?:link|xref):([^\\[\\s]+)\\[([^\\]]{2,60})\\])");
    private static final Pattern DAY_OF_EVENT =
            Pattern.compile("((?:\\d{4}年)?\\d{1,2}月\\d{1,2}日)(?=[^日]*(?:会|党日|学习|活动|党课|服务)[^日]*$)");
    private static final PrefilteredPattern DAY =
            new PrefilteredPattern("(?<=[0-9十一二三四五六七八九])月[0-9十一二三四五六七八九]{1,3}[日号]");
    private static final Pattern REMARK = Pattern.compile("[（(][^（）()]*[）)]|[《》]");
    private static final PrefilteredPattern YEAR = new PrefilteredPattern("((?:19|20)\\d{2})年(度?)(?!\\d{1,2}月)");
    private static final PrefilteredPattern PART =
            new PrefilteredPattern("第[一二三四1-4]季度|[上下]半年|第[0-9]+[次期]|(?<![0-9至到、])(?:1[0-2]|[1-9])月(?![0-9至到、底末初前])");

    /** Words about meetings that were not held on the day that is named. */
    private static final PrefilteredPattern NOT_HELD =
            new PrefilteredPattern("改期|改在|改到|推迟|延期|提前|原定|取消|没有召开|未召开|因故|更正|勘误");

    /** A meeting so many days from another of its kind is the same with a wrong day. */
    private static final int CLOSE = 3;

    /**
     * A meeting that a text names by its day.
     *
     * @param word the kind of meeting, as it is written
     */
    record Meeting(LocalDate day, String word, Value.Text at) {}

    /** A link: its words and the path that it names. */
    record Link(String words, String target, Value.Text at) {}

    /**
     * What refers to other entries in a text.
     *
     * @param links its links to files beside it, in order
     * @param lines its lines that name days
     * @param names the names of persons in it
     */
    record References(List<Link> links, List<Prose> lines, List<TextNames.Named> names) {}

    /** @param words for meetings */
    TextReferences(Set<String> words) {
        this(Pattern.compile("((?:\\d{4}年)?\\d{1,2}月\\d{1,2}日)[,上下午]*(?:召开的?|的|经|由)?(?:本|党|第[一二三四]季度)?(?:支部)?("
                + words.stream()
                        .sorted((one, other) -> other.length() - one.length())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"))
                + ")"));
    }

    /** Returns the meetings before an entry of which it tells, in order. */
    List<Meeting> meetings(Statement it) {
        List<Meeting> found = new ArrayList<>();
        List<Prose> lines = it.stated().references().lines();
        int year = lines.isEmpty() ? 0 : EntryFacts.day(it.entry()).getYear();
        LocalDate changed = it.entry().dates().changed();
        for (Prose prose : lines) {
            if (!NOT_HELD.isIn(prose.text())) {
                WrittenFigures line = WrittenFigures.counts(FullWidth.narrow(prose.text()));
                meeting.matcher(line.text()).results().forEach(named -> DateText.day(
                                (named.group(1).contains("年") ? "" : year + "年") + named.group(1))
                        .filter(day -> !day.isAfter(changed))
                        .ifPresent(day -> found.add(
                                new Meeting(day, named.group(2), prose.at(line.places()[named.start()], "")))));
            }
        }
        return found;
    }

    /** Finds what refers to other entries in a text. */
    static References of(EntryText text) {
        return new References(
                links(text),
                text.prose().stream()
                        .filter(line -> DAY.isIn(FullWidth.narrow(line.text())))
                        .toList(),
                TextNames.in(Stream.concat(text.prose().stream(), header(text.entry()))
                        .toList()));
    }

    /** The texts of the own fields of the kinds and of a meeting, at the columns of the file. */
    private static Stream<Prose> header(Entry entry) {
        return Stream.concat(
                        entry.own().stream().map(Entry.OwnField::value),
                        Stream.ofNullable(entry.values().get(CommonField.MEETING)))
                .flatMap(value -> ProseFactReader.texts(Optional.empty(), value))
                .map(it -> new Prose(it.line(), " ".repeat(it.column() - 1) + it.text()));
    }

    private static List<Link> links(EntryText text) {
        List<Link> links = new ArrayList<>();
        for (Prose prose : text.prose()) {
            // The prose has no addresses; the columns are those of the file.
            if (prose.text().indexOf('[') >= 0) {
                Prose line = new Prose(
                        prose.line(),
                        text.text().lines().skip(prose.line() - 1L).findFirst().orElse(""));
                LINK.results(line.text()).stream()
                        .filter(link -> link.start() < prose.text().length()
                                && prose.text().charAt(link.start()) != Prose.BLANKED)
                        .forEach(link -> links.add(new Link(
                                Objects.toString(link.group(1), "") + Objects.toString(link.group(2), link.group(5)),
                                Objects.toString(link.group(3), link.group(4)),
                                line.at(link.start(), ""))));
            }
        }
        return links;
    }

    /** The name of a document without remarks and marks. */
    static String name(String title) {
        return REMARK.matcher(title).replaceAll("").strip();
    }

    /** The words of a link name the year, the half or the quarter of what it leads to, and the day of a meeting. */
    static Stream<Problem> check(Statement it, Link link, Statement target) {
        String words = FullWidth.narrow(link.words());
        String title = FullWidth.narrow(target.entry().title());
        List<MatchResult> years = YEAR.results(words);
        boolean differs = false;
        if (years.size() == 1) {
            int year = Integer.parseInt(years.get(0).group(1));
            differs = !target.entry().listing().years().contains(year)
                    && (!years.get(0).group(2).isEmpty()
                            || target.entry().dates().published().getYear() != year)
                    && !TitleYears.of(title).isEmpty()
                    && TitleYears.of(title).stream().noneMatch(span -> span.contains(year));
        }
        List<String> parts =
                PART.results(words).stream().map(MatchResult::group).toList();
        List<String> own = PART.results(title).stream().map(MatchResult::group).toList();
        Matcher day = DAY_OF_EVENT.matcher(words);
        Optional<LocalDate> event = day.lookingAt() ? target.event() : Optional.empty();
        differs |= event.isPresent()
                && DateText.day((day.group().contains("年") ? "" : event.get().getYear() + "年") + day.group())
                        .filter(named -> target.header().values().stream()
                                .noneMatch(fact -> fact.value().equals(named)))
                        .isPresent();
        differs |= parts.size() == 1
                && own.size() == 1
                && !parts.equals(own)
                // A month is within a quarter or a half.
                && parts.get(0).endsWith(own.get(0).substring(own.get(0).length() - 1));
        if (differs) {
            return Stream.of(Problem.warning(
                    "W348",
                    it.entry().path(),
                    link.at(),
                    "链接的文字是“" + link.words() + "”，连到的是《" + target.entry().title() + "》（"
                            + target.entry().path() + "）",
                    "请核对文字和链接，改正写错的那一个"));
        }
        return Stream.empty();
    }

    /** Returns the path of the file that an entry names by a relative path; empty if it is none. */
    public static Optional<String> resolved(Entry entry, String typed) {
        String path = typed.strip().replace('\\', '/');
        return path.isEmpty()
                ? Optional.empty()
                : SourceFile.resolved(path.startsWith("/") ? path : SourceFile.folder(entry.path()) + path);
    }

    /** The meetings of which there are records, by their days. */
    static final class HeldMeetings {

        private final Map<String, NavigableMap<LocalDate, Statement>> records = new HashMap<>();
        private final Set<LocalDate> days = new HashSet<>();

        /** Adds a day on which some meeting was held, or was to be held. */
        void addDay(LocalDate day) {
            days.add(day);
        }

        /** Adds the record of a meeting of the branch. */
        void add(String kind, LocalDate day, Statement record) {
            records.computeIfAbsent(kind, any -> new TreeMap<>()).put(day, record);
        }

        /**
         * Returns a problem if a text names a day without a meeting that is close to the day of one, or between two
         * meetings in succession, which another body may have had a meeting on.
         */
        Optional<Problem> missing(Statement it, String kind, Meeting meeting) {
            NavigableMap<LocalDate, Statement> held = records.getOrDefault(kind, Collections.emptyNavigableMap());
            Map.Entry<LocalDate, Statement> before = held.lowerEntry(meeting.day());
            Map.Entry<LocalDate, Statement> after = held.higherEntry(meeting.day());
            boolean isBetween = before != null
                    && after != null
                    && before.getKey().getYear() == after.getKey().getYear()
                    && number(before.getValue()) + 1 == number(after.getValue());
            return Stream.of(before, after)
                    .filter(near -> near != null && !held.containsKey(meeting.day()))
                    .filter(near -> isBetween || !days.contains(meeting.day()) && isClose(near, meeting.day()))
                    .min(Comparator.comparing(near -> Math.abs(ChronoUnit.DAYS.between(near.getKey(), meeting.day()))))
                    .map(near -> Problem.warning(
                            "W347",
                            it.entry().path(),
                            meeting.at(),
                            DateText.chinese(meeting.day()) + "没有" + meeting.word() + "：《"
                                    + near.getValue().entry().title() + "》（"
                                    + near.getValue().entry().path() + "）是" + DateText.chinese(near.getKey()) + "的",
                            "请核对日期；那一天确实开了会的，补上纪要，改正次数"));
        }

        private static boolean isClose(Map.Entry<LocalDate, Statement> near, LocalDate day) {
            return Math.abs(ChronoUnit.DAYS.between(near.getKey(), day)) <= CLOSE
                    && !near.getValue().text().get().text().contains(day.getDayOfMonth() + "日");
        }

        private static int number(Statement it) {
            String number = it.value("会议.次数").isEmpty() ? it.value("标题.次数") : it.value("会议.次数");
            return number.matches("\\d{1,4}") ? Integer.parseInt(number) : -2;
        }
    }

    /** The number of a document, which others quote with its title, and that of a rule and of the notice of it. */
    static void number(Statement it, ThingIndex things) {
        String office = it.value("文号.代字");
        String title = it.entry().title();
        String rule = it.entry().publication().validity().isEmpty() ? "" : title;
        String issued = (title.contains("印发") ? it.value("标题.引") : rule).replaceFirst("^.*支部(?:委员会)?", "");
        String named = issued.isEmpty() ? "" : it.value("文号年份") + "年印发的《" + issued + "》";
        it.fact("文号.全").ifPresent(number -> Stream.of("《" + title + "》", named)
                .filter(name -> !name.isEmpty())
                .forEach(name ->
                        things.same(it, name + office + "的文号", number.text().replace(office, ""), number.at())));
    }

    /** Elections of committees with a number, and papers about such a committee with the last one before them. */
    static void terms(List<Statement> statements, ThingIndex things) {
        NavigableMap<LocalDate, Statement> elections = new TreeMap<>();
        List<Statement> numbered = statements.stream()
                .filter(it -> it.fact("标题.届").or(() -> it.fact("正文.本届")).isPresent())
                .toList();
        numbered.stream().filter(it -> it.fact("标题.届").isPresent()).forEach(it -> it.day("大会日期")
                .ifPresent(day -> {
                    elections.put(day, it);
                    things.put("届", "", it);
                }));
        numbered.stream().filter(it -> it.day("大会日期").isEmpty()).forEach(it -> Optional.ofNullable(
                        elections.floorEntry(EntryFacts.day(it.entry())))
                .ifPresent(last -> things.pair("本届", last.getValue(), it)));
    }
}
