package org.gongkai.input.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.BoundGroup;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.source.SourceTree;
import org.gongkai.problem.Problem;

/**
 * The official holiday plan of one year. It may include days of the preceding December: the New Year holiday of 2019
 * began on 30 December 2018, and 29 December was a make-up day.
 *
 * @param year the year
 * @param off the days off with the names of their holidays
 * @param worked the make-up days: weekend days that are worked
 */
public record HolidayPlan(int year, Map<LocalDate, String> off, Set<LocalDate> worked) {

    /** The folder of a site's own plans, with one file per year: {@code 2027.yml}. */
    public static final String FOLDER = SourceTree.DATA + "holidays/";

    private static final String SHAPE =
            "例如 年: 2020，休: [{名称: 元旦, 日期: 2020-01-01}, {名称: 劳动节, 日期: 2020-05-01 至 2020-05-05}]，班: [2020-04-26]";

    /** A plan as written. */
    @Key.Group(SHAPE)
    private record Written(
            @Key(value = "年 year", required = true, allowed = "与文件名相同的四位年份，如 2020.yml 里写 年: 2020") Year year,
            @Key("休 off") List<Holiday> off,
            @Key("班 worked") List<Holiday> worked) {}

    @Key.Group(SHAPE)
    private record Holiday(
            @Key(
                            value = "日期 date",
                            required = true,
                            allowed = "2020-05-01，连续几天写成 2020-05-01 至 2020-05-05；只写当年的日子，和上年12月为它调休的日子")
                    Days days,
            @Key("名称 name") String name,
            BoundGroup typed) {}

    private record Days(List<LocalDate> all) {}

    /**
     * Parses a plan.
     *
     * @param path the path of the file; its name is the year with an extension
     * @param text its content
     * @return the plan; empty if anything in it is wrong, in which case a problem has been reported, because an
     *     incomplete plan would give wrong counts
     */
    public static Optional<HolidayPlan> read(YamlReader yaml, String path, String text, Consumer<Problem> problems) {
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
        Optional<Year> year = name.matches("(19|20|21)\\d{2}") ? Optional.of(Year.parse(name)) : Optional.empty();
        List<Problem> wrong = new ArrayList<>();
        Optional<HolidayPlan> plan = new Binder(path, "E158", wrong::add)
                .converting(Year.class, typed -> year.filter(it -> typed.equals(name))
                        .orElse(null))
                .converting(Days.class, typed -> days(typed, year))
                .group(Written.class, yaml.read(path, text, 1, wrong::add))
                .map(HolidayPlan::of);
        wrong.forEach(problems);
        return plan.filter(it -> wrong.isEmpty());
    }

    private static Days days(String typed, Optional<Year> year) {
        String[] ends = typed.split("\\s*[至~～]\\s*", 2);
        LocalDate from = LocalDate.parse(ends[0]);
        LocalDate to = LocalDate.parse(ends[ends.length - 1]);
        // Bounds the number of days, too.
        return year.isEmpty() || isOf(year.get(), from) && isOf(year.get(), to)
                ? new Days(
                        from.datesUntil(year.isEmpty() ? from : to.plusDays(1)).toList())
                : null;
    }

    private static boolean isOf(Year year, LocalDate day) {
        return day.getYear() == year.getValue()
                || day.getYear() == year.getValue() - 1 && day.getMonth() == Month.DECEMBER;
    }

    private static HolidayPlan of(Written plan) {
        Map<LocalDate, String> off = new HashMap<>();
        plan.off.forEach(holiday -> holiday.days.all.forEach(day -> off.put(day, holiday.name)));
        Set<LocalDate> worked = new HashSet<>();
        for (Holiday holiday : plan.worked) {
            for (LocalDate day : holiday.days.all) {
                if (off.containsKey(day)) {
                    holiday.typed.error("日期", day + " 既写在“休”里，又写在“班”里", "请核对放假通知，只留一处");
                } else if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                    holiday.typed.error("日期", day + " 不是星期六、星期日", "“班”只写调休上班的周末，请核对日期");
                }
                worked.add(day);
            }
        }
        return new HolidayPlan(plan.year.getValue(), off, worked);
    }
}
