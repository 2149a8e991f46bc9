package org.gongkai.pipeline.read;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.check.Disclosure;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.entry.HeaderContext;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.pipeline.feature.Feature.ConfiguredFeature;

/**
 * The settings of a site, with everything derived from them.
 *
 * @param config its settings
 * @param kinds the kinds of entries
 * @param asOf the day for which the site is built
 * @param calendar the working days, with the holiday plans of the site
 * @param disclosure decides what may be disclosed, of earlier versions as well
 * @param rules the rules that its entries are checked against
 * @param features what the features of the product add to it
 */
public record SiteSettings(
        SiteConfig config,
        Kinds kinds,
        LocalDate asOf,
        WorkCalendar calendar,
        Disclosure disclosure,
        RuleSet rules,
        List<ConfiguredFeature> features) {

    /** What the headers of the site mean. */
    public HeaderContext headerContext() {
        return new HeaderContext(kinds, calendar, config.defaults());
    }

    /** Returns the feature of a type, which the product must have. */
    public <T extends ConfiguredFeature> T feature(Class<T> type) {
        return features.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    /** These settings without rules, for reading entries without checking them. */
    SiteSettings withoutRules() {
        return new SiteSettings(config, kinds, asOf, calendar, disclosure, RuleSet.NONE, features);
    }

    /** These settings with the audiences of another site. */
    SiteSettings forReadersOf(SiteConfig other) {
        return new SiteSettings(config.forReadersOf(other), kinds, asOf, calendar, disclosure, rules, features);
    }
}
