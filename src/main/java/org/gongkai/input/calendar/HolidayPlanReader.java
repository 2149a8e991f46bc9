package org.gongkai.input.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.GroupReader;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Problem;

/** Parses a holiday plan and reports what is wrong in it. */
public final class HolidayPlanReader {

    /** The folder of a site's own plans, with one file per year: {@code 2027.yml}. */
    public static final String FOLDER = "content/_data/holidays/";

    private static final String SHAPE =
            "例如 年: 2020，休: [{名称: 元旦, 日期: 2020-01-01}, {名称: 劳动节, 日期: 2020-05-01 至 2020-05-05}]，班: [2020-04-26]";
    private static final String YEAR = "文件名和“年”写同一个四位年份，如 2020.yml 里写 年: 2020";
    private static final String DAYS = "请写成 2020-05-01，连续几天写成 2020-05-01 至 2020-05-05；只写当年的日子，和上年12月为它调休的日子";

    private final YamlReader yaml;
    private final Consumer<Problem> problems;

    public HolidayPlanReader(YamlReader yaml, Consumer<Problem> problems) {
        this.yaml = yaml;
        this.problems = problems;
    }

    /**
     * Parses a plan.
     *
     * @param path the path of the file; its name is the year with an extension
     * @param text its content
     * @return the plan; empty if anything in it is wrong, in which case a problem has been reported, because an
     *     incomplete plan would give wrong counts
     */
    public Optional<HolidayPlan> read(String path, String text) {
        List<Problem> wrong = new ArrayList<>();
        DataFile file = new DataFile(path, wrong::add);
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
        Optional<HolidayPlan> plan =
                file.group("这个文件", file.content(yaml, Optional.of(text)), "E158", SHAPE, fields -> plan(fields, name));
        wrong.forEach(problems);
        return plan.filter(it -> wrong.isEmpty());
    }

    private static HolidayPlan plan(GroupReader fields, String file) {
        boolean isYear = file.matches("(19|20|21)\\d{2}");
        int year = fields.parsed("年 year", YEAR, typed -> isYear && typed.equals(file) ? Integer.valueOf(file) : null)
                .orElse(-1);
        fields.need("年 year");
        Map<LocalDate, String> off = new HashMap<>();
        fields.groups("休 off", SHAPE, "日期", it -> days(it, year, day -> off.put(day, it.string("名称 name"))));
        Set<LocalDate> worked = new HashSet<>();
        fields.groups(
                "班 worked",
                SHAPE,
                "日期",
                it -> days(it, year, day -> {
                    if (off.containsKey(day)) {
                        it.error("日期 date", day + " 既写在“休”里，又写在“班”里", "请核对放假通知，只留一处");
                    } else if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                        it.error("日期 date", day + " 不是星期六、星期日", "“班”只写调休上班的周末，请核对日期");
                    }
                    worked.add(day);
                }));
        return new HolidayPlan(year, off, worked);
    }

    /** Passes on each day of {@code 2020-05-01} or {@code 2020-05-01 至 2020-05-05}. */
    private static boolean days(GroupReader fields, int year, Consumer<LocalDate> days) {
        fields.need("日期 date");
        fields.parsed("日期 date", DAYS, typed -> {
                    String[] ends = typed.split("\\s*[至~～]\\s*", 2);
                    LocalDate from = LocalDate.parse(ends[0]);
                    LocalDate to = LocalDate.parse(ends[ends.length - 1]);
                    boolean isWithin = year < 0 || isOf(year, from) && isOf(year, to) && !to.isBefore(from);
                    return isWithin ? from.datesUntil(year < 0 ? from : to.plusDays(1)) : null;
                })
                .ifPresent(all -> all.forEach(days));
        return true;
    }

    private static boolean isOf(int year, LocalDate day) {
        return day.getYear() == year || day.getYear() == year - 1 && day.getMonth() == Month.DECEMBER;
    }
}
