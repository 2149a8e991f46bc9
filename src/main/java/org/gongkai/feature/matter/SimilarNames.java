package org.gongkai.feature.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Position;
import org.gongkai.problem.Problem;
import org.gongkai.site.Site;

/** Reports names of matters that differ by one character: the steps of one matter would stand on two pages. */
final class SimilarNames {

    /** Matters that differ by these alone are two of a series: 2024年换届, 2025年换届. */
    private static final Pattern NUMERALS = Pattern.compile("[0-9一二三四五六七八九十]");

    private SimilarNames() {}

    static void check(Site site, Consumer<Problem> problems) {
        Map<String, List<Matter.Place>> places = new LinkedHashMap<>();
        site.items().forEach(item -> Matter.places(item.entry())
                .forEach(place -> places.computeIfAbsent(place.name(), name -> new ArrayList<>())
                        .add(place)));
        // Two texts are one character apart only if they are the same without one character each.
        Map<String, String> shortened = new HashMap<>();
        places.forEach((name, of) -> {
            shortened.putIfAbsent(name, name);
            for (int i = 0; i < name.length(); i++) {
                String other = shortened.putIfAbsent(name.substring(0, i) + name.substring(i + 1), name);
                if (other == null) {
                    other = shortened.get(name);
                }
                if (!isOfSeries(other, name)) {
                    boolean isRarer = of.size() <= places.get(other).size();
                    report(isRarer ? of.get(0) : places.get(other).get(0), isRarer ? other : name, problems);
                    break;
                }
            }
        });
    }

    private static boolean isOfSeries(String one, String other) {
        return NUMERALS.matcher(one)
                .replaceAll("")
                .equals(NUMERALS.matcher(other).replaceAll(""));
    }

    private static void report(Matter.Place place, String other, Consumer<Problem> problems) {
        Position at = place.at();
        problems.accept(Problem.warning(
                "W184",
                place.path(),
                at,
                CommonField.MATTER.label() + "“" + place.name() + "”和另一条写的“" + other + "”只差一个字",
                "是同一件事的，请写得一字不差；不是的，请把名称写得分明些"));
    }
}
