package org.gongkai.check;

import java.util.List;
import java.util.stream.Stream;

/**
 * Rules that belong together.
 *
 * @param headerRules rules over the header of one entry
 * @param dayRules rules over the header of one entry that go by the day
 * @param entryRules rules over one entry with its text
 * @param siteRules rules over the whole site
 */
public record RuleSet(
        List<HeaderRule> headerRules, List<DayRule> dayRules, List<EntryRule> entryRules, List<SiteRule> siteRules) {

    /** No rules at all. */
    public static final RuleSet NONE = new RuleSet(List.of(), List.of(), List.of(), List.of());

    public RuleSet {
        headerRules = List.copyOf(headerRules);
        dayRules = List.copyOf(dayRules);
        entryRules = List.copyOf(entryRules);
        siteRules = List.copyOf(siteRules);
    }

    /** The rules of both. */
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
