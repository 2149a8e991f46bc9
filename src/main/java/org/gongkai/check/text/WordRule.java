package org.gongkai.check.text;

import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.io.TextResource;

/**
 * Reports misspelled words with their corrections. The list {@code misspellings.txt} contains for each word
 * the expressions in which the same characters are correct.
 */
public final class WordRule implements LineRule {

    static final String CODE = "W231";

    private final String keys;

    /** The words by the character that triggers them; null for most characters. */
    private final Wrong[][] byKey = new Wrong[Character.MAX_VALUE + 1][];

    /**
     * A wrong word, its possible corrections, the index of its trigger character, and the expressions in which it is
     * correct.
     */
    private record Wrong(String word, String right, int key, List<String> rightIn) {

        boolean standsAt(String text, int at) {
            return text.startsWith(word, at)
                    && rightIn.stream().noneMatch(other -> text.startsWith(other, at - other.indexOf(word)));
        }
    }

    public WordRule() {
        List<Wrong> words = TextResource.list(WordRule.class, "misspellings.txt").stream()
                .map(WordRule::parse)
                .toList();
        this.keys = words.stream()
                .map(word -> word.word().substring(word.key(), word.key() + 1))
                .distinct()
                .collect(Collectors.joining());
        for (char key : keys.toCharArray()) {
            byKey[key] = words.stream()
                    .filter(word -> word.word().charAt(word.key()) == key)
                    .toArray(Wrong[]::new);
        }
    }

    /** Parses {@code 查[帐] 查账 查帐篷}; brackets enclose the rarest character, slashes separate corrections. */
    private static Wrong parse(String line) {
        String[] parts = line.split("\\s+");
        int key = parts[0].indexOf('[');
        String word = parts[0].replace("[", "").replace("]", "");
        return new Wrong(word, parts[1], Math.max(key, 0), List.of(parts).subList(2, parts.length));
    }

    /** See {@link TextCheck.Candidate}. */
    public String triggers() {
        return keys;
    }

    @Override
    public void check(TextLine line, RuleReport report) {
        String text = line.text();
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            Wrong[] candidates = byKey[chars[i]];
            if (candidates == null) {
                continue;
            }
            for (Wrong wrong : candidates) {
                if (wrong.standsAt(text, i - wrong.key())) {
                    String where = line.isHeader() ? "“" + line.field() + "”里的" : "";
                    report.warning(
                            CODE,
                            line,
                            i - wrong.key(),
                            where + "“" + wrong.word() + "”写错了",
                            "请改成“" + wrong.right().replace("/", "”或者“") + "”");
                }
            }
        }
    }
}
