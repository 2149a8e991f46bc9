package org.gongkai.input.config;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.BoundGroup;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Problem;

/**
 * The organization of a branch. Rules depend on it: a branch without a committee has no committee meetings.
 *
 * @param known whether the site describes it; if not, empty values mean nothing
 * @param branch the name of the branch; may be empty
 * @param committee the members of the committee in order; empty if there is none
 * @param groups its 党小组 in order; empty if there are none
 * @param term the term of office of the committee, if given
 * @param members the number of members, if given
 */
@Key.Group("例如：支部: 第一党支部")
public record Organisation(
        boolean known,
        @Key("支部 branch") String branch,
        @Key("委员会 committee") List<Member> committee,
        @Key("党小组 groups") List<Group> groups,
        @Key("任期 term") Optional<Term> term,
        @Key(value = "党员人数 members", most = MOST_MEMBERS) Optional<Integer> members) {

    /** The path of the file. */
    public static final String PATH = "content/_data/organisation.yml";

    private static final int MOST_MEMBERS = 99_999;

    public Organisation {
        committee = List.copyOf(committee);
        groups = List.copyOf(groups);
    }

    /** Returns the organization of a site that does not describe it. */
    public static Organisation unknown() {
        return new Organisation(false, "", List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * Reads the organization.
     *
     * @param site the content of {@link #PATH}, if the site has the file
     */
    public static Organisation read(YamlReader yaml, Optional<String> site, Consumer<Problem> problems) {
        return new Binder(PATH, "E133", problems)
                .given("known", true)
                .then(Term.class, Term::checked)
                .then(Organisation.class, Organisation::checked)
                .group(Organisation.class, site.flatMap(text -> yaml.read(PATH, text, 1, problems)))
                .orElse(unknown());
    }

    /** Compares the number of members with the sum of the groups, if all of them say theirs. */
    private static Organisation checked(Organisation branch, BoundGroup group) {
        int all = branch.members.orElse(-1);
        int sum = branch.groups.stream().mapToInt(it -> it.members.orElse(0)).sum();
        boolean isKnown = !branch.groups.isEmpty() && branch.groups.stream().allMatch(it -> it.members.isPresent());
        if (isKnown && all >= 0 && all != sum) {
            String hint = "请核对党员人数和各党小组的人数；有党员不编入党小组的可以不改";
            group.warning("党员人数", "W133", "党员人数" + all + "，各党小组相加是" + sum, hint);
        }
        return branch;
    }

    /** Returns the names of its 党小组. */
    public List<String> groupNames() {
        return groups.stream().map(Group::name).toList();
    }

    /**
     * A member of the committee.
     *
     * @param post the post, such as 书记
     * @param name the name; may be empty
     */
    @Key.Group("每一项写：- {职务: 书记, 姓名: 可不写}")
    public record Member(@Key(value = "职务 post", required = true) String post, @Key("姓名 name") String name) {}

    /**
     * A 党小组.
     *
     * @param name its name
     * @param leader its leader, a name or a post; may be empty
     * @param members the number of members, if given
     */
    @Key.Group("每一项写：- {名称: 管网组, 组长: 管网组组长, 人数: 8}")
    public record Group(
            @Key(value = "名称 name", required = true, unique = true) String name,
            @Key("组长 leader") String leader,
            @Key(value = "人数 members", most = MOST_MEMBERS) Optional<Integer> members) {}

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

        private static Term checked(Term term, BoundGroup group) {
            if (term.to.isBefore(term.from)) {
                group.refuse("止", "任期的截止日期" + term.to + "早于开始日期" + term.from, "请核对起止日期");
            } else if (!term.isUsual()) {
                String hint = "请核对；支部委员会任期一般三年，村和社区党支部五年；经批准延期、提前的可以不改";
                group.warning("止", "W176", "任期 " + term.from + " 至 " + term.to + " 不是三年，也不是五年", hint);
            }
            return term;
        }
    }
}
