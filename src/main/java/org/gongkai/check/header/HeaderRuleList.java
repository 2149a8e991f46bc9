package org.gongkai.check.header;

import java.util.List;
import org.gongkai.check.rule.RuleSet;

/** All rules about headers. */
public final class HeaderRuleList {

    private HeaderRuleList() {}

    public static RuleSet of(HeaderFacts facts) {
        NoticePeriods periods = new NoticePeriods(facts.periods());
        return new RuleSet(
                List.of(
                        new IndexNumberRule(facts.code()),
                        new DocumentNumberRule(),
                        new ApprovalRule(),
                        new YearRule(),
                        new TitleRule(),
                        new SampleTitleRule(),
                        new ScopeRule(facts.scopes()),
                        new ExpiryRule(),
                        new NoticeGivenRule(periods, facts.supervision()),
                        new NoticeLengthRule(facts.calendar(), periods)),
                List.of(new NoticeResultRule(facts.resultWithin())),
                List.of(),
                List.of(new NumberOnceRule(), new LoneYearRule(), new ElectionStagesRule()));
    }
}
