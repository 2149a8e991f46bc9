package org.gongkai.check.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.io.TextResource;
import org.gongkai.text.Characters;

/**
 * Reports misspelled words with their corrections, and words that stand twice: 支部支部, but not 研究研究 and 一项一项. The list
 * {@code misspellings.txt} contains for each word the expressions in which the same characters are correct.
 */
public final class WordRule implements LineRule {

    static final String CODE = "W231";

    private static final int LONGEST = 8;

    private static final Pattern ONE_BY_ONE = Pattern.compile("[一两几每某逐]");

    private final String keys;

    /** What is said twice on purpose, or with what one word may end and the next begin. */
    private final List<String> twice = TextResource.list(WordRule.class, "repeated.txt");

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

    /** See {@link TextCheck.Candidate}; any character may stand twice. */
    public String triggers() {
        return keys;
    }

    @Override
    public void check(CheckedText checked, long mark, RuleReport report) {
        LineRule.super.check(checked, mark, report);
        checked.header().forEach(line -> repeated(line, report));
        checked.body().forEach(line -> repeated(line, report));
    }

    private void repeated(TextLine line, RuleReport report) {
        String text = line.text();
        for (int i = 2; i < text.length() - 1; i++) {
            for (int size = 2; size <= Math.min(LONGEST, Math.min(i, text.length() - i)); size++) {
                if (text.charAt(i) == text.charAt(i - size) && text.regionMatches(i, text, i - size, size)) {
                    String word = text.substring(i, i + size);
                    if (isSlip(word)) {
                        report.add(CODE, line, i, "“" + word + "”连着写了两遍", "请删去一遍");
                    }
                }
            }
        }
    }

    private boolean isSlip(String word) {
        return Characters.end(word, 0, Characters::isHan) == word.length()
                && word.charAt(0) != word.charAt(1)
                && (word.length() > 3 || !ONE_BY_ONE.matcher(word).find() && !twice.contains(word));
    }

    @Override
    public void check(TextLine line, RuleReport report) {
        String text = line.text();
        for (int i = 0; i < text.length(); i++) {
            Wrong[] candidates = byKey[text.charAt(i)];
            for (int j = 0; candidates != null && j < candidates.length; j++) {
                Wrong wrong = candidates[j];
                if (wrong.standsAt(text, i - wrong.key())) {
                    String where = line.isHeader() ? "“" + line.field() + "”里的" : "";
                    report.add(
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
