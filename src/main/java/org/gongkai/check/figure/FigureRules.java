package org.gongkai.check.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;
import org.gongkai.text.DateText;
import org.gongkai.text.FullWidth;
import org.gongkai.text.IssueNumbers;

/** The rules about the figures in headers that are more than a relation of some of them; each method is one. */
public final class FigureRules {

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
        TotalRowRule.check(entry, problems);
        officeTerm(entry, problems);
        issueNumber(entry, problems);
    }

    /** A term of office lasts three years, or five. */
    private static void officeTerm(Entry entry, Consumer<Problem> problems) {
        Optional<Value.Fields> term = entry.own("任期")
                .map(Entry.OwnField::value)
                .filter(Value.Fields.class::isInstance)
                .map(Value.Fields.class::cast);
        if (REST.matcher(entry.title()).find() || term.isEmpty()) {
            return;
        }
        Optional<LocalDate> from = term.get().text("起", "from").flatMap(DateText::day);
        Optional<LocalDate> to = term.get().text("止", "to").flatMap(DateText::day);
        if (from.isPresent() && to.isPresent() && !new Organisation.Term(from.get(), to.get()).isUsual()) {
            problems.accept(Problem.warning(
                    "W176",
                    entry.path(),
                    term.get().value("止", "to").orElseThrow(),
                    "任期 " + from.get() + " 至 " + to.get() + " 不是三年，也不是五年",
                    "请核对；支部委员会任期一般三年，村和社区党支部五年；经批准延期、提前的可以不改"));
        }
    }

    /** The title of a bulletin and its header say the same number. */
    private static void issueNumber(Entry entry, Consumer<Problem> problems) {
        entry.own("期数").map(Entry.OwnField::value).ifPresent(value -> {
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
