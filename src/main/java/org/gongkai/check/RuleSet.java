package org.gongkai.check;

import java.util.List;
import java.util.stream.Stream;

/**
 * Rules that belong together.
 *
 * @param headerRules rules over the header of one entry
 * @param entryRules rules over one entry with its text
 * @param siteRules rules over the whole site
 */
public record RuleSet(List<HeaderRule> headerRules, List<EntryRule> entryRules, List<SiteRule> siteRules) {

    public RuleSet {
        headerRules = List.copyOf(headerRules);
        entryRules = List.copyOf(entryRules);
        siteRules = List.copyOf(siteRules);
    }

    /** No rules at all. */
    public static final RuleSet NONE = new RuleSet(List.of(), List.of(), List.of());

    /** The rules of both. */
    public RuleSet and(RuleSet other) {
        return new RuleSet(
                both(headerRules, other.headerRules),
                both(entryRules, other.entryRules),
                both(siteRules, other.siteRules));
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
