package org.gongkai.input.config;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.input.config.Organisation.Group;
import org.gongkai.input.config.Organisation.Member;
import org.gongkai.input.config.Organisation.Person;
import org.gongkai.input.config.Organisation.Term;
import org.gongkai.input.config.ValidityPeriod.Timed;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.BoundGroup;
import org.gongkai.input.data.Value;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;

/** Reads the organization of a branch and reports what cannot be so: times that end before they begin or overlap. */
final class OrganisationReader {

    private static final String FILE = "E133";
    private static final String TIMES = "E355";
    private static final String SUCCESSOR = "E356";

    /** Posts that one person holds at a time; there may be several 副书记 and several 委员. */
    private static final Pattern SINGLE = Pattern.compile("(?:党?支部)?书记|.{2,}委员");

    private final Consumer<Problem> problems;
    private final List<Member> committee = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();

    OrganisationReader(Consumer<Problem> problems) {
        this.problems = problems;
    }

    Optional<Organisation> read(Value content) {
        return new Binder(Organisation.PATH, FILE, problems)
                .given("known", true)
                .then(ValidityPeriod.class, OrganisationReader::time)
                .then(Term.class, OrganisationReader::term)
                .then(Member.class, this::member)
                .then(Group.class, this::group)
                .then(Person.class, this::person)
                .then(Organisation.class, OrganisationReader::sums)
                .group(Organisation.class, Optional.of(content));
    }

    private static ValidityPeriod time(ValidityPeriod time, BoundGroup group) {
        if (time.last().isBefore(time.first())) {
            group.refuse("止", TIMES, "止的日期" + time.last() + "早于起的日期" + time.first(), "请核对起止日期");
        }
        return time;
    }

    private static Term term(Term term, BoundGroup group) {
        if (term.to().isBefore(term.from())) {
            group.refuse("止", "任期的截止日期" + term.to() + "早于开始日期" + term.from(), "请核对起止日期");
        } else if (!term.isUsual()) {
            String hint = "请核对；支部委员会任期一般三年，村和社区党支部五年；经批准延期、提前的可以不改";
            group.warning("止", "W176", "任期 " + term.from() + " 至 " + term.to() + " 不是三年，也不是五年", hint);
        }
        return term;
    }

    /** A post that only one person holds has one holder at a time; a file without times is not asked. */
    private Member member(Member member, BoundGroup group) {
        committee.stream()
                .filter(other -> other.post().equals(member.post())
                        && SINGLE.matcher(member.post()).matches())
                .forEach(other -> overlap("职务", "职务“" + member.post() + "”", other, member, group));
        committee.add(member);
        return member;
    }

    /** Persons of one name are told apart by their marks. */
    private Person person(Person person, BoundGroup group) {
        people.stream()
                .filter(other -> other.name().equals(person.name())
                        && other.mark().equals(person.mark())
                        && other.time().overlaps(person.time()))
                .findFirst()
                .ifPresent(other -> group.warning(
                        "姓名",
                        "W390",
                        "人员里有两个“" + person.name() + "”，" + (person.mark().isEmpty() ? "没有写标识" : "标识一样"),
                        "是两个人的，各写一个标识，如 标识: 外业；是一个人的，起止写在前后两段，或者只写一次"));
        people.add(person);
        return person;
    }

    private Group group(Group read, BoundGroup group) {
        if (read.time().equals(ValidityPeriod.ALWAYS)) {
            group.distinct("名称", read.name(), FILE);
        }
        groups.stream()
                .filter(other -> other.name().equals(read.name()))
                .forEach(other -> overlap("名称", "党小组“" + read.name() + "”", other, read, group));
        states("组长", read.leaders(), group);
        states("人数", read.counts(), group);
        successor(read, group);
        groups.add(read);
        return read;
    }

    private static void successor(Group read, BoundGroup group) {
        List<String> others = group.around().value("党小组").stream()
                .flatMap(list -> list instanceof Value.Items items ? items.items().stream() : List.of(list).stream())
                .map(item -> item instanceof Value.Fields fields
                        ? fields.text("名称", "name").orElse("")
                        : item instanceof Value.Text text ? text.text().strip() : "")
                .filter(name -> !name.equals(read.name()))
                .toList();
        if (!read.into().isEmpty() && !others.contains(read.into())) {
            group.error(
                    group.at("并入"),
                    SUCCESSOR,
                    "“" + read.name() + "”并入的“" + read.into() + "”不在党小组里",
                    Nearest.of(read.into(), others)
                            .map(name -> "您是不是要写“" + name + "”")
                            .orElse("先把“" + read.into() + "”写进党小组"));
        } else if (!read.into().isEmpty() && read.time().to().isEmpty()) {
            String hint = "写上“" + read.name() + "”的最后一天，如 止: 2026-06-30";
            group.error(group.at("并入"), SUCCESSOR, "“" + read.name() + "”写了并入，没有写止", hint);
        }
    }

    /** Of several states one that begins later ends the one before, unless this says that it lasts longer. */
    private static void states(String field, List<? extends Timed> states, BoundGroup group) {
        List<? extends Timed> inTime = states.stream()
                .sorted(Comparator.comparing(it -> it.time().first()))
                .toList();
        for (int i = 1; i < inTime.size(); i++) {
            ValidityPeriod before = inTime.get(i - 1).time();
            if (before.to().isPresent()
                    || before.first().equals(inTime.get(i).time().first())) {
                overlap(field, "“" + field + "”", inTime.get(i - 1), inTime.get(i), group);
            }
        }
    }

    private static void overlap(String field, String what, Timed one, Timed other, BoundGroup group) {
        Timed first = one.time().first().isAfter(other.time().first()) ? other : one;
        Timed second = first == one ? other : one;
        boolean isTimed =
                !one.time().equals(ValidityPeriod.ALWAYS) || !other.time().equals(ValidityPeriod.ALWAYS);
        if (one.time().overlaps(other.time()) && (isTimed || field.equals("组长") || field.equals("人数"))) {
            String hint = second.time()
                    .from()
                    .map(day -> "前一个写到后一个开始的前一天，如 止: " + day.minusDays(1))
                    .orElse("给每一个写上起止日期");
            group.error(group.at(field), TIMES, what + "同一段时间写了两个：一个" + told(first) + "，一个" + told(second), hint);
        }
    }

    private static String told(Timed state) {
        String words = state.time().words();
        return words.isEmpty() ? "没有写起止日期" : words;
    }

    /**
     * Compares the last number of members with the sum of the groups, if all of them say theirs; of former numbers many
     * know only one.
     */
    private static Organisation sums(Organisation branch, BoundGroup group) {
        states("党员人数", branch.counts(), group);
        List<Group> last = branch.groups(LocalDate.MAX);
        int all = branch.members(LocalDate.MAX).orElse(-1);
        int sum = last.stream()
                .mapToInt(it -> it.members(LocalDate.MAX).orElse(0))
                .sum();
        boolean isKnown = !last.isEmpty()
                && last.stream().allMatch(it -> it.members(LocalDate.MAX).isPresent());
        if (isKnown && all >= 0 && all != sum) {
            String hint = "请核对党员人数和各党小组的人数；有党员不编入党小组的可以不改";
            group.warning("党员人数", "W133", "党员人数" + all + "，各党小组相加是" + sum, hint);
        }
        return branch;
    }
}
