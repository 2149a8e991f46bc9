package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.check.contradiction.ProseFactReader.Sentence;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.calendar.WorkCalendar.PeriodStart;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;

/** What the calendar says of the days of a text: on which one a festival falls, and which are working days. */
record KnownDays(WorkCalendar calendar) {

    /** The days of festivals: behind the name of one that is not always on the same day, of which year it is. */
    private static final Map<String, String> FESTIVALS = festivals();

    private static Map<String, String> festivals() {
        Map<String, String> days = new HashMap<>();
        for (Value year : ((Value.Items) new YamlReader().resource(KnownDays.class, "festivals.yml")).items()) {
            ((Value.Fields) year).fields().forEach(it -> {
                String day = ((Value.Text) it.value()).text();
                days.put(it.key().text() + day.replaceFirst("-.*", ""), day);
            });
        }
        return days;
    }

    /** Adds 正文.节日是 to a sentence with 正文.节名 and 正文.节日, and what is no day to work or to rest. */
    Sentence completed(Sentence sentence) {
        Map<String, StatedFact> facts = new HashMap<>(sentence.facts());
        StatedFact named = facts.get("正文.节名");
        if (named != null && facts.get("正文.节日").value() instanceof LocalDate day) {
            String name = named.text().replaceFirst("(?<!春)节$", "");
            Optional.ofNullable(FESTIVALS.get(name + day.getYear()))
                    .or(() -> FESTIVALS.entrySet().stream()
                            .filter(it -> it.getValue().startsWith("-")
                                    && named.text().contains(it.getKey()))
                            .map(it -> day.getYear() + it.getValue())
                            .findFirst())
                    .map(LocalDate::parse)
                    .ifPresent(is -> facts.put("正文.节日是", new StatedFact("正文.节日是", is, named.at())));
        }
        if (facts.containsKey("正文.拟公示止")
                && facts.get("正文.拟公示起").value() instanceof LocalDate from
                && facts.get("正文.拟公示止").value() instanceof LocalDate to) {
            calendar.count(from, to, PeriodStart.FROM_FIRST_DAY)
                    .ifPresent(days -> facts.put(
                            "正文.拟公示几日",
                            new StatedFact(
                                    "正文.拟公示几日",
                                    BigDecimal.valueOf(days),
                                    facts.get("正文.拟公示起").at())));
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
