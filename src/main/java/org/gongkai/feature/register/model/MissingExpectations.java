package org.gongkai.feature.register.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.feature.register.spec.ExpectationSpec.Periodic;
import org.gongkai.feature.register.spec.ExpectationSpec.Planned;
import org.gongkai.feature.register.spec.RegisterSpec;
import org.gongkai.text.Period;

/** Selects what was not done. What both a rule and a plan expect of a period is listed once, with both reasons. */
final class MissingExpectations {

    private final Set<String> rules = new HashSet<>();
    private final Set<String> plans = new HashSet<>();

    MissingExpectations(RegisterSpec spec) {
        spec.expected().forEach(expected -> {
            if (expected instanceof Periodic periodic && isMetByAnyRow(periodic)) {
                rules.add(periodic.subject());
            } else if (expected instanceof Planned planned) {
                plans.add(planned.subject());
            }
        });
    }

    /** Such a rule expects what a plan expects. */
    private static boolean isMetByAnyRow(Periodic rule) {
        return rule.where().isEmpty()
                && !rule.each()
                && rule.sum().isEmpty()
                && rule.least().compareTo(BigDecimal.ONE) <= 0;
    }

    /** Returns what was not done of the expectations of a year, in the same order. */
    List<Expectation> of(List<Expectation> expected) {
        List<Expectation> missing = expected.stream().filter(it -> !it.done()).toList();
        Map<Period, Expectation> byRule = byPeriod(missing, rules);
        Map<Period, Expectation> byPlan = byPeriod(missing, plans);
        List<Expectation> once = new ArrayList<>();
        for (Expectation it : missing) {
            Expectation rule = it.period().map(byRule::get).orElse(null);
            Expectation plan = it.period().map(byPlan::get).orElse(null);
            if (it == rule && plan != null) {
                once.add(both(rule, plan));
            } else if (it != plan || rule == null) {
                once.add(it);
            }
        }
        return List.copyOf(once);
    }

    private static Map<Period, Expectation> byPeriod(List<Expectation> missing, Set<String> subjects) {
        Map<Period, Expectation> found = new HashMap<>();
        missing.stream().filter(it -> subjects.contains(it.subject())).forEach(it -> it.period()
                .ifPresent(period -> found.putIfAbsent(period, it)));
        return found;
    }

    private static Expectation both(Expectation rule, Expectation plan) {
        String label = plan.period().map(Period::label).orElse("") + plan.subject();
        String topics = plan.what().startsWith(label) ? plan.what().substring(label.length()) : "";
        return new Expectation(
                rule.subject(),
                "",
                rule.period(),
                rule.what() + topics,
                rule.due().isBefore(plan.due()) ? rule.due() : plan.due(),
                false,
                plan.evidence(),
                rule.basis().isEmpty() || plan.basis().isEmpty()
                        ? rule.basis() + plan.basis()
                        : rule.basis() + "；" + plan.basis());
    }
}
