package org.gongkai.register.source;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.register.Period;
import org.gongkai.site.Item;

/** How often an item of the catalogue is to be published, as its 时限 says in words. */
public final class DisclosureTerm {

    private static final int YEAR = 12;
    private static final Pattern DAYS = Pattern.compile("(?<!\\d)(\\d{1,3})\\s*个?(?:自然)?[天日](?:以|之)?内");

    private DisclosureTerm() {}

    /** Returns the number of days after an event within which it is to be published, as in 会后10日内; empty if the term names none, or one after a period. */
    static OptionalInt days(String term) {
        Matcher days = DAYS.matcher(term);
        return months(term) == 0 && days.find() ? OptionalInt.of(Integer.parseInt(days.group(1))) : OptionalInt.empty();
    }

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
