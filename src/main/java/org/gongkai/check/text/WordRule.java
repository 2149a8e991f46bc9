package org.gongkai.check.text;

import java.util.List;
import java.util.stream.Collectors;

/** Words that are always wrong, with the right ones: the list is {@code words.txt}. */
final class WordRule implements LineRule {

    static final String CODE = "W231";

    private final String keys;

    /** For every character the words that are looked for by it; null for nearly all. */
    private final Wrong[][] byKey = new Wrong[Character.MAX_VALUE + 1][];

    /** A wrong word, the right one, and the place in it of the character by which it is looked for. */
    private record Wrong(String word, String right, int key) {}

    WordRule() {
        List<Wrong> words =
                Phrases.read("words.txt").stream().map(WordRule::parse).toList();
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

    /** {@code 台[帐] 台账}: brackets mark the rarest character. */
    private static Wrong parse(String line) {
        String[] parts = line.split("\\s+");
        int key = parts[0].indexOf('[');
        return new Wrong(parts[0].replace("[", "").replace("]", ""), parts[1], Math.max(key, 0));
    }

    @Override
    public String triggers() {
        return keys;
    }

    @Override
    public void check(Line line, Report report) {
        String text = line.text();
        for (int i = 0; i < text.length(); i++) {
            Wrong[] candidates = byKey[text.charAt(i)];
            if (candidates == null) {
                continue;
            }
            for (Wrong wrong : candidates) {
                if (text.startsWith(wrong.word(), i - wrong.key())) {
                    String where = line.isHeader() ? "“" + line.field() + "”里的" : "";
                    report.warning(
                            CODE,
                            line,
                            i - wrong.key(),
                            where + "“" + wrong.word() + "”写错了",
                            "请改成“" + wrong.right() + "”");
                }
            }
        }
    }
}
