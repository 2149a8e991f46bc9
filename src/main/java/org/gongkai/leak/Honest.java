package org.gongkai.leak;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.leak.Needles.Needle;

/** Tells which texts are no clues, because something that readers may see says the same. */
final class Honest {

    private final Needles<String> letters;
    private final Needles<String> numbers;
    private final int suspects;
    private final Set<String> excused = ConcurrentHashMap.newKeySet();

    Honest(Collection<Clue> suspects) {
        List<Needle<String>> plain = new ArrayList<>();
        List<Needle<String>> exact = new ArrayList<>();
        for (Clue clue : suspects) {
            if (clue.isExact()) {
                exact.add(new Needle<>(clue.text(), true, clue.text()));
            } else {
                plain.add(new Needle<>(Letters.of(clue.text()), false, clue.text()));
            }
        }
        this.suspects = suspects.size();
        letters = new Needles<>(plain);
        numbers = new Needles<>(exact);
    }

    /** Takes note of a text that readers may see. */
    void read(String text) {
        if (!numbers.isEmpty()) {
            numbers.find(text.getBytes(StandardCharsets.UTF_8), excused::add);
        }
        if (!letters.isEmpty()) {
            letters.find(Letters.of(text).getBytes(StandardCharsets.UTF_8), excused::add);
        }
    }

    /** Whether no suspect is left. */
    boolean isDone() {
        return excused.size() == suspects;
    }

    Set<String> excused() {
        return Set.copyOf(excused);
    }
}
