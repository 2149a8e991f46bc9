package org.gongkai.publish.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.config.ValidityPeriod;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.MeetingChange;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.io.TextResource;
import org.gongkai.problem.Problem;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.text.Period;

/**
 * What an inspection asks for. Immutable.
 *
 * @param name its name
 * @param asked what it asks for, in its order
 */
@Key.Group("例如：名称: 党建工作检查清单，项目: 下面每一项写 - {项目: 支部党员大会, 要求: 每季度至少1次, 文种: 党员大会, 每: 季度}")
public record InspectionCheckList(
        @Key(value = "名称 name", or = "检查清单") String name, @Key(value = "项目 items", required = true) List<Asked> asked) {

    /** The name by which problems of the built-in list would call it. */
    private static final String BUILT_IN = "check-list.yml";

    /**
     * One thing that is asked for.
     *
     * @param what in a few words
     * @param rule how much of it, in the words of the list
     * @param basis the rule behind it; may be empty
     * @param kinds the kinds of entries that answer it; of any kind if empty
     * @param column the column that they stand in; any if empty
     * @param words words of which their titles, or the groups that met, have one; any if empty
     * @param months the length of the periods, each of which needs entries of its own
     * @param least how many entries each period needs
     */
    @Key.Group("例如：{项目: 支部党员大会, 要求: 每季度至少1次, 依据: ……, 文种: 党员大会, 每: 季度, 至少: 1}")
    public record Asked(
            @Key(value = "项目 what", required = true) String what,
            @Key("要求 rule") String rule,
            @Key("依据 basis") String basis,
            @Key("文种 kinds") List<String> kinds,
            @Key("栏目 column") String column,
            @Key("标题含 words") List<String> words,
            @Key(value = "每 every", by = "length", or = "年", allowed = "月、季度、半年、年") Integer months,
            @Key(value = "至少 least", or = "1", matches = "\\d{1,3}|1000", allowed = "0 到 1000 的数字") int least) {

        /** Names of what is asked for once for a whole year. */
        private static final Pattern OF_YEAR = Pattern.compile("年度|全年");

        /** Words in the title of a paper about a part of a year. */
        private static final Pattern OF_PART = Pattern.compile("半年|季度|月");

        private static Integer length(String typed) {
            return Map.of("月", 1, "季度", 3, "半年", 6, "年", 12).get(typed);
        }

        /** Each group holds its own; words say themselves of whom the entries are. */
        private boolean isOfEachGroup(Kinds all) {
            return words.isEmpty()
                    && kinds.stream().anyMatch(kind -> all.named(kind)
                            .filter(it -> it.has(Trait.GROUPS))
                            .isPresent());
        }

        private Asked of(String group) {
            return new Asked(what + "（" + group + "）", rule, basis, kinds, column, List.of(group), months, least);
        }

        /** A meeting that was put off or cancelled answers nothing. */
        private boolean isAnsweredBy(Entry entry) {
            String group = new EntryFacts(new Item(entry, ""), List.of(), List.of()).text("会议.党小组");
            return MeetingChange.of(entry).isEmpty()
                    && (kinds.isEmpty() || entry.kinds().stream().anyMatch(kind -> kinds.contains(kind.name())))
                    && (column.isEmpty() || entry.listing().categories().contains(column))
                    && (words.isEmpty() || words.stream().anyMatch((entry.title() + group)::contains))
                    && !(OF_YEAR.matcher(what).find()
                            && OF_PART.matcher(entry.title()).find());
        }
    }

    /**
     * What was found for one thing that is asked for.
     *
     * @param found the entries that answer it, by day
     * @param missing the periods of the branch that have ended with fewer entries than asked for
     * @param open the periods that have not ended and still need entries
     */
    record Answer(Asked asked, List<Item> found, List<Period> missing, List<Period> open) {}

    /**
     * Reads a list.
     *
     * @param name the name of its file
     * @param kinds the kinds of the site
     * @param problems accepts every problem; with an error the result is of no use
     */
    public static InspectionCheckList read(String name, String text, Kinds kinds, Consumer<Problem> problems) {
        return new Binder(name, "E396", problems)
                .then(Asked.class, (asked, group) -> {
                    asked.kinds().stream()
                            .filter(kind -> kinds.named(kind).isEmpty())
                            .forEach(kind -> group.error("文种", "没有“" + kind + "”这个文种", kinds.advice(kind)));
                    return asked;
                })
                .group(InspectionCheckList.class, new YamlReader().read(name, text, 1, problems))
                .orElse(new InspectionCheckList(name, List.of()));
    }

    /** Returns the list of what the rules ask of every branch. */
    public static InspectionCheckList builtIn(Kinds kinds) {
        return read(BUILT_IN, TextResource.of(InspectionCheckList.class, BUILT_IN), kinds, problem -> {
            throw new IllegalStateException(problem.text());
        });
    }

    /** Holds the entries of a site against the list; what each group is to do, for the groups of the year. */
    List<Answer> answers(int year, Site site, Kinds kinds) {
        Organisation branch = site.config().data().organisation();
        ValidityPeriod time =
                new ValidityPeriod(Optional.of(LocalDate.of(year, 1, 1)), Optional.of(LocalDate.of(year, 12, 31)));
        List<String> groups = branch.groups().stream()
                .filter(group -> group.time().overlaps(time))
                .map(Organisation.Group::name)
                .distinct()
                .toList();
        return asked.stream()
                .flatMap(one -> one.isOfEachGroup(kinds) && groups.size() > 1
                        ? groups.stream()
                                .map(group -> answer(one.of(group), year, site, day -> branch.groupNames(day)
                                        .contains(group)))
                        : Stream.of(answer(one, year, site, day -> true)))
                .toList();
    }

    /** @param expected tells the days on which what is asked for is expected at all */
    private static Answer answer(Asked asked, int year, Site site, Predicate<LocalDate> expected) {
        LocalDate founded = site.config().data().organisation().founded().orElse(LocalDate.MIN);
        List<Item> found = site.items().stream()
                .filter(item -> asked.isAnsweredBy(item.entry()))
                .filter(item -> asked.months() == 12
                        ? item.entry().listing().years().contains(year)
                        : day(item).getYear() == year)
                .sorted(Comparator.comparing(InspectionCheckList::day)
                        .thenComparing(item -> item.entry().path()))
                .toList();
        List<Period> missing = new ArrayList<>();
        List<Period> open = new ArrayList<>();
        for (Period period : Period.of(year, asked.months())) {
            long count = asked.months() == 12
                    ? found.size()
                    : found.stream().filter(item -> period.contains(day(item))).count();
            if (count < asked.least()
                    && !period.to().isBefore(founded)
                    && expected.test(period.from())
                    && expected.test(period.to())) {
                (period.to().isBefore(site.asOf()) ? missing : open).add(period);
            }
        }
        return new Answer(asked, found, missing, open);
    }

    /** The day of what an entry reports, otherwise that on which it was signed or published. */
    static LocalDate day(Item item) {
        Optional<LocalDate> reported = EntryFacts.eventDay(item);
        Entry.Dates dates = item.entry().dates();
        return reported.or(dates::signed).orElse(dates.published().toLocalDate());
    }
}
