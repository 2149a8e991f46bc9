package org.gongkai.check;

import java.util.List;
import java.util.stream.Stream;

/**
 * Rules that belong together.
 *
 * @param entryRules rules over one entry
 * @param siteRules rules over the whole site
 */
public record RuleSet(List<EntryRule> entryRules, List<SiteRule> siteRules) {

    public RuleSet {
        entryRules = List.copyOf(entryRules);
        siteRules = List.copyOf(siteRules);
    }

    /** The rules of both. */
    public RuleSet and(RuleSet other) {
        return new RuleSet(
                Stream.concat(entryRules.stream(), other.entryRules.stream()).toList(),
                Stream.concat(siteRules.stream(), other.siteRules.stream()).toList());
    }
}
