package org.gongkai.check.branch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.config.Organisation.Group;
import org.gongkai.input.config.Organisation.Member;
import org.gongkai.input.config.ValidityPeriod;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.Namesake;
import org.gongkai.problem.Position;
import org.gongkai.problem.Problem;
import org.gongkai.text.NameList;

/** The posts of a branch and who held them; what is no post of a branch, or names another organization, is none. */
public record Posts(Organisation branch) {

    /** So many days before somebody takes a post officially, he may be called by it. */
    static final int MARGIN = 10;

    private static final Pattern REMARK = Pattern.compile("[（(][^（）()]*[）)]|\\s");

    private static final Pattern LEADER = Pattern.compile("(?<=组)(?:党小组)?组?长$");
    private static final Pattern POST =
            Pattern.compile("(?:本|党)?(?:支部)?(?:委员会)?(副?书记|(组织|宣传|纪检|纪律检查|青年|统战|保密|妇女|保卫|群工|群众)委员)");

    /**
     * A post.
     *
     * @param name its name
     * @param holders those who ever held it
     */
    record Post(String name, List<Holder> holders) {}

    /**
     * Who held a post for a time.
     *
     * @param name the name; empty if the file does not say it
     * @param mark what tells the person from others of the name; may be empty
     */
    record Holder(String post, String name, String mark, ValidityPeriod time) implements ValidityPeriod.Timed {}

    /** Returns the post of the branch that a text names and nothing else. */
    Optional<Post> of(String typed) {
        String text = REMARK.matcher(typed).replaceAll("");
        Optional<Post> leader = branch.groupNames().stream()
                .filter(name -> text.equals(name + "组长")
                        || text.equals(name + "党小组组长")
                        || name.endsWith("组") && text.equals(name + "长"))
                .findFirst()
                .map(name -> new Post(name + "组长", leaders(name)));
        String own = branch.branch().isEmpty() ? text : text.replaceFirst("^" + Pattern.quote(branch.branch()), "");
        Matcher post = POST.matcher(own);
        if (leader.isPresent() || branch.committee().isEmpty() || !post.matches()) {
            return leader;
        }
        String name = post.group(1);
        return Optional.of(new Post(
                name,
                branch.committee().stream()
                        .filter(member -> isCalled(member.post(), name))
                        .map(Posts::holder)
                        .toList()));
    }

    private static Holder holder(Member member) {
        return new Holder(member.post(), member.name(), Namesake.mark(member.typed()), member.time());
    }

    /** Somebody leads a group as long as there is one, unless the file says who did. */
    private List<Holder> leaders(String name) {
        List<Holder> leaders = new ArrayList<>();
        for (Group group : branch.groups(name)) {
            if (group.leaders().isEmpty()) {
                leaders.add(new Holder(name + "组长", "", "", group.time()));
            }
            group.leaders()
                    .forEach(leader -> leaders.add(new Holder(
                            name + "组长",
                            leader.name().endsWith("组长") ? "" : leader.name(),
                            Namesake.mark(leader.typed()),
                            // A leader who has no time leads as long as there is the group.
                            new ValidityPeriod(
                                    leader.time().from().or(() -> group.time().from()),
                                    leader.time().to().or(() -> group.time().to())))));
        }
        return leaders;
    }

    /**
     * Returns those of a list of persons, posts and groups that there are on a day, as far as the organization knows
     * them; in the place of a group, or of its leader, the one that it was merged into.
     */
    public String present(String typed, LocalDate day) {
        List<String> all = NameList.in(typed, branch.groupNames()).stream()
                .map(NameList.Name::text)
                .toList();
        List<String> present =
                all.stream().flatMap(name -> current(name, day)).distinct().toList();
        return present.equals(all) ? typed : String.join("、", present);
    }

    private Stream<String> current(String name, LocalDate day) {
        String group = LEADER.matcher(name).replaceFirst("");
        List<Group> groups = branch.groups(group);
        List<ValidityPeriod.Timed> known = new ArrayList<>(groups);
        of(name).ifPresent(post -> known.addAll(post.holders()));
        known.addAll(branch.people(Namesake.without(name), Namesake.mark(name)));
        return known.isEmpty() || !ValidityPeriod.on(day, known).isEmpty()
                ? Stream.of(name)
                : groups.stream()
                        .map(Group::into)
                        .filter(branch.groupNames(day)::contains)
                        .map(into -> into + name.substring(group.length()));
    }

    /** Whether a post is, or contains, another, as 副书记兼组织委员 does. */
    private static boolean isCalled(String post, String name) {
        String plain = post.replace("纪律检查", "纪检");
        return switch (name) {
            case "书记" -> plain.replace("副书记", "").contains(name);
            case "副书记" -> plain.contains(name);
            default -> plain.contains(name.replace("纪律检查", "纪检").replace("委员", ""));
        };
    }

    /** Whether a committee names what each of its members does; a file with a 书记 alone leaves it open. */
    static boolean areListed(List<Member> committee) {
        return committee.stream().anyMatch(member -> member.post().endsWith("委员"))
                && committee.stream().noneMatch(member -> member.post().matches("(?:党?支部)?委员"));
    }

    /**
     * Returns the posts that a text says somebody has, or all posts of somebody who is named alone.
     *
     * @param text a name with a post before it, behind it, or in parentheses
     * @param name the name without what stands in parentheses
     * @param mark what tells the person from others of the name; may be empty
     * @param alone whether a name alone counts
     */
    List<Holder> heldBy(String text, String name, String mark, boolean alone) {
        return Stream.concat(
                        branch.committee().stream().map(Posts::holder),
                        branch.groupNames().stream().flatMap(group -> leaders(group).stream()))
                .filter(holder -> !holder.name().isEmpty())
                .filter(holder -> mark.isEmpty()
                        || holder.mark().isEmpty()
                        || holder.mark().equals(mark))
                .filter(holder -> alone
                                && holder.name().equals(name)
                                && (holder.mark().equals(mark) || holder.mark().isEmpty())
                        || text.contains(holder.name())
                                && of(text.replace(holder.name(), "").replaceAll("[（）()]", ""))
                                        .filter(post -> post.holders().contains(holder))
                                        .isPresent())
                .toList();
    }

    /**
     * Reports somebody who is named with a post that others held about a day.
     *
     * @param typed a post and nothing else
     */
    Optional<Problem> misnamed(Entry entry, Position at, String typed, String name, LocalDate day) {
        List<Holder> holders = of(typed).map(Post::holders).orElse(List.of());
        List<String> others = holders.stream()
                .filter(it -> Stream.of(day, day.minusDays(MARGIN), day.plusDays(MARGIN))
                        .anyMatch(it.time()::includes))
                .map(Holder::name)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        boolean held = holders.stream().anyMatch(it -> it.name().equals(name));
        return others.isEmpty() || others.stream().anyMatch(name::startsWith)
                ? Optional.empty()
                : Optional.of(Problem.warning(
                        "W359",
                        entry.path(),
                        at,
                        "“" + typed + "”是“" + String.join("、", others) + "”，这里写的是“" + name + "”",
                        "请核对姓名和职务；" + (held ? "“" + name + "”" + day + "不任这个职务，说从前的写明“时任”；" : "") + "换了人的，改 "
                                + Organisation.PATH));
    }

    /** Says who held a post and when. */
    static String told(Holder holder) {
        return holder.post()
                + (holder.name().isEmpty() ? "" : "“" + holder.name() + "”")
                + holder.time().words();
    }

    /** Returns the names of all who have had a post, and of others that the organisation knows. */
    public Stream<String> names() {
        return Stream.of(
                        branch.committee().stream().map(Organisation.Member::name),
                        branch.people().stream().map(Organisation.Person::name),
                        branch.groups().stream()
                                .flatMap(group -> group.leaders().stream())
                                .map(Organisation.Leader::name))
                .flatMap(name -> name)
                .filter(name -> name.matches("\\p{IsHan}{2,4}"));
    }

    /** Somebody is named who belongs to the branch no longer. */
    static Problem left(Entry entry, Position at, String name, LocalDate day, String until) {
        String hint = "请核对姓名和日期；写错了的，改 " + Organisation.PATH + " 里的起止";
        return Problem.warning("W358", entry.path(), at, "“" + name + "”" + day + "已经不在本支部" + until, hint);
    }

    /** Whoever was in office until the day before may still hand over. */
    static boolean hasLeft(List<? extends ValidityPeriod.Timed> times, LocalDate day) {
        return ValidityPeriod.on(day, times).isEmpty()
                && ValidityPeriod.on(day.minusDays(1), times).isEmpty()
                && times.stream().anyMatch(it -> it.time().endedBefore(day));
    }
}
