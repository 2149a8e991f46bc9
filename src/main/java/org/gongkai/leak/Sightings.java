package org.gongkai.leak;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.leak.Needles.Needle;

/** Which clues stand in which files. Safe for many threads. */
final class Sightings {

    private final Needles<Clue> needles;
    private final Map<Clue, Seen> seen = new ConcurrentHashMap<>();

    /**
     * Where a clue was seen.
     *
     * @param first address of the first of the files by name
     * @param files how many they are
     */
    record Seen(String first, int files) {}

    Sightings(List<Clue> clues) {
        List<Needle<Clue>> all = new ArrayList<>();
        for (Clue clue : clues) {
            all.add(new Needle<>(clue.text(), clue.isExact(), clue));
            String encoded =
                    URLEncoder.encode(clue.text(), StandardCharsets.UTF_8).replace("+", "%20");
            if (!encoded.equals(clue.text()) && clue.kind() != Clue.Kind.WORDS) {
                all.add(new Needle<>(encoded, clue.isExact(), clue));
            }
        }
        needles = new Needles<>(all);
    }

    /** Looks into a file. */
    void look(String address, byte[] content) {
        Set<Clue> here = new HashSet<>();
        needles.find(content, here::add);
        here.forEach(clue -> seen.merge(
                clue,
                new Seen(address, 1),
                (one, other) -> new Seen(
                        one.first().compareTo(other.first()) < 0 ? one.first() : other.first(),
                        one.files() + other.files())));
    }

    /** The clues that stand in a text that is no file. */
    Set<Clue> in(String text) {
        Set<Clue> here = new HashSet<>();
        needles.find(text.getBytes(StandardCharsets.UTF_8), here::add);
        return here;
    }

    Map<Clue, Seen> all() {
        return Map.copyOf(seen);
    }

    /** The clues that were seen, in the order of their entries. */
    List<Clue> sorted() {
        return seen.keySet().stream()
                .sorted(Comparator.comparing((Clue clue) -> clue.entry().path())
                        .thenComparing(Clue::kind)
                        .thenComparing(Clue::text))
                .toList();
    }
}
