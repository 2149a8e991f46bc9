package org.gongkai.leak;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.leak.Needles.Needle;

/** Tells which clues are none, because something that readers may see says the same. */
final class Honest {

    private final Needles<Clue> letters;
    private final Needles<Clue> numbers;
    private final Set<Clue> excused = Collections.synchronizedSet(new HashSet<>());

    Honest(Collection<Clue> suspects) {
        List<Needle<Clue>> plain = new ArrayList<>();
        List<Needle<Clue>> exact = new ArrayList<>();
        for (Clue clue : suspects) {
            if (clue.isExact()) {
                exact.add(new Needle<>(clue.text(), true, clue));
            } else {
                plain.add(new Needle<>(Letters.of(clue.text()), false, clue));
            }
        }
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

    Set<Clue> excused() {
        return Set.copyOf(excused);
    }
}
