package org.gongkai.check.contradiction;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.gongkai.check.contradiction.ProseFactReader.Sentence;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.YamlReader;

/** What the calendar says of the days of a text: on which one a festival falls, and which are no working days. */
record KnownDays(WorkCalendar calendar) {

    /** Festivals of a fixed day, by the beginning of their names. */
    private static final Map<String, MonthDay> FIXED = Map.ofEntries(
            Map.entry("元旦", MonthDay.of(1, 1)),
            Map.entry("妇女节", MonthDay.of(3, 8)),
            Map.entry("植树节", MonthDay.of(3, 12)),
            Map.entry("国家安全教育日", MonthDay.of(4, 15)),
            Map.entry("劳动节", MonthDay.of(5, 1)),
            Map.entry("青年节", MonthDay.of(5, 4)),
            Map.entry("儿童节", MonthDay.of(6, 1)),
            Map.entry("建军节", MonthDay.of(8, 1)),
            Map.entry("教师节", MonthDay.of(9, 10)),
            Map.entry("烈士纪念日", MonthDay.of(9, 30)),
            Map.entry("国庆", MonthDay.of(10, 1)),
            Map.entry("宪法日", MonthDay.of(12, 4)),
            Map.entry("公祭日", MonthDay.of(12, 13)));

    /** How many days after 春节 they are. */
    private static final Map<String, Integer> OF_SPRING = Map.of("除夕", -1, "元宵", 14);

    private static final Map<String, LocalDate> LUNAR = lunar();

    /** The festivals of one year. */
    @Key.Group("例如：{春节: 2026-02-17, 清明: 2026-04-05, ……}")
    record Year(
            @Key(value = "春节 spring", required = true) LocalDate spring,
            @Key(value = "清明 graves", required = true) LocalDate graves,
            @Key(value = "端午 boats", required = true) LocalDate boats,
            @Key(value = "中秋 moon", required = true) LocalDate moon,
            @Key(value = "重阳 aged", required = true) LocalDate aged) {}

    private static Map<String, LocalDate> lunar() {
        Map<String, LocalDate> lunar = new HashMap<>();
        BiConsumer<String, LocalDate> put = (name, day) -> lunar.put(name + day.getYear(), day);
        Binder.ofResources()
                .groups(Year.class, Optional.of(new YamlReader().resource(KnownDays.class, "festivals.yml")))
                .forEach(year -> {
                    put.accept("春节", year.spring());
                    put.accept("清明", year.graves());
                    put.accept("端午", year.boats());
                    put.accept("中秋", year.moon());
                    put.accept("重阳", year.aged());
                    OF_SPRING.forEach(
                            (name, days) -> put.accept(name, year.spring().plusDays(days)));
                });
        return lunar;
    }

    /** Adds 正文.节日是 to a sentence with 正文.节名 and 正文.节日, and 正文.休息日 to one that says that it is worked. */
    Sentence completed(Sentence sentence) {
        Map<String, StatedFact> facts = new HashMap<>(sentence.facts());
        StatedFact named = facts.get("正文.节名");
        if (named != null && facts.get("正文.节日").value() instanceof LocalDate day) {
            String name = named.text().replaceFirst("(?<!春)节$", "");
            Optional.ofNullable(LUNAR.get(name + day.getYear()))
                    .or(() -> FIXED.entrySet().stream()
                            .filter(it -> named.text().contains(it.getKey()))
                            .map(it -> it.getValue().atYear(day.getYear()))
                            .findFirst())
                    .ifPresent(is -> facts.put("正文.节日是", new StatedFact("正文.节日是", is, named.at())));
        }
        StatedFact worked = facts.get("正文.上班日");
        if (worked != null
                && worked.value() instanceof LocalDate day
                && calendar.isWorkingDay(day).equals(Optional.of(false))) {
            facts.put("正文.休息日", new StatedFact("正文.休息日", worked.text(), worked.at()));
        }
        return new Sentence(sentence.text(), facts);
    }
}
