package org.gongkai.check;

import java.util.List;

/** The rules about the fields of headers and what they say together. */
public final class HeaderRules {

    /** Every rule of this kind. */
    public RuleSet rules() {
        return new RuleSet(List.of(), List.of());
    }
}
