package org.gongkai.input.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Problem;

/** Parses a holiday plan and reports what is wrong in it. */
public final class HolidayPlanReader {

    /** The folder of a site's own plans, with one file per year: {@code 2027.yml}. */
    public static final String FOLDER = "content/_data/holidays/";

    private static final String SHAPE =
            "例如 年: 2020，休: [{名称: 元旦, 日期: 2020-01-01}, {名称: 劳动节, 日期: 2020-05-01 至 2020-05-05}]，班: [2020-04-26]";

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
        Value value = yaml.read(path, text, 1, problems).orElse(null);
        if (value == null) {
            return Optional.empty();
        }
        return new Reading(path).plan(value);
    }

    /** The state of parsing one file. */
    private final class Reading {
        private final String path;
        private final Map<LocalDate, String> off = new HashMap<>();
        private final Set<LocalDate> worked = new HashSet<>();
        private boolean wrong;

        Reading(String path) {
            this.path = path;
        }

        Optional<HolidayPlan> plan(Value value) {
            if (!(value instanceof Value.Fields group)) {
                error(value, "放假安排应写年、休、班三个字段", SHAPE);
                return Optional.empty();
            }
            known(group, List.of("年", "year", "休", "off", "班", "worked"));
            FieldReader fields = new FieldReader(group);
            int year = year(group, fields);
            items(fields, "休", "off").forEach(item -> off(item, year));
            items(fields, "班", "worked").forEach(item -> worked(item, year));
            return wrong ? Optional.empty() : Optional.of(new HolidayPlan(year, off, worked));
        }

        private int year(Value.Fields group, FieldReader fields) {
            String file = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
            String year = fields.text("年", "year").orElse("");
            if (!year.matches("(19|20|21)\\d{2}") || !year.equals(file)) {
                error(
                        fields.value("年", "year").orElse(group),
                        year.isEmpty() ? "没有写年" : "年“" + year + "”与文件名“" + file + "”不一致",
                        "文件名和“年”写同一个四位年份，如 2020.yml 里写 年: 2020");
                return -1;
            }
            return Integer.parseInt(year);
        }

        private List<Value> items(FieldReader fields, String... names) {
            Value value = fields.value(names).orElse(null);
            if (value == null || value instanceof Value.Text text && text.isBlank()) {
                return List.of();
            }
            if (value instanceof Value.Items items) {
                return items.items();
            }
            error(value, "“" + names[0] + "”应是一个列表", SHAPE);
            return List.of();
        }

        private void off(Value item, int year) {
            if (!(item instanceof Value.Fields group)) {
                range(item, year).forEach(day -> off.put(day, ""));
                return;
            }
            known(group, List.of("名称", "name", "日期", "date"));
            FieldReader fields = new FieldReader(group);
            Value date = fields.value("日期", "date").orElse(group);
            String name = fields.text("名称", "name").orElse("");
            range(date, year).forEach(day -> off.put(day, name));
        }

        private void worked(Value item, int year) {
            for (LocalDate day : range(item, year)) {
                if (off.containsKey(day)) {
                    error(item, day + " 既写在“休”里，又写在“班”里", "请核对放假通知，只留一处");
                } else if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                    error(item, day + " 不是星期六、星期日", "“班”只写调休上班的周末，请核对日期");
                }
                worked.add(day);
            }
        }

        /** Parses {@code 2020-05-01} or {@code 2020-05-01 至 2020-05-05}. */
        private List<LocalDate> range(Value value, int year) {
            String typed = value instanceof Value.Text text ? text.text().strip() : "";
            String[] ends = typed.split("\\s*[至~～]\\s*", -1);
            try {
                LocalDate from = LocalDate.parse(ends[0]);
                LocalDate to = LocalDate.parse(ends[ends.length - 1]);
                if (ends.length > 2 || to.isBefore(from)) {
                    error(value, "起止日期“" + typed + "”前后颠倒", "请写成 2020-05-01 至 2020-05-05");
                } else if (year > 0 && (isOutside(from, year) || isOutside(to, year))) {
                    error(value, "日期“" + typed + "”不在" + year + "年", "一年的安排只写当年的日子，和上年12月为它调休的日子");
                } else {
                    return from.datesUntil(to.plusDays(1)).toList();
                }
            } catch (DateTimeException e) {
                error(value, "“" + typed + "”不是有效日期", "请写成 2020-05-01，连续几天写成 2020-05-01 至 2020-05-05");
            }
            return List.of();
        }

        private static boolean isOutside(LocalDate day, int year) {
            boolean decemberBefore = day.getYear() == year - 1 && day.getMonth() == Month.DECEMBER;
            return day.getYear() != year && !decemberBefore;
        }

        private void known(Value.Fields group, List<String> names) {
            for (Value.Field field : group.fields()) {
                String typed = field.key().text();
                if (!names.contains(typed.toLowerCase(Locale.ROOT))) {
                    error(field.key(), "不认识的字段“" + typed + "”", "可以写：" + String.join("、", names));
                }
            }
        }

        private void error(Value at, String message, String hint) {
            wrong = true;
            problems.accept(Problem.error("E158", path, at, message, hint));
        }
    }
}
