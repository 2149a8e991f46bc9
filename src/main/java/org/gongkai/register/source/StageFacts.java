package org.gongkai.register.source;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.site.Item;
import org.gongkai.text.DateText;

/**
 * A stage in what happens to a person. {@code 上一阶段.a} is what the stage before it says under the path a, {@code
 * 上一阶段.天数} how many days lie between the first days of both notices.
 */
record StageFacts(Facts stage, Optional<Facts> previous) implements Facts {

    /** What paths to the stage before begin with. */
    static final String PREVIOUS = "上一阶段.";

    /** Returns the same rows, each knowing the stage before it if the titles of both name the same person. */
    static List<Facts> of(List<Facts> rows) {
        Map<String, Facts> last = new HashMap<>();
        // By identity: comparing what rows know would compare whole entries.
        Map<Facts, Facts> previous = new IdentityHashMap<>();
        List<Facts> inTime = new ArrayList<>(rows);
        inTime.sort(Comparator.comparing(row -> day(row).orElse(LocalDate.MAX)));
        for (Facts row : inTime) {
            String person = row.text("标题.同志");
            if (!person.isEmpty()) {
                Facts before = last.put(person, row);
                if (before != null) {
                    previous.put(row, before);
                }
            }
        }
        return rows.stream()
                .<Facts>map(row -> new StageFacts(row, Optional.ofNullable(previous.get(row))))
                .toList();
    }

    @Override
    public List<String> at(String path) {
        if (!path.startsWith(PREVIOUS)) {
            return stage.at(path);
        }
        if (path.equals(PREVIOUS + "天数")) {
            return previous.flatMap(StageFacts::day).stream()
                    .flatMap(from -> day(stage).map(to -> ChronoUnit.DAYS.between(from, to)).stream())
                    .map(String::valueOf)
                    .toList();
        }
        return previous.map(before -> before.at(path.substring(PREVIOUS.length())))
                .orElse(List.of());
    }

    @Override
    public List<String> counted(String path) {
        return path.startsWith(PREVIOUS) ? at(path) : stage.counted(path);
    }

    @Override
    public List<Item> entries() {
        return stage.entries();
    }

    private static Optional<LocalDate> day(Facts facts) {
        return DateText.day(facts.text("公示.起"));
    }
}
