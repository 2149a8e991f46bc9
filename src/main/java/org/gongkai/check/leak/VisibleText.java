package org.gongkai.check.leak;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.check.leak.MultiPatternSearcher.Needle;

/** Tells which texts are no clues, because something that readers may see says the same. */
final class VisibleText {

    private final MultiPatternSearcher<String> letters;
    private final MultiPatternSearcher<String> numbers;
    private final int suspects;
    private final Set<String> excused = ConcurrentHashMap.newKeySet();

    VisibleText(Collection<SensitiveText> suspects) {
        List<Needle<String>> plain = new ArrayList<>();
        List<Needle<String>> exact = new ArrayList<>();
        for (SensitiveText clue : suspects) {
            if (clue.isExact()) {
                exact.add(new Needle<>(clue.text(), true, clue.text()));
            } else {
                plain.add(new Needle<>(LetterText.of(clue.text()), false, clue.text()));
            }
        }
        this.suspects = suspects.size();
        letters = new MultiPatternSearcher<>(plain);
        numbers = new MultiPatternSearcher<>(exact);
    }

    /** Takes note of a text that readers may see. */
    void read(String text) {
        if (!numbers.isEmpty()) {
            numbers.find(text.getBytes(StandardCharsets.UTF_8), excused::add);
        }
        if (!letters.isEmpty()) {
            letters.find(LetterText.of(text).getBytes(StandardCharsets.UTF_8), excused::add);
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
