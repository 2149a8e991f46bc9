package org.gongkai.check;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.check.count.StatedCountRule;
import org.gongkai.check.count.UnmentionedTasksRule;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.input.config.Organisation;
import org.gongkai.register.spec.RegisterSpec;

/** The rules that compare texts with records. */
public final class CountRules {

    private final StatedCountRule stated;

    /**
     * @param registers definitions of registers, which say what is one record
     * @param day the day for which the site is built
     */
    public CountRules(List<RegisterSpec> registers, Organisation organisation, LocalDate day) {
        List<String> groups =
                organisation.groups().stream().map(Organisation.Group::name).toList();
        this.stated = new StatedCountRule(registers, groups, day);
    }

    /** Returns the rules of this group. */
    public RuleSet rules() {
        return new RuleSet(List.of(), List.of(), List.of(), List.of(stated, new UnmentionedTasksRule()));
    }
}
