package org.gongkai.text;

import java.util.BitSet;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds which of many words a text has, in one pass over it. */
public final class WordIndex {

    /** The words by their first two characters, or their only one; few places have any. */
    private final Word[][] words = new Word[Character.MAX_VALUE + 1][];

    private record Word(String text, BitSet indices) {}

    /** @param words words with the indices of what they stand for */
    public WordIndex(Map<String, BitSet> words) {
        words.entrySet().stream()
                .map(word -> new Word(word.getKey(), word.getValue()))
                .collect(Collectors.groupingBy(word -> place(
                        word.text().charAt(0),
                        word.text().length() > 1 ? word.text().charAt(1) : 0)))
                .forEach((place, of) -> this.words[place] = of.toArray(Word[]::new));
    }

    /** Pairs may share a place. */
    private static int place(char first, int second) {
        return (char) (first * 31 + second);
    }

    /** Returns the indices of all words that a text has. */
    public BitSet in(String text) {
        BitSet found = new BitSet();
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (i + 1 < chars.length) {
                find(words[place(chars[i], chars[i + 1])], text, i, found);
            }
            find(words[place(chars[i], 0)], text, i, found);
        }
        return found;
    }

    private static void find(Word[] candidates, String text, int at, BitSet found) {
        if (candidates != null) {
            for (Word word : candidates) {
                if (text.startsWith(word.text(), at)) {
                    found.or(word.indices());
                }
            }
        }
    }
}
