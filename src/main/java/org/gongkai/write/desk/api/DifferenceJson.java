package org.gongkai.write.desk.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.write.desk.text.LineDifference;
import org.gongkai.write.desk.text.SidesOfText;

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

    static List<Object> of(SidesOfText sides) {
        return sides.passages().stream()
                .<Object>map(passage ->
                        Map.of("kind", passage.kind().name(), "ours", passage.ours(), "theirs", passage.theirs()))
                .toList();
    }

    private static String name(LineDifference.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
