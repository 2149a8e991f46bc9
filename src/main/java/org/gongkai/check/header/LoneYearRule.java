package org.gongkai.check.header;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gongkai.check.rule.SiteRule;
import org.gongkai.check.rule.WholeSite;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;

/**
 * The only entry of its time was hardly published then. What a branch owes is counted from its first entry on, so one
 * mistyped year makes years of it overdue.
 */
final class LoneYearRule implements SiteRule {

    /** So many years without an entry before and after are a mistake rather than a pause. */
    private static final int YEARS = 5;
    /** So many other entries a site has at least, of which one is the exception. */
    private static final int OTHERS = 10;

    @Override
    public void check(WholeSite site, Consumer<Problem> problems) {
        TreeMap<Integer, Long> years = site.entries().stream()
                .collect(Collectors.groupingBy(LoneYearRule::year, TreeMap::new, Collectors.counting()));
        if (site.entries().size() <= OTHERS || years.size() < 2) {
            return;
        }
        for (Entry entry : site.entries()) {
            int year = year(entry);
            Map.Entry<Integer, Long> before = years.lowerEntry(year);
            Map.Entry<Integer, Long> after = years.higherEntry(year);
            if (years.get(year) == 1
                    && (before == null || year - before.getKey() >= YEARS)
                    && (after == null || after.getKey() - year >= YEARS)) {
                HeaderPosition.of(entry, CommonField.DATE, problems)
                        .warning(
                                "W159",
                                "发布日期是" + year + "年，前后" + (YEARS - 1) + "年都没有别的条目",
                                "请核对年份是不是写错了；台账从最早的一条起算应有的事项，年份写错会多出许多“已逾期”");
            }
        }
    }

    private static int year(Entry entry) {
        return entry.dates().published().getYear();
    }
}
