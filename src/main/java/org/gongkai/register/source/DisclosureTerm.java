package org.gongkai.register.source;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.register.Period;
import org.gongkai.site.Item;

/** How often an item of the catalogue is to be published, as its 时限 says in words. */
public final class DisclosureTerm {

    private static final int YEAR = 12;

    private DisclosureTerm() {}

    /** Returns the periods of a year of each of which something is to be published; none if the term names no period. */
    public static List<Period> periods(String term, int year) {
        int months = months(term);
        return months == 0 ? List.of() : Period.of(year, months);
    }

    /** Returns those entries of the year that a period lies in which are about the period. */
    public static List<Item> of(Period period, List<Item> ofYear) {
        return period.months() == YEAR
                ? ofYear
                : ofYear.stream().filter(item -> period.contains(day(item))).toList();
    }

    private static int months(String term) {
        if (term.contains("半年")) {
            return 6;
        }
        if (term.contains("季")) {
            return 3;
        }
        return term.contains("月") ? 1 : term.contains("年") ? YEAR : 0;
    }

    /** The day of what an entry reports, or of its publication. */
    private static LocalDate day(Item item) {
        return EventDay.of(item).orElse(item.entry().dates().published().toLocalDate());
    }
}
