package org.gongkai.write.desk.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.write.desk.text.LineDifference;

/** Differences as pages show them. */
final class DifferenceJson {

    private DifferenceJson() {}

    static List<Object> of(LineDifference difference) {
        return difference.lines().stream()
                .<Object>map(line -> Map.of(
                        "kind",
                        name(line.kind()),
                        "runs",
                        line.parts().stream()
                                .<Object>map(part -> Map.of("kind", name(part.kind()), "text", part.text()))
                                .toList()))
                .toList();
    }

    private static String name(LineDifference.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
