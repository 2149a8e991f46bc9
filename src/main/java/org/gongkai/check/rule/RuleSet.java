package org.gongkai.check.rule;

import java.util.List;
import java.util.stream.Stream;

/**
 * A set of rules.
 *
 * @param headerRules rules about the header of one entry
 * @param dayRules rules about the header of one entry that depend on the day
 * @param entryRules rules about the text of one entry
 * @param siteRules rules about the whole site
 */
public record RuleSet(
        List<HeaderRule> headerRules, List<DayRule> dayRules, List<EntryRule> entryRules, List<SiteRule> siteRules) {

    /** The empty set. */
    public static final RuleSet NONE = new RuleSet(List.of(), List.of(), List.of(), List.of());

    public RuleSet {
        headerRules = List.copyOf(headerRules);
        dayRules = List.copyOf(dayRules);
        entryRules = List.copyOf(entryRules);
        siteRules = List.copyOf(siteRules);
    }

    /** Returns a set of rules about the header of one entry. */
    public static RuleSet ofHeaders(List<HeaderRule> rules) {
        return new RuleSet(rules, List.of(), List.of(), List.of());
    }

    /** Returns a set of rules about the whole site. */
    public static RuleSet ofSites(List<SiteRule> rules) {
        return new RuleSet(List.of(), List.of(), List.of(), rules);
    }

    /** Returns the union with another set. */
    public RuleSet and(RuleSet other) {
        return new RuleSet(
                both(headerRules, other.headerRules),
                both(dayRules, other.dayRules),
                both(entryRules, other.entryRules),
                both(siteRules, other.siteRules));
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
