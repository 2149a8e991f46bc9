package org.gongkai.input.config;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.source.Namesake;
import org.gongkai.input.source.SourceTree;
import org.gongkai.problem.Problem;
import org.gongkai.text.ChineseNumeral;

/**
 * The organization of a branch at all times: what a rule asks, it asks of a day. A branch without a committee has no
 * committee meetings.
 *
 * @param known whether the site describes it; if not, empty values mean nothing
 * @param branch the name of the branch; may be empty
 * @param founded the day since which there are records of it, if given
 * @param committee the members of the committee in order; empty if there never was one
 * @param groups its 党小组 in order; empty if there never were any
 * @param terms the terms of office of the committee
 * @param counts the numbers of members
 * @param people members with the time for which they belong to the branch, as far as the site names any
 */
@Key.Group("例如：支部: 第一党支部")
public record Organisation(
        boolean known,
        @Key("支部 branch") String branch,
        @Key("成立 founded") Optional<LocalDate> founded,
        @Key("委员会 committee") List<Member> committee,
        @Key("党小组 groups") List<Group> groups,
        @Key("任期 term") List<Term> terms,
        @Key("党员人数 members") List<Count> counts,
        @Key("人员 people") List<Person> people) {

    /** The path of the file. */
    public static final String PATH = SourceTree.DATA + "organisation.yml";

    /** Returns the organization of a site that does not describe it. */
    public static Organisation unknown() {
        return new Organisation(false, "", Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * Reads the organization.
     *
     * @param site the content of {@link #PATH}, if the site has the file
     */
    public static Organisation read(YamlReader yaml, Optional<String> site, Consumer<Problem> problems) {
        return site.flatMap(text -> yaml.read(PATH, text, 1, problems))
                .flatMap(content -> new OrganisationReader(problems).read(content))
                .orElse(unknown());
    }

    /** Returns the names that its 党小组 have ever had. */
    public List<String> groupNames() {
        return groups.stream().map(Group::name).distinct().toList();
    }

    /** Returns the names of the 党小组 of a day. */
    public List<String> groupNames(LocalDate day) {
        return groups(day).stream().map(Group::name).toList();
    }

    /** Returns the 党小组 of a day. */
    public List<Group> groups(LocalDate day) {
        return ValidityPeriod.on(day, groups);
    }

    /** Returns the 党小组 that ever had a name, one for each time. */
    public List<Group> groups(String name) {
        return groups.stream().filter(group -> group.name().equals(name)).toList();
    }

    /** Returns those who ever had a name; only the one meant, if a mark tells which. */
    public List<Person> people(String name, String mark) {
        return people.stream()
                .filter(it ->
                        it.name().equals(name) && (mark.isEmpty() || it.mark().equals(mark)))
                .toList();
    }

    /**
     * Returns a name as readers tell the person from others of the name: by the order in which the site lists them,
     * not by the mark.
     */
    public String distinguished(String name, String mark) {
        int which =
                people(name, "").stream().map(Person::mark).distinct().toList().indexOf(mark);
        return mark.isEmpty() || which < 0 ? name : name + "（同名之" + ChineseNumeral.format(which + 1) + "）";
    }

    /** Returns the members of the committee of a day. */
    public List<Member> committee(LocalDate day) {
        return ValidityPeriod.on(day, committee);
    }

    /**
     * Returns a post as the site writes it, or as given where the site describes no committee of the day; empty if the
     * committee does not have it.
     *
     * @param post such as 书记, without the branch
     */
    public String post(String post, LocalDate day) {
        List<Member> there = committee(day);
        return there.stream()
                .map(Member::post)
                .filter(name -> name.replaceFirst("^党?支部", "").equals(post))
                .findFirst()
                .orElse(there.isEmpty() ? post : "");
    }

    /** Returns the leader of a 党小组 on a day; empty if it is not known. */
    public String leader(String group, LocalDate day) {
        return groups(day).stream()
                .filter(it -> it.name().equals(group))
                .findFirst()
                .map(it -> distinguished(it.leader(day), Namesake.mark(it.leading(day))))
                .orElse("");
    }

    /**
     * Returns how many are on the committee on a day, of whom one may hold several posts; empty if there is none, or if
     * the file does not say who was there before somebody who came later.
     */
    public Optional<Integer> committeeSize(LocalDate day) {
        List<Member> there = committee(day);
        boolean isComplete = committee.stream()
                .filter(later -> later.time().first().isAfter(day))
                .allMatch(later -> committee.stream()
                        .anyMatch(before -> before.post().equals(later.post())
                                && !before.time().first().isAfter(day)));
        long named = there.stream()
                .map(Member::typed)
                .filter(name -> !name.isEmpty())
                .distinct()
                .count();
        long unnamed = there.stream().filter(member -> member.name().isEmpty()).count();
        return Optional.of((int) (named + unnamed)).filter(size -> size > 0 && isComplete);
    }

    /** Returns whether each line of the committee is a person: all are named, or some have their time. */
    public boolean namesCommittee() {
        return committee.stream().noneMatch(member -> member.name().isEmpty())
                || committee.stream().anyMatch(member -> !member.time().equals(ValidityPeriod.ALWAYS));
    }

    /** Returns the number of members on a day, if known. */
    public Optional<Integer> members(LocalDate day) {
        return ValidityPeriod.state(day, counts).map(Count::number);
    }

    /** Returns the term of office that began last on a day, even if it is over; the first one before that. */
    public Optional<Term> term(LocalDate day) {
        Comparator<Term> inTime = Comparator.comparing(Term::from);
        return terms.stream()
                .filter(term -> !term.from().isAfter(day))
                .max(inTime)
                .or(() -> terms.stream().min(inTime));
    }

    /**
     * A member of the committee.
     *
     * @param post the post, such as 书记
     * @param typed the name with what tells the person from others of the name; may be empty
     */
    @Key.Group("每一项写：- {职务: 书记, 姓名: 可不写}")
    public record Member(
            @Key(value = "职务 post", required = true) String post,
            @Key("姓名 name") String typed,
            @Key("") ValidityPeriod time)
            implements ValidityPeriod.Timed {

        /** The name alone; may be empty. */
        public String name() {
            return Namesake.without(typed);
        }

        /** Whether it is the same line, or the same person in the same post. */
        public boolean isSame(Member other) {
            return equals(other) || !typed.isEmpty() && typed.equals(other.typed) && post.equals(other.post);
        }
    }

    /**
     * A 党小组.
     *
     * @param name its name
     * @param leaders its leaders, names or posts
     * @param counts the numbers of its members
     * @param time when there was such a group; a name may be used again later
     * @param into the group that took its place; may be empty
     */
    @Key.Group("每一项写：- {名称: 管网组, 组长: 管网组组长, 人数: 8}")
    public record Group(
            @Key(value = "名称 name", required = true) String name,
            @Key("组长 leader") List<Leader> leaders,
            @Key("人数 members") List<Count> counts,
            @Key("") ValidityPeriod time,
            @Key("并入 改称 继任 into") String into)
            implements ValidityPeriod.Timed {

        /** Returns its leader on a day; empty if it is not known. */
        public String leader(LocalDate day) {
            return Namesake.without(leading(day));
        }

        /** Returns the same with what tells the person from others of the name. */
        public String leading(LocalDate day) {
            return ValidityPeriod.state(day, leaders).map(Leader::typed).orElse("");
        }

        /** Returns the number of its members on a day, if known. */
        public Optional<Integer> members(LocalDate day) {
            return ValidityPeriod.state(day, counts).map(Count::number);
        }
    }

    /** Somebody who leads a group for a time, named or by the post. */
    @Key.Group("例如 组长: [{姓名: 甲, 止: 2025-12-31}, {姓名: 乙, 起: 2026-01-01}]")
    public record Leader(@Key(value = "姓名 name", required = true) String typed, @Key("") ValidityPeriod time)
            implements ValidityPeriod.Timed {

        /** The name alone. */
        public String name() {
            return Namesake.without(typed);
        }
    }

    /** A number of members for a time. */
    @Key.Group("例如 [{起: 2024-01-01, 人数: 17}, {起: 2026-03-01, 人数: 19}]")
    public record Count(
            @Key(value = "人数 数 members number", required = true, matches = "\\d{1,5}", allowed = "0 到 99999 的数字")
                    Integer number,
            @Key("") ValidityPeriod time)
            implements ValidityPeriod.Timed {}

    /**
     * A member of the branch.
     *
     * @param name the name
     * @param mark what tells the person from others of the name, in headers and texts; never shown to readers
     * @param time how long the person has belonged to the branch
     */
    @Key.Group("每一项写：- {姓名: 甲, 起: 2024-07-01, 止: 2026-06-30}")
    public record Person(
            @Key(value = "姓名 name", required = true) String name,
            @Key("标识 mark") String mark,
            @Key("") ValidityPeriod time)
            implements ValidityPeriod.Timed {}

    /**
     * A term of office.
     *
     * @param from the first day
     * @param to the last day
     */
    @Key.Group("例如 任期: {起: 2024-09-20, 止: 2027-09-19}")
    public record Term(
            @Key(value = "起 from", required = true) LocalDate from,
            @Key(value = "止 to", required = true) LocalDate to) {

        private static final int YEARS = 3;
        private static final int YEARS_IN_VILLAGES = 5;

        /** Terms begin and end with meetings, which are not held on the same day each time. */
        private static final int TOLERANCE = 31;

        /** Returns true if it lasts about three years, or five as in villages. */
        public boolean isUsual() {
            return isAbout(YEARS) || isAbout(YEARS_IN_VILLAGES);
        }

        private boolean isAbout(int years) {
            return Math.abs(ChronoUnit.DAYS.between(from.plusYears(years), to)) <= TOLERANCE;
        }
    }
}
