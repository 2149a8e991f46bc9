package org.gongkai;

import java.time.LocalDate;
import org.gongkai.calendar.WorkCalendar;
import org.gongkai.check.Disclosure;
import org.gongkai.check.RuleSet;
import org.gongkai.config.SiteConfig;
import org.gongkai.entry.Kinds;

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
record Settings(
        SiteConfig config, Kinds kinds, LocalDate asOf, WorkCalendar calendar, Disclosure disclosure, RuleSet rules) {

    /** The same for the readers of another site. */
    Settings forReadersOf(SiteConfig other) {
        return new Settings(config.forReadersOf(other), kinds, asOf, calendar, disclosure, rules);
    }
}
