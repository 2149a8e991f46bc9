package org.gongkai.check;

import org.gongkai.check.number.NumberRuleList;
import org.gongkai.check.rule.RuleSet;

/** The rules about the figures in headers. */
public final class NumberRules {

    /** Returns the rules of this group. */
    public RuleSet rules() {
        return NumberRuleList.of();
    }
}
