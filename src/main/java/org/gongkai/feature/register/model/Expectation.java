package org.gongkai.feature.register.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.gongkai.site.Item;
import org.gongkai.site.Visibility;
import org.gongkai.text.Period;

/**
 * Something that a rule expects.
 *
 * @param subject what is expected, such as 支委会; the row of a matrix
 * @param owner the person responsible; empty if its row names none
 * @param period the period of which it is expected; empty if it is not periodical
 * @param what the subject and the period as one phrase
 * @param due the last day on which it is in time
 * @param done whether the entries show that it was done
 * @param evidence the entries that show it
 * @param basis the rule that expects it and the reliability of its source; may be empty
 */
public record Expectation(
        String subject,
        String owner,
        Optional<Period> period,
        String what,
        LocalDate due,
        boolean done,
        List<Item> evidence,
        String basis) {

    /** Returns true if it was not done and was due before a day, of which what is told later says nothing. */
    public boolean isOverdue(LocalDate day) {
        return !done
                && due.isBefore(day)
                && evidence.stream().noneMatch(item -> Visibility.isRevisedAfter(item.entry(), day));
    }

    /**
     * Returns what was not done of the expectations of a year, in the same order. What both a rule and a plan expect of
     * a period is listed once, with both reasons.
     */
    static List<Expectation> missing(RegisterSpec spec, List<Expectation> expected) {
        List<Expectation> missing = expected.stream().filter(it -> !it.done).toList();
        Map<Period, Expectation> byRule = byPeriod(missing, spec, ExpectationSpec::isMetByAnyRow);
        Map<Period, Expectation> byPlan = byPeriod(missing, spec, it -> it.type() == ExpectationSpec.Type.PLANNED);
        List<Expectation> once = new ArrayList<>();
        for (Expectation it : missing) {
            Expectation rule = it.period.map(byRule::get).orElse(null);
            Expectation plan = it.period.map(byPlan::get).orElse(null);
            if (it == rule && plan != null) {
                once.add(rule.and(plan));
            } else if (it != plan || rule == null) {
                once.add(it);
            }
        }
        return List.copyOf(once);
    }

    private static Map<Period, Expectation> byPeriod(
            List<Expectation> missing, RegisterSpec spec, Predicate<ExpectationSpec> asked) {
        List<String> subjects = spec.expected().stream()
                .filter(asked)
                .map(ExpectationSpec::subject)
                .toList();
        Map<Period, Expectation> found = new HashMap<>();
        missing.stream()
                .filter(it -> subjects.contains(it.subject))
                .forEach(it -> it.period.ifPresent(period -> found.putIfAbsent(period, it)));
        return found;
    }

    private Expectation and(Expectation plan) {
        String label = plan.period.map(Period::label).orElse("") + plan.subject;
        String topics = plan.what.startsWith(label) ? plan.what.substring(label.length()) : "";
        return new Expectation(
                subject,
                owner,
                period,
                what + topics,
                due.isBefore(plan.due) ? due : plan.due,
                false,
                plan.evidence,
                basis.isEmpty() || plan.basis.isEmpty() ? basis + plan.basis : basis + "；" + plan.basis);
    }
}
