package org.gongkai.check;

import org.gongkai.check.figure.FigureRuleList;
import org.gongkai.check.rule.RuleSet;

/** The rules about the figures in headers. */
public final class FigureRules {

    /** Returns the rules of this group. */
    public RuleSet rules() {
        return FigureRuleList.of();
    }
}
