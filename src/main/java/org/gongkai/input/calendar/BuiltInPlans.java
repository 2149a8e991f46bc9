package org.gongkai.input.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.input.data.YamlReader;

/** The holiday plans that are part of the program, loaded on demand: most sites need two or three. */
final class BuiltInPlans {

    private final YamlReader yaml;
    private final Map<Integer, Optional<HolidayPlan>> read = new ConcurrentHashMap<>();

    BuiltInPlans(YamlReader yaml) {
        this.yaml = yaml;
    }

    Optional<HolidayPlan> of(int year) {
        return read.computeIfAbsent(year, this::load);
    }

    private Optional<HolidayPlan> load(int year) {
        String name = "holidays/" + year + ".yml";
        try (InputStream in = BuiltInPlans.class.getResourceAsStream(name)) {
            if (in == null) {
                return Optional.empty();
            }
            return new HolidayPlanReader(yaml, problem -> {
                        throw new IllegalStateException(problem.text());
                    })
                    .read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
