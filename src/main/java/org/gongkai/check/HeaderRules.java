package org.gongkai.check;

import org.gongkai.check.header.HeaderFacts;
import org.gongkai.check.header.HeaderRuleList;

/** The rules about the fields of headers and what they say together. */
public final class HeaderRules {

    private final HeaderFacts facts;

    /**
     * @param facts what the rules go by besides the headers
     */
    public HeaderRules(HeaderFacts facts) {
        this.facts = facts;
    }

    /** Every rule of this kind. */
    public RuleSet rules() {
        return HeaderRuleList.of(facts);
    }
}
