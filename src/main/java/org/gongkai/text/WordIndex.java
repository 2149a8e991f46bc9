package org.gongkai.text;

import java.util.BitSet;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds which of many words a text has, in one pass over it. */
public final class WordIndex {

    /** The words by their first characters; null for most characters. */
    private final Word[][] words = new Word[Character.MAX_VALUE + 1][];

    private record Word(String text, BitSet indices) {}

    /** @param words words with the indices of what they stand for */
    public WordIndex(Map<String, BitSet> words) {
        words.entrySet().stream()
                .map(word -> new Word(word.getKey(), word.getValue()))
                .collect(Collectors.groupingBy(word -> word.text().charAt(0)))
                .forEach((first, of) -> this.words[first] = of.toArray(Word[]::new));
    }

    /** Returns the indices of all words that a text has. */
    public BitSet in(String text) {
        BitSet found = new BitSet();
        for (int i = 0; i < text.length(); i++) {
            Word[] candidates = words[text.charAt(i)];
            if (candidates != null) {
                for (Word word : candidates) {
                    if (text.startsWith(word.text(), i)) {
                        found.or(word.indices());
                    }
                }
            }
        }
        return found;
    }
}
