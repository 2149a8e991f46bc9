package org.gongkai.write.record;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.TitleYears;
import org.gongkai.text.Period;

/**
 * The period of which a report tells.
 *
 * @param words how a text names it, such as 2025年上半年
 */
record DraftPeriod(Period period, String words) {

    private static final String MONTH = "(?:1[0-2]|0?[1-9])月份?";

    private static final Pattern PART = Pattern.compile("(?:((?:19|20)\\d{2})年度?)?(前三季度|第?[一二三四1-4]季度|[上下]?半年|(?<!\\d)"
            + MONTH + "(?:[至到—–~-]+" + MONTH + ")?(?!\\d))");

    /** What else a title announces, as in 2024年工作总结及2025年工作计划. */
    private static final Pattern NEXT = Pattern.compile("[及和暨与](?=(?:19|20)\\d{2}年)");

    /**
     * Returns the period that a title names; half a year is the first one unless it says which.
     *
     * @param year the year if the title names none
     */
    static Optional<DraftPeriod> in(String title, int year) {
        String told = NEXT.split(title)[0];
        Optional<Integer> named = TitleYears.of(told).stream().findFirst().map(TitleYears.Span::last);
        Matcher part = PART.matcher(told);
        if (!part.find()) {
            return named.map(DraftPeriod::ofYear);
        }
        int in = part.group(1) != null ? Integer.parseInt(part.group(1)) : named.orElse(year);
        String words = in + "年" + (part.group(2).equals("半年") ? "上半年" : part.group(2));
        String plain = words.replace("前三季度", "1月至9月").replace("月份", "月").replaceFirst("[到—–~-]+", "至");
        return Period.parse(plain, in).map(period -> new DraftPeriod(period, words));
    }

    static DraftPeriod ofYear(int year) {
        return new DraftPeriod(Period.of(year, 12).get(0), year + "年");
    }

    /** Returns the period of an entry: that of its title, else the last year that it is about. */
    static Period of(Entry entry) {
        int year = entry.listing().years().stream().max(Integer::compare).orElseThrow();
        return in(entry.title(), year)
                .map(DraftPeriod::period)
                .filter(period -> period.to().getYear() == year)
                .orElseGet(() -> ofYear(year).period());
    }

    /** Returns the condition by which a question asks for it. */
    String condition() {
        LocalDate from = period.from();
        return from.getDayOfYear() == 1 && period.months() == 12
                ? "年度=" + from.getYear()
                : "期间=" + (Period.parse(words, 0).isPresent() ? words : from + "至" + period.to());
    }
}
