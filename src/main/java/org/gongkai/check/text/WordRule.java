package org.gongkai.check.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Words that are always wrong, with the right ones: the list is {@code words.txt}. */
final class WordRule implements LineRule {

    static final String CODE = "W231";

    private final List<Wrong> words;
    private final List<List<Wrong>> byKey = new ArrayList<>();
    private final String keys;

    /** A wrong word, the right one, and the place in it of the character by which it is looked for. */
    private record Wrong(String word, String right, int key) {}

    WordRule() {
        this.words = Phrases.read("words.txt").stream().map(WordRule::parse).toList();
        this.keys = words.stream()
                .map(word -> word.word().substring(word.key(), word.key() + 1))
                .distinct()
                .collect(Collectors.joining());
        for (char key : keys.toCharArray()) {
            byKey.add(words.stream()
                    .filter(word -> word.word().charAt(word.key()) == key)
                    .toList());
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
            int key = keys.indexOf(text.charAt(i));
            if (key < 0) {
                continue;
            }
            for (Wrong wrong : byKey.get(key)) {
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
