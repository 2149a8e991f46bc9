package org.gongkai.history.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.history.diff.Alignment.Sequence;
import org.gongkai.history.diff.Alignment.StepBudget;
import org.gongkai.history.diff.MarkUnits.Token;
import org.gongkai.history.diff.TextDiff.TokenRun.Kind;

/** Compares the words of one passage; yields runs of tokens in display order. */
public final class TextDiff {
    /** Passages of which a greater part changed are shown as a deletion and an insertion. */
    private static final double WHOLE = 0.6;

    /** Cost of a boundary of a mark: two unchanged Chinese characters between changes do not outweigh it, three do. */
    private static final int EDGE = 5;

    private static final String OPENING = "《“‘（(〔【「『[<";

    private TextDiff() {}

    /** Marks individual changes, or the whole passage if most of it changed. */
    public static List<TokenRun> of(List<Token> before, List<Token> now, StepBudget budget) {
        List<TokenRun> runs = fine(before, now, budget);
        int[] none = new int[before.size()];
        Arrays.fill(none, -1);
        return isRewritten(runs) ? runs(before, now, none) : runs;
    }

    /** Marks individual changes, however many. */
    static List<TokenRun> fine(List<Token> before, List<Token> now, StepBudget budget) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] partner = Alignment.ofEqual(sequence(before, EDGE, numbers), sequence(now, 0, numbers), budget);
        return runs(before, now, partner);
    }

    private static Sequence sequence(List<Token> tokens, int edge, Map<String, Integer> numbers) {
        int[] edges = new int[tokens.size() + 1];
        for (int i = 0; i <= tokens.size(); i++) {
            edges[i] = edge + (i == 0 || i == tokens.size() ? 0 : edge(tokens.get(i - 1), tokens.get(i)));
        }
        int[] weights = tokens.stream().mapToInt(Token::weight).toArray();
        return new Sequence(Alignment.keys(tokens, Token::key, numbers), weights, edges);
    }

    /** Whether so much changed that individual marks would confuse readers. */
    static boolean isRewritten(List<TokenRun> runs) {
        long changed = 0;
        long all = 0;
        for (TokenRun run : runs) {
            long weight = run.tokens().stream().mapToLong(Token::weight).sum();
            all += run.kind() == Kind.EQUAL ? 2 * weight : weight;
            changed += run.kind() == Kind.DELETED || run.kind() == Kind.INSERTED ? weight : 0;
        }
        return changed > all * WHOLE;
    }

    private static List<TokenRun> runs(List<Token> a, List<Token> b, int[] partner) {
        List<TokenRun> runs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            int from = i;
            int from2 = j;
            while (i < a.size() && partner[i] == j) {
                i++;
                j++;
            }
            add(runs, Kind.EQUAL, b.subList(from2, j), a.subList(from, i));
            from = i;
            from2 = j;
            while (i < a.size() && partner[i] < 0) {
                i++;
            }
            j = i < a.size() ? partner[i] : b.size();
            add(runs, Kind.DELETED, a.subList(from, i), List.of());
            add(runs, Kind.INSERTED, b.subList(from2, j), List.of());
        }
        return runs;
    }

    private static void add(List<TokenRun> runs, Kind kind, List<Token> tokens, List<Token> before) {
        if (!tokens.isEmpty()) {
            runs.add(new TokenRun(kind, tokens, before));
        }
    }

    /** Cost of a mark boundary between two tokens, besides that of any. */
    private static int edge(Token before, Token after) {
        if (before.endsSentence() || after.kind() == Token.Kind.BREAK || before.kind() == Token.Kind.BREAK) {
            return 0;
        }
        if (isOneOf(before, OPENING) || isOneOf(after, "》”’）)〕】」』]>")) {
            return 2;
        }
        if (after.kind() == Token.Kind.MARK || before.kind() == Token.Kind.MARK || before.kind() == Token.Kind.SPACE) {
            return after.kind() == Token.Kind.MARK && !isOneOf(after, OPENING) ? 1 : 0;
        }
        return before.kind() == Token.Kind.HAN && after.kind() == Token.Kind.HAN ? 3 : 1;
    }

    private static boolean isOneOf(Token token, String marks) {
        return token.kind() == Token.Kind.MARK && marks.contains(token.text());
    }

    /**
     * A sequence of tokens that are equal, inserted or deleted together.
     *
     * @param tokens the tokens as in the text to which they belong, the newer one if they are in both
     * @param before for equal tokens their counterparts in the older text, one for one
     */
    public record TokenRun(Kind kind, List<Token> tokens, List<Token> before) {

        public enum Kind {
            EQUAL,
            DELETED,
            INSERTED
        }

        /** Whether it is visible. */
        public boolean isSeen() {
            return tokens.stream().anyMatch(Token::isSeen);
        }

        public String text() {
            StringBuilder text = new StringBuilder();
            tokens.forEach(token -> text.append(token.text()));
            return text.toString();
        }
    }
}
