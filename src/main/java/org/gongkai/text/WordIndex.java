package org.gongkai.text;

import java.util.BitSet;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds which of many words a text has, in one pass over it. */
public final class WordIndex {

    /** The words by their first characters; null for most characters. */
    private final Word[][] words = new Word[Character.MAX_VALUE + 1][];

    /** @param second its second character, which rules out most words; 0 if there is none */
    private record Word(String text, char second, BitSet indices) {}

    /** @param words words with the indices of what they stand for */
    public WordIndex(Map<String, BitSet> words) {
        words.entrySet().stream()
                .map(word -> new Word(
                        word.getKey(),
                        word.getKey().length() > 1 ? word.getKey().charAt(1) : 0,
                        word.getValue()))
                .collect(Collectors.groupingBy(word -> word.text().charAt(0)))
                .forEach((first, of) -> this.words[first] = of.toArray(Word[]::new));
    }

    /** Returns the indices of all words that a text has. */
    public BitSet in(String text) {
        BitSet found = new BitSet();
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            Word[] candidates = words[chars[i]];
            if (candidates != null) {
                char next = i + 1 < chars.length ? chars[i + 1] : 0;
                for (Word word : candidates) {
                    if ((word.second() == next || word.second() == 0) && text.startsWith(word.text(), i)) {
                        found.or(word.indices());
                    }
                }
            }
        }
        return found;
    }
}
