package org.gongkai.check.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;
import org.gongkai.text.DateText;
import org.gongkai.text.FullWidth;
import org.gongkai.text.IssueNumbers;

/** The rules about the figures in headers; each method is one. */
public final class FigureRules {

    private static final List<Limit> LIMITS = List.of(
            new Limit("E170", "实到", "应到", "人", "请核对；列席的不计入实到"),
            new Limit("E171", "实交人数", "应交人数", "人", "请核对两个数"),
            new Limit("E175", "有效票", "实到", "张", "到会的每人一票，请核对"),
            new Limit("E179", "已签", "应签", "份", "请核对两个数"));

    /** A part and its whole. */
    private record Limit(String code, String part, String whole, String unit, String hint) {}

    private static final List<String> RATINGS = List.of("优秀", "合格", "基本合格", "不合格");

    /** Whoever is elected in between serves the rest of a term. */
    private static final Pattern REST = Pattern.compile("补选|增补|增选|补缺");

    /** Behind a colon begins what a bulletin is about, which may have numbers of its own. */
    private static final Pattern HEAD = Pattern.compile("^[^：:“《]*简报[^：:“《]*");

    private FigureRules() {}

    /** Checks all figures of an entry; those of a draft need not fit yet. */
    public static void check(Entry entry, Consumer<Problem> problems) {
        if (entry.publication().status() == Entry.Status.DRAFT) {
            return;
        }
        parts(entry, problems);
        TotalRowRule.check(entry, problems);
        points(entry, problems);
        ratings(entry, problems);
        QuorumRule.check(entry, problems);
        elected(entry, problems);
        officeTerm(entry, problems);
        issueNumber(entry, problems);
        RotaRule.check(entry, problems);
    }

    /** A part is not more than the whole: those present, those who have paid, valid votes, signed documents. */
    private static void parts(Entry entry, Consumer<Problem> problems) {
        FigureGroup own = FigureGroup.own(entry);
        FigureGroup meeting = FigureGroup.meeting(entry);
        List<FigureGroup> groups = new ArrayList<>(List.of(own, meeting));
        groups.addAll(FigureGroup.rows(entry));
        for (Limit limit : LIMITS) {
            groups.forEach(
                    group -> part(entry, limit, group.figure(limit.part()), group.figure(limit.whole()), problems));
        }
        if (own.figure("实到").isEmpty()) {
            part(entry, LIMITS.get(2), own.figure("有效票"), meeting.figure("实到"), problems);
        }
    }

    private static void part(
            Entry entry, Limit limit, Optional<Figure> part, Optional<Figure> whole, Consumer<Problem> problems) {
        if (part.isPresent() && whole.isPresent() && part.get().isMoreThan(whole.get())) {
            String told = limit.part() + part.get().text() + limit.unit() + "，多于" + limit.whole();
            String unit = limit.whole().equals("实到") ? "人" : limit.unit();
            problems.accept(
                    part.get().error(limit.code(), entry, told + whole.get().text() + unit, limit.hint()));
        }
    }

    /**
     * The points of a member are the base, plus what was added, minus what was taken. Where points do not fall below
     * zero, zero is right as well. Rows that stand for several members are not checked, as they may hold averages.
     */
    private static void points(Entry entry, Consumer<Problem> problems) {
        for (FigureGroup row : FigureGroup.rows(entry)) {
            Optional<Figure> base = row.figure("基础分");
            if (base.isPresent() && row.text("人数").isEmpty()) {
                BigDecimal added = row.figure("加分").map(Figure::value).orElse(BigDecimal.ZERO);
                // Some write what is taken with its minus sign.
                BigDecimal taken = row.figure("扣分")
                        .map(Figure::value)
                        .orElse(BigDecimal.ZERO)
                        .abs();
                BigDecimal sum = base.get().value().add(added).subtract(taken);
                String terms = base.get().text() + "+" + Figure.text(added) + "-" + Figure.text(taken);
                row.figure("合计")
                        .filter(total -> !total.is(sum) && !total.is(sum.max(BigDecimal.ZERO)))
                        .ifPresent(total -> problems.accept(total.error(
                                "E173",
                                entry,
                                "合计" + total.text() + "分，按基础分、加分、扣分算是" + terms + "=" + Figure.text(sum) + "分",
                                "请核对这一行；合计等于基础分加上加分、减去扣分")));
            }
        }
    }

    /** The ratings of a 民主评议 add up to the number of those reviewed, and at most a third of them are 优秀. */
    private static void ratings(Entry entry, Consumer<Problem> problems) {
        FigureGroup own = FigureGroup.own(entry);
        own.figure("参评人数").ifPresent(reviewed -> {
            List<BigDecimal> ratings = RATINGS.stream()
                    .flatMap(name -> own.figure(name).stream())
                    .map(Figure::value)
                    .toList();
            BigDecimal sum = ratings.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            String all = "参评人数" + reviewed.text() + "人";
            if (ratings.size() == RATINGS.size() && !reviewed.is(sum)) {
                problems.accept(reviewed.error(
                        "E174",
                        entry,
                        all + "，四个等次相加是" + Figure.text(sum) + "人",
                        "请核对参评人数和各等次的人数；参加评议而不评定等次的，不计入参评人数"));
            }
            own.figure("优秀")
                    .filter(excellent -> excellent.isMoreThan(reviewed, 1, 3))
                    .ifPresent(excellent -> problems.accept(excellent.warning(
                            "W174",
                            entry,
                            "优秀" + excellent.text() + "人，超过" + all + "的三分之一",
                            "请核对；优秀等次一般不超过参加评议党员的三分之一")));
        });
    }

    /** Whoever is elected has no more votes than are valid, and more than half of those present voted so. */
    private static void elected(Entry entry, Consumer<Problem> problems) {
        Optional<Entry.OwnField> elected = entry.own("当选名单");
        if (elected.isEmpty()) {
            return;
        }
        FigureGroup own = FigureGroup.own(entry);
        Optional<Figure> valid = own.figure("有效票");
        Optional<Figure> present =
                own.figure("实到").or(() -> FigureGroup.meeting(entry).figure("实到"));
        List<FigureGroup> rows =
                FigureGroup.rows(elected.get().spec(), elected.get().value());
        rows.stream().flatMap(row -> row.figure("票数").stream()).forEach(votes -> {
            String told = "票数" + votes.text() + "，";
            if (valid.isPresent() && votes.isMoreThan(valid.get())) {
                problems.accept(
                        votes.error("E176", entry, told + "多于有效票" + valid.get().text() + "张", "一张有效票最多投给一个人一票，请核对"));
            } else if (present.isPresent() && !votes.isMoreThan(present.get(), 1, 2)) {
                problems.accept(votes.error(
                        "E177", entry, told + "没有超过实到" + present.get().text() + "人的半数", "请核对票数和实到人数；没有超过半数的不能当选"));
            }
        });
        own.figure("候选人数")
                .filter(candidates -> candidates.value().intValue() < rows.size())
                .ifPresent(candidates -> problems.accept(candidates.error(
                        "E178", entry, "候选人" + candidates.text() + "人，少于当选名单上的" + rows.size() + "人", "请核对候选人数和当选名单")));
    }

    /** A term of office lasts three years, or five. */
    private static void officeTerm(Entry entry, Consumer<Problem> problems) {
        if (REST.matcher(entry.title()).find()
                || !(FigureGroup.own(entry).value("任期").orElse(null) instanceof Value.Fields term)) {
            return;
        }
        FieldReader reader = new FieldReader(term);
        Optional<LocalDate> from = reader.text("起", "from").flatMap(DateText::day);
        Optional<LocalDate> to = reader.text("止", "to").flatMap(DateText::day);
        if (from.isPresent() && to.isPresent() && !new Organisation.Term(from.get(), to.get()).isUsual()) {
            problems.accept(Problem.warning(
                    "W176",
                    entry.path(),
                    reader.value("止", "to").orElseThrow(),
                    "任期 " + from.get() + " 至 " + to.get() + " 不是三年，也不是五年",
                    "请核对；支部委员会任期一般三年，村和社区党支部五年；经批准延期、提前的可以不改"));
        }
    }

    /** The title of a bulletin and its header say the same number. */
    private static void issueNumber(Entry entry, Consumer<Problem> problems) {
        FigureGroup.own(entry).value("期数").ifPresent(value -> {
            String typed = value instanceof Value.Text text ? text.text().strip() : "";
            List<Integer> numbers = IssueNumbers.in(typed);
            List<Integer> titled = HEAD.matcher(FullWidth.narrow(entry.title()))
                    .results()
                    .flatMap(head -> IssueNumbers.allInTitle(head.group()))
                    .flatMap(List::stream)
                    .toList();
            if (!titled.isEmpty() && !numbers.isEmpty() && titled.stream().noneMatch(numbers::contains)) {
                problems.accept(Problem.warning(
                        "W172",
                        entry.path(),
                        value,
                        "期数是" + typed + "，标题里写的是第" + titled.get(0) + "期",
                        "请核对标题和期数，改正写错的那一个"));
            }
        });
    }
}
