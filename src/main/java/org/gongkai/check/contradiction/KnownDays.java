package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gongkai.check.contradiction.ProseFactReader.Sentence;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.calendar.WorkCalendar.PeriodStart;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Position;

/** What the calendar says of the days of a text: on which one a festival falls, and which are working days. */
record KnownDays(WorkCalendar calendar) {

    private static final Festivals FESTIVALS = Binder.ofResources()
            .converting(MonthDay.class, typed -> MonthDay.parse("--" + typed))
            .group(Festivals.class, Optional.of(new YamlReader().resource(KnownDays.class, "festivals.yml")))
            .orElseThrow();

    /**
     * The days of festivals.
     *
     * @param fixed those of the same day each year, by the beginnings of their names
     * @param moving the others, by their names, for each year
     */
    @Key.Group("")
    record Festivals(@Key("每年同日") Map<String, MonthDay> fixed, @Key("各年") List<Map<String, LocalDate>> moving) {

        /** Returns the day of the festival that a text names. */
        Optional<LocalDate> day(String named, int year) {
            String name = named.replaceFirst("(?<!春)节$", "");
            return moving.stream()
                    .flatMap(days -> Optional.ofNullable(days.get(name)).stream())
                    .filter(day -> day.getYear() == year)
                    .findFirst()
                    .or(() -> fixed.entrySet().stream()
                            .filter(it -> named.contains(it.getKey()))
                            .map(it -> it.getValue().atYear(year))
                            .findFirst());
        }
    }

    /**
     * Adds 正文.节日是 to a sentence with 正文.节名 and 正文.节日, how many days lie between two, and what is no day to work or
     * to rest.
     */
    Sentence completed(Sentence sentence) {
        Map<String, StatedFact> facts = new HashMap<>(sentence.facts());
        StatedFact named = facts.get("正文.节名");
        if (named != null && facts.get("正文.节日").value() instanceof LocalDate day) {
            FESTIVALS
                    .day(named.text(), day.getYear())
                    .ifPresent(is -> facts.put("正文.节日是", new StatedFact("正文.节日是", is, named.at())));
        }
        for (String span : List.of("正文.拟公示", "正文.工日", "正文.隔")) {
            if (facts.containsKey(span + "止")
                    && facts.get(span + "起").value() instanceof LocalDate from
                    && facts.get(span + "止").value() instanceof LocalDate to) {
                Position at = facts.get(span + "起").at();
                OptionalInt working = calendar.count(from, to, PeriodStart.FROM_FIRST_DAY);
                int apart = (int) Math.abs(ChronoUnit.DAYS.between(from, to));
                StatedFact said = facts.get("正文.隔天");
                // 从3月1日干到3月31日，21天: those on which they worked.
                OptionalInt days = said == null || said.text().equals(String.valueOf(working.orElse(-1)))
                        ? working
                        : OptionalInt.of(apart);
                days.ifPresent(it -> HeaderFactReader.put(span + "几日", BigDecimal.valueOf(it), at, facts));
            }
        }
        Map.of("正文.休息日", "正文.上班日", "正文.工作的日", "正文.放假日").forEach((name, of) -> {
            StatedFact said = facts.get(of);
            if (said != null
                    && said.value() instanceof LocalDate day
                    && calendar.isWorkingDay(day).equals(Optional.of(name.equals("正文.工作的日")))) {
                facts.put(name, new StatedFact(name, said.text(), said.at()));
            }
        });
        return new Sentence(sentence.text(), facts);
    }
}
