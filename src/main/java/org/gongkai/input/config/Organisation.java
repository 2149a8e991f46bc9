package org.gongkai.input.config;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The shape of a branch. Rules that depend on it ask here: a branch without a committee has no committee meetings.
 *
 * @param known whether the site told of it; if not, nothing may be concluded from what is empty here
 * @param branch name of the branch, or empty
 * @param committee members of the committee in their order; empty if it has none
 * @param groups its 党小组 in their order; empty if it has none
 * @param term the term of office of the committee, if said
 * @param members how many members it has, if said
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

    /** Nothing is known of the branch. */
    public static Organisation unknown() {
        return new Organisation(false, "", List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * A member of the committee.
     *
     * @param post the post, such as 书记
     * @param name the name, or empty if a site does not tell names
     */
    public record Member(String post, String name) {}

    /**
     * A 党小组.
     *
     * @param name its name
     * @param leader its leader, a name or a post, or empty
     * @param members how many members it has, if said
     */
    public record Group(String name, String leader, Optional<Integer> members) {}

    /**
     * A term of office.
     *
     * @param from first day
     * @param to last day
     */
    public record Term(LocalDate from, LocalDate to) {}
}
