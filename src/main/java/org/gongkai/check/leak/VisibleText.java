package org.gongkai.check.leak;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.check.leak.MultiPatternSearcher.Keyword;

/** Determines which suspected texts also occur in visible content. */
final class VisibleText {

    private final MultiPatternSearcher<String> letters;
    private final MultiPatternSearcher<String> numbers;
    private final int suspects;
    private final Set<String> excused = ConcurrentHashMap.newKeySet();

    VisibleText(Collection<SensitiveText> suspects) {
        List<Keyword<String>> plain = new ArrayList<>();
        List<Keyword<String>> exact = new ArrayList<>();
        for (SensitiveText suspect : suspects) {
            if (suspect.isExact()) {
                exact.add(new Keyword<>(suspect.text(), true, suspect.text()));
            } else {
                plain.add(new Keyword<>(LetterText.of(suspect.text()), false, suspect.text()));
            }
        }
        this.suspects = suspects.size();
        letters = new MultiPatternSearcher<>(plain);
        numbers = new MultiPatternSearcher<>(exact);
    }

    /** Searches a visible text. */
    void read(String text) {
        if (!numbers.isEmpty()) {
            numbers.find(text.getBytes(StandardCharsets.UTF_8), excused::add);
        }
        if (!letters.isEmpty()) {
            letters.find(LetterText.of(text).getBytes(StandardCharsets.UTF_8), excused::add);
        }
    }

    /** Returns true if no suspect is left. */
    boolean isDone() {
        return excused.size() == suspects;
    }

    Set<String> excused() {
        return Set.copyOf(excused);
    }

    /** The letters and digits of a text, which do not change by emphasis, folding or line breaks. */
    static final class LetterText {

        private LetterText() {}

        static String of(String text) {
            StringBuilder letters = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                    letters.append(c);
                }
            }
            return letters.toString();
        }
    }
}
