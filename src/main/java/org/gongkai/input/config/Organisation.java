package org.gongkai.input.config;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

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
public record Organisation(
        boolean known,
        String branch,
        List<Member> committee,
        List<Group> groups,
        Optional<Term> term,
        Optional<Integer> members) {

    public Organisation {
        committee = List.copyOf(committee);
        groups = List.copyOf(groups);
    }

    /** Returns the organization of a site that does not describe it. */
    public static Organisation unknown() {
        return new Organisation(false, "", List.of(), List.of(), Optional.empty(), Optional.empty());
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
    public record Member(String post, String name) {}

    /**
     * A 党小组.
     *
     * @param name its name
     * @param leader its leader, a name or a post; may be empty
     * @param members the number of members, if given
     */
    public record Group(String name, String leader, Optional<Integer> members) {}

    /**
     * A term of office.
     *
     * @param from the first day
     * @param to the last day
     */
    public record Term(LocalDate from, LocalDate to) {

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
