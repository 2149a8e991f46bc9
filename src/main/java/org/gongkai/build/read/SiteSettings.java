package org.gongkai.build.read;

import java.time.LocalDate;
import org.gongkai.check.Disclosure;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.entry.kind.Kinds;

/**
 * What a site says of itself.
 *
 * @param config its settings
 * @param kinds the kinds that its entries may name
 * @param asOf the day for which it stands
 * @param calendar the working days, with the plans of holidays that the site has of its own
 * @param disclosure tells what may not be shown, of former versions too
 * @param rules the rules that its entries are held to
 */
public record SiteSettings(
        SiteConfig config, Kinds kinds, LocalDate asOf, WorkCalendar calendar, Disclosure disclosure, RuleSet rules) {

    /** The same for the readers of another site. */
    SiteSettings forReadersOf(SiteConfig other) {
        return new SiteSettings(config.forReadersOf(other), kinds, asOf, calendar, disclosure, rules);
    }
}
