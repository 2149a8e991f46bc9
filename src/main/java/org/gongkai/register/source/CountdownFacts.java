package org.gongkai.register.source;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gongkai.site.Item;
import org.gongkai.text.DateText;

/** {@code 距今.a} is the number of days from the day of the site to the day under a; nothing once that day has passed. */
record CountdownFacts(Facts facts, LocalDate asOf) implements Facts {

    private static final String COUNTDOWN = "距今.";

    @Override
    public List<String> at(String path) {
        return !path.startsWith(COUNTDOWN)
                ? facts.at(path)
                : DateText.parse(facts.text(path.substring(COUNTDOWN.length()))).stream()
                        .map(time -> ChronoUnit.DAYS.between(asOf, time.toLocalDate()))
                        .filter(days -> days >= 0)
                        .map(String::valueOf)
                        .toList();
    }

    @Override
    public List<String> counted(String path) {
        return path.startsWith(COUNTDOWN) ? at(path) : facts.counted(path);
    }

    @Override
    public List<Item> entries() {
        return facts.entries();
    }
}
