package org.gongkai.check.figure;

import java.util.List;
import java.util.stream.Stream;
import org.gongkai.check.rule.HeaderRule;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.input.entry.Entry;

/** All rules about figures. */
public final class FigureRuleList {

    private FigureRuleList() {}

    public static RuleSet of() {
        return new RuleSet(
                Stream.of(
                                new PartRule(),
                                new DuesRule(),
                                new TotalRowRule(),
                                new PointsRule(),
                                new ReviewRule(),
                                new QuorumRule(),
                                new ElectedRule(),
                                new OfficeTermRule(),
                                new IssueNumberRule(),
                                new RotaRule())
                        .map(FigureRuleList::exceptDrafts)
                        .toList(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The figures of a draft need not fit yet. */
    private static HeaderRule exceptDrafts(HeaderRule rule) {
        return (entry, problems) -> {
            if (entry.publication().status() != Entry.Status.DRAFT) {
                rule.check(entry, problems);
            }
        };
    }
}
