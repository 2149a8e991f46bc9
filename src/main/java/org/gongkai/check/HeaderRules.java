package org.gongkai.check;

import org.gongkai.check.header.HeaderFacts;
import org.gongkai.check.header.HeaderRuleList;
import org.gongkai.check.rule.RuleSet;

/** The rules about the fields of headers. */
public final class HeaderRules {

    private final HeaderFacts facts;

    /**
     * @param facts what the rules depend on besides the headers
     */
    public HeaderRules(HeaderFacts facts) {
        this.facts = facts;
    }

    /** Returns the rules of this group. */
    public RuleSet rules() {
        return HeaderRuleList.of(facts);
    }
}
