package org.gongkai.text;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * All sequences of six letters and digits in some texts, by which quotations of these texts are recognized.
 * Punctuation, blanks and emphasis are ignored.
 */
public record Shingles(Set<String> all) {

    private static final int LENGTH = 6;

    /** Returns the sequences of some texts that none of the others contains. */
    public static Shingles of(Collection<String> texts, Collection<String> others) {
        Set<String> all = new TreeSet<>();
        texts.forEach(text -> all.addAll(of(text)));
        others.forEach(text -> all.removeAll(of(text)));
        return new Shingles(all);
    }

    /** Whether a text contains one of them. */
    public boolean areIn(String text) {
        return !all.isEmpty() && of(text).stream().anyMatch(all::contains);
    }

    private static Set<String> of(String text) {
        int[] letters = text.codePoints().filter(Character::isLetterOrDigit).toArray();
        Set<String> found = new TreeSet<>();
        for (int i = 0; i + LENGTH <= letters.length; i++) {
            found.add(new String(letters, i, LENGTH));
        }
        return found;
    }
}
