package org.gongkai.register.source;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.site.Item;
import org.gongkai.text.Period;

/** The day of what an entry reports: of a meeting or an activity, or the last of a period. */
public final class EventDay {

    private static final List<String> PATHS = List.of("会议.时间", "学习时间", "活动日期", "大会日期", "期间", "标题.期间", "成文日期");

    private EventDay() {}

    /** Returns the day; empty if the header says none that was before the publication. */
    public static Optional<LocalDate> of(Item item) {
        EntryFacts facts = new EntryFacts(item, List.of(), List.of());
        LocalDate published = item.entry().dates().published().toLocalDate();
        return PATHS.stream()
                .flatMap(path -> Period.parse(facts.text(path), published.getYear()).stream())
                .map(Period::to)
                .filter(day -> !day.isAfter(published))
                .findFirst();
    }
}
