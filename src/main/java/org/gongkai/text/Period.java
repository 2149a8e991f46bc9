package org.gongkai.text;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A month, quarter, half year or year.
 *
 * @param from its first day
 * @param to its last day
 * @param label its name within the year, such as 3月 or 第一季度
 */
public record Period(LocalDate from, LocalDate to, String label) {

    private static final String[] HALVES = {"上半年", "下半年"};
    private static final int YEAR = 12;
    private static final Pattern WORDS =
            Pattern.compile("(?:(\\d{4})年度?)?(?:第?([一二三四1-4])季度|(上|下)半年|(1[0-2]|0?[1-9])月份?(?:([上中下])旬)?)?");

    private static final Pattern MONTH_AND_DAY = Pattern.compile("\\d{1,2}月\\d{1,2}[日号]");
    private static final Pattern WITHOUT_YEAR = Pattern.compile("\\d{1,2}月.*");
    private static final Pattern DAY = Pattern.compile("\\d{1,2}[日号]");
    private static final String NEXT_YEAR = "次年";

    /** Words after a period that denote its end. */
    private static final Pattern UNTIL = Pattern.compile("(?:(?:底|末)?(?:之|以)?前|底|末|内)$");

    /**
     * Divides a year.
     *
     * @param months the length of each part: 1, 3, 6 or 12
     */
    public static List<Period> of(int year, int months) {
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < YEAR / months; i++) {
            LocalDate from = LocalDate.of(year, i * months + 1, 1);
            String label =
                    switch (months) {
                        case 1 -> (i + 1) + "月";
                        case 3 -> "第" + ChineseNumeral.format(i + 1) + "季度";
                        case 6 -> HALVES[i];
                        default -> year + "年";
                    };
            periods.add(new Period(from, from.plusMonths(months).minusDays(1), label));
        }
        return List.copyOf(periods);
    }

    /**
     * Parses 2024年第一季度, 2024年上半年, 2024年3月, 3月下旬, 2024年, a day, or two of these with 至 between them, as
     * in 3月5日至20日 and 12月至次年1月; 前 or 底前 may follow.
     *
     * @param year the year if the text names none
     */
    public static Optional<Period> parse(String text, int year) {
        String typed = UNTIL.matcher(text.strip()).replaceFirst("");
        int middle = typed.indexOf('至');
        if (middle <= 0) {
            return single(typed, year);
        }
        return span(typed, middle, year).filter(span -> !span.to.isBefore(span.from));
    }

    /** Returns true if a text names a span that ends before it begins. */
    static boolean isBackwards(String text, int year) {
        String typed = UNTIL.matcher(text.strip()).replaceFirst("");
        int middle = typed.indexOf('至');
        return middle > 0
                && span(typed, middle, year)
                        .filter(span -> span.to.isBefore(span.from))
                        .isPresent();
    }

    /** A span as it is typed; one over the end of the year need not say so, as 12月28日至1月3日. */
    private static Optional<Period> span(String typed, int middle, int year) {
        String end = typed.substring(middle + 1);
        return single(typed.substring(0, middle), year).flatMap(first -> last(end, first)
                .map(last -> last.to.isBefore(first.from)
                                && WITHOUT_YEAR.matcher(end).matches()
                                && last.to.plusYears(1).isBefore(first.from.plusMonths(YEAR / 2))
                        ? last.to.plusYears(1)
                        : last.to)
                .map(last -> new Period(first.from, last, typed)));
    }

    /** The end of a span, which may leave out the year and the month of its beginning. */
    private static Optional<Period> last(String typed, Period first) {
        LocalDate from = first.from();
        boolean isNextYear = typed.startsWith(NEXT_YEAR);
        String end = isNextYear ? typed.substring(NEXT_YEAR.length()) : typed;
        return single(
                DAY.matcher(end).matches() ? from.getMonthValue() + "月" + end : end,
                from.getYear() + (isNextYear ? 1 : 0));
    }

    private static Optional<Period> single(String typed, int year) {
        Matcher m = WORDS.matcher(typed);
        if (typed.isEmpty() || !m.matches()) {
            return day(typed, year).map(day -> new Period(day, day, typed));
        }
        int in = m.group(1) == null ? year : Integer.parseInt(m.group(1));
        if (m.group(2) != null) {
            return Optional.of(of(in, 3).get(ChineseNumeral.parse(m.group(2)) - 1));
        }
        if (m.group(3) != null) {
            return Optional.of(of(in, 6).get("上下".indexOf(m.group(3))));
        }
        if (m.group(4) == null) {
            return Optional.of(of(in, YEAR).get(0));
        }
        Period month = of(in, 1).get(Integer.parseInt(m.group(4)) - 1);
        return Optional.of(m.group(5) == null ? month : tenDays(month, "上中下".indexOf(m.group(5)), typed));
    }

    private static Period tenDays(Period month, int part, String label) {
        LocalDate from = month.from().plusDays(10L * part);
        return new Period(from, part == 2 ? month.to() : from.plusDays(9), label);
    }

    private static Optional<LocalDate> day(String text, int year) {
        Matcher m = MONTH_AND_DAY.matcher(text);
        return DateText.day(m.matches() && year > 0 ? year + "年" + text : text);
    }

    /** Its length in months, for a period that consists of months. */
    public int months() {
        return (int) ChronoUnit.MONTHS.between(from, to.plusDays(1));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public boolean contains(Period other) {
        return contains(other.from) && contains(other.to);
    }

    /** Returns true if every day of this period is in one of the other periods. */
    public boolean isCoveredBy(Collection<Period> others) {
        LocalDate open = from;
        for (Period other :
                others.stream().sorted(Comparator.comparing(Period::from)).toList()) {
            if (other.contains(open)) {
                open = other.to.plusDays(1);
            }
        }
        return open.isAfter(to);
    }

    /** Returns true if the periods have a day in common. */
    public boolean overlaps(Period other) {
        return !other.to.isBefore(from) && !other.from.isAfter(to);
    }
}
