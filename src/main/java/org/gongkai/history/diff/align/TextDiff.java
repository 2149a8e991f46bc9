package org.gongkai.history.diff.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.history.diff.align.Alignment.StepBudget;
import org.gongkai.history.diff.align.MarkUnits.Token;
import org.gongkai.history.diff.align.TextDiff.TokenRun.Kind;

/** Compares the words of one passage; yields runs of tokens in display order. */
public final class TextDiff {
    /** Passages of which a greater part changed are shown as a deletion and an insertion. */
    private static final double WHOLE = 0.6;

    /** Shorter sentences are not tracked as moved. */
    private static final int SENTENCE = 8;

    /** Average length, in tokens, of the pieces into which text without punctuation is cut by content. */
    private static final int PIECE = 64;

    private final List<Token> a;
    private final List<Token> b;
    private final int[] keys;
    private final int[] keys2;
    private final StepBudget budget;
    private final int[] partner;

    private TextDiff(List<Token> a, List<Token> b, StepBudget budget) {
        this.a = a;
        this.b = b;
        this.budget = budget;
        Map<String, Integer> numbers = new HashMap<>();
        this.keys = Alignment.keys(a, Token::key, numbers);
        this.keys2 = Alignment.keys(b, Token::key, numbers);
        this.partner = new int[a.size()];
        Arrays.fill(partner, -1);
    }

    /** Marks individual changes, or the whole passage if most of it changed. */
    public static List<TokenRun> of(List<Token> before, List<Token> now, StepBudget budget) {
        List<TokenRun> runs = fine(before, now, budget);
        return isRewritten(runs) ? whole(before, now) : runs;
    }

    /** Marks individual changes, however many. */
    static List<TokenRun> fine(List<Token> before, List<Token> now, StepBudget budget) {
        TextDiff diff = new TextDiff(before, now, budget);
        diff.align();
        return moves(diff.runs());
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

    private static List<TokenRun> whole(List<Token> before, List<Token> now) {
        List<TokenRun> runs = new ArrayList<>();
        if (!before.isEmpty()) {
            runs.add(new TokenRun(Kind.DELETED, before, List.of()));
        }
        if (!now.isEmpty()) {
            runs.add(new TokenRun(Kind.INSERTED, now, List.of()));
        }
        return runs;
    }

    private void align() {
        if (budget.allows(a.size(), b.size())) {
            words(0, a.size(), 0, b.size());
            return;
        }
        int[] starts = pieces(a, keys);
        int[] starts2 = pieces(b, keys2);
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        int[] weights = new int[starts.length - 1];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = starts[i + 1] - starts[i];
        }
        int[] pairs = Alignment.ofEqual(
                pieceKeys(keys, starts, numbers), pieceKeys(keys2, starts2, numbers), weights, budget);
        int done = 0;
        int done2 = 0;
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i] >= 0) {
                gap(done, starts[i], done2, starts2[pairs[i]]);
                for (int k = 0; k < weights[i]; k++) {
                    partner[starts[i] + k] = starts2[pairs[i]] + k;
                }
                done = starts[i + 1];
                done2 = starts2[pairs[i] + 1];
            }
        }
        gap(done, a.size(), done2, b.size());
    }

    private void gap(int from, int to, int from2, int to2) {
        int start = from;
        int start2 = from2;
        int end = to;
        int end2 = to2;
        while (start < end && start2 < end2 && keys[start] == keys2[start2]) {
            partner[start++] = start2++;
        }
        while (start < end && start2 < end2 && keys[end - 1] == keys2[end2 - 1]) {
            partner[--end] = --end2;
        }
        if (budget.allows(end - start, end2 - start2)) {
            words(start, end, start2, end2);
        }
    }

    private void words(int from, int to, int from2, int to2) {
        if (from == to || from2 == to2) {
            return;
        }
        int[] found = new TokenAligner(
                        a.subList(from, to),
                        Arrays.copyOfRange(keys, from, to),
                        b.subList(from2, to2),
                        Arrays.copyOfRange(keys2, from2, to2))
                .align();
        for (int i = 0; i < found.length; i++) {
            partner[from + i] = found[i] < 0 ? -1 : from2 + found[i];
        }
    }

    private List<TokenRun> runs() {
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
            if (i > from) {
                runs.add(new TokenRun(Kind.EQUAL, b.subList(from2, j), a.subList(from, i)));
            }
            from = i;
            from2 = j;
            while (i < a.size() && partner[i] < 0) {
                i++;
            }
            j = i < a.size() ? partner[i] : b.size();
            if (i > from) {
                runs.add(new TokenRun(Kind.DELETED, a.subList(from, i), List.of()));
            }
            if (j > from2) {
                runs.add(new TokenRun(Kind.INSERTED, b.subList(from2, j), List.of()));
            }
        }
        return runs;
    }

    /** Turns a sentence that was deleted and inserted elsewhere in the same passage into a moved one. */
    private static List<TokenRun> moves(List<TokenRun> runs) {
        Map<String, Integer> away = new HashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).kind() == Kind.DELETED && isSentence(runs.get(i))) {
                away.put(runs.get(i).text().strip(), i);
            }
        }
        List<TokenRun> told = new ArrayList<>(runs);
        for (int i = 0; i < runs.size(); i++) {
            TokenRun run = runs.get(i);
            Integer from = run.kind() == Kind.INSERTED && isSentence(run)
                    ? away.remove(run.text().strip())
                    : null;
            if (from != null) {
                told.set(i, new TokenRun(Kind.MOVED_HERE, run.tokens(), List.of()));
                told.set(from, new TokenRun(Kind.MOVED_AWAY, runs.get(from).tokens(), List.of()));
            }
        }
        return told;
    }

    private static boolean isSentence(TokenRun run) {
        return run.tokens().size() >= SENTENCE
                && PlainWords.count(run.text()) >= SENTENCE
                && run.tokens().stream().noneMatch(token -> token.kind() == Token.Kind.BREAK);
    }

    /** Returns the starts of sentences, or of pieces of text without punctuation, and the end of the text. */
    private static int[] pieces(List<Token> tokens, int[] keys) {
        int[] starts = new int[tokens.size() + 1];
        int count = tokens.isEmpty() ? 0 : 1;
        int hash = 0;
        for (int i = 0; i < tokens.size() - 1; i++) {
            hash = (hash << 8) ^ keys[i] * 0x9E3779B9;
            if (tokens.get(i).endsSentence() || (hash >>> 8) % PIECE == 0) {
                starts[count++] = i + 1;
            }
        }
        starts[count] = tokens.size();
        return Arrays.copyOf(starts, count + 1);
    }

    private static int[] pieceKeys(int[] keys, int[] starts, Map<List<Integer>, Integer> numbers) {
        int[] pieces = new int[starts.length - 1];
        for (int i = 0; i < pieces.length; i++) {
            List<Integer> piece =
                    Arrays.stream(keys, starts[i], starts[i + 1]).boxed().toList();
            Integer key = numbers.putIfAbsent(piece, numbers.size());
            pieces[i] = key == null ? numbers.size() - 1 : key;
        }
        return pieces;
    }

    /**
     * A sequence of tokens that are equal, inserted, deleted or moved together.
     *
     * @param tokens the tokens as in the text to which they belong, the newer one if they are in both
     * @param before for equal tokens their counterparts in the older text, one for one
     */
    public record TokenRun(Kind kind, List<Token> tokens, List<Token> before) {

        public enum Kind {
            EQUAL,
            DELETED,
            INSERTED,
            /** Moved away from here within the passage. */
            MOVED_AWAY,
            /** Moved here within the passage. */
            MOVED_HERE;

            public boolean isOld() {
                return this == DELETED || this == MOVED_AWAY;
            }
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
