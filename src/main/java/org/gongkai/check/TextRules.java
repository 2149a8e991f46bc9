package org.gongkai.check;

import java.util.List;
import org.gongkai.check.text.ConflictRule;
import org.gongkai.check.text.TextCheck;

/** The rules about what is written in bodies. */
public final class TextRules {

    /** Every rule of this kind. */
    public RuleSet rules() {
        return new RuleSet(List.of(), List.of(), List.of(TextCheck.all(), new ConflictRule()), List.of());
    }
}
