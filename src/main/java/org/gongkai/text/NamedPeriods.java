package org.gongkai.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the months, quarters, halves and years that a sentence names, such as 上半年, 1—9月 and 前三季度. */
public final class NamedPeriods {

    private static final String MONTH = "(?:1[0-2]|0?[1-9])";

    /** A period whose beginning or end alone is named, and a day, are none. */
    private static final Pattern PERIOD =
            Pattern.compile("(?<![\\d一二三四、至到—–~-])(?:((?:19|20)\\d\\d)年度?)?(?:(" + MONTH + ")月?[至到—–~-]{1,2}(" + MONTH
                    + ")月份?|前([二两三23])个?季度|([上下]半年|第?[一二三四1-4]季度|" + MONTH
                    + "月份?)|全年)(?![\\d底初中上下旬末以起前后])|((?:19|20)\\d\\d)年度?");

    private NamedPeriods() {}

    /**
     * Returns the periods in order.
     *
     * @param year the year of those that name none; these are left out if it is 0
     */
    public static List<Period> in(String text, int year) {
        List<Period> periods = new ArrayList<>();
        Matcher found = PERIOD.matcher(text);
        while (found.find()) {
            String named = found.group(1) == null ? found.group(6) : found.group(1);
            int of = named == null ? year : Integer.parseInt(named);
            if (of > 0) {
                period(found, of).ifPresent(periods::add);
            }
        }
        return periods;
    }

    private static Optional<Period> period(Matcher found, int year) {
        String text = "";
        if (found.group(2) != null) {
            text = found.group(2) + "月至" + found.group(3) + "月";
        } else if (found.group(4) != null) {
            text = "第一季度至第" + (ChineseNumeral.parse(found.group(4)) == 2 ? "二" : "三") + "季度";
        } else if (found.group(5) != null) {
            text = found.group(5);
        }
        return Period.parse(year + "年" + text, year);
    }

    /** Returns a text without the periods that it names. */
    public static String without(String text) {
        return PERIOD.matcher(text).replaceAll("");
    }

    /** Returns the name of a period of one year as questions have it. */
    public static String name(Period period) {
        int year = period.from().getYear();
        for (int months : new int[] {12, 6, 3, 1}) {
            for (Period part : Period.of(year, months)) {
                if (part.from().equals(period.from()) && part.to().equals(period.to())) {
                    return months == 12 ? part.label() : year + "年" + part.label();
                }
            }
        }
        LocalDate end = period.to();
        return period.from().getDayOfMonth() == 1 && end.getDayOfMonth() == end.lengthOfMonth()
                ? year + "年" + period.from().getMonthValue() + "月至" + end.getMonthValue() + "月"
                : period.from() + "至" + end;
    }
}
