package org.gongkai.history.diff.align;

import java.util.Arrays;
import java.util.List;
import org.gongkai.history.diff.align.MarkUnits.Token;
import org.gongkai.history.diff.align.MarkUnits.Token.Kind;

/**
 * Aligns the tokens of two passages. Every boundary of a mark has a cost, which is lower at punctuation,
 * so that marks hold whole words and clauses: two changes with a few equal characters between them cost more than one.
 */
final class TokenAligner {
    /** Cost of a boundary of a mark: two unchanged Chinese characters between changes do not outweigh it, three do. */
    private static final int EDGE = 5;

    private static final int NEVER = Integer.MIN_VALUE / 4;

    private final List<Token> a;
    private final List<Token> b;
    private final int[] keys;
    private final int[] keys2;

    TokenAligner(List<Token> a, int[] keys, List<Token> b, int[] keys2) {
        this.a = a;
        this.b = b;
        this.keys = keys;
        this.keys2 = keys2;
    }

    /** For each member of the first sequence the index of its partner in the second, or -1. */
    int[] align() {
        int n = a.size();
        int m = b.size();
        int[] edges = edges(a);
        int[] edges2 = edges(b);
        // Bit 0: best in a change came from a pair; bit 1: from the left; bit 2: best pair came from a change.
        byte[][] from = new byte[n + 1][m + 1];
        int[] pairs = new int[m + 1];
        int[] changes = new int[m + 1];
        int[] pairsAbove = new int[m + 1];
        int[] changesAbove = new int[m + 1];
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                int pair = NEVER;
                int way = 0;
                if (i > 0 && j > 0 && keys[i - 1] == keys2[j - 1]) {
                    int closed = changesAbove[j - 1] - EDGE - edges[i - 1] - edges2[j - 1];
                    int open = pairsAbove[j - 1];
                    way = closed >= open ? 4 : 0;
                    pair = Math.max(closed, open) + a.get(i - 1).weight();
                } else if (i == 0 && j == 0) {
                    pair = 0;
                }
                int up = i > 0 ? changesAbove[j] : NEVER;
                int left = j > 0 ? changes[j - 1] : NEVER;
                int change = Math.max(up, left);
                way |= left > up ? 2 : 0;
                int opened = pair - EDGE - edges[i] - edges2[j];
                if (opened > change) {
                    change = opened;
                    way |= 1;
                }
                pairs[j] = pair;
                changes[j] = change;
                from[i][j] = (byte) way;
            }
            int[] swap = pairsAbove;
            pairsAbove = pairs;
            pairs = swap;
            swap = changesAbove;
            changesAbove = changes;
            changes = swap;
        }
        boolean inChange = changesAbove[m] - EDGE >= pairsAbove[m];
        return trace(from, inChange);
    }

    private int[] trace(byte[][] from, boolean endsInChange) {
        int[] partner = new int[a.size()];
        Arrays.fill(partner, -1);
        int i = a.size();
        int j = b.size();
        boolean inChange = endsInChange;
        while (i > 0 || j > 0) {
            byte way = from[i][j];
            if (!inChange) {
                partner[i - 1] = j - 1;
                i--;
                j--;
                inChange = (way & 4) != 0;
            } else if ((way & 1) != 0) {
                inChange = false;
            } else if ((way & 2) != 0) {
                j--;
            } else {
                i--;
            }
        }
        return partner;
    }

    /** Cost of a mark boundary before each token and at the end. */
    private static int[] edges(List<Token> tokens) {
        int[] costs = new int[tokens.size() + 1];
        for (int i = 1; i < tokens.size(); i++) {
            costs[i] = edge(tokens.get(i - 1), tokens.get(i));
        }
        return costs;
    }

    private static int edge(Token before, Token after) {
        if (before.endsSentence() || after.kind() == Kind.BREAK || before.kind() == Kind.BREAK) {
            return 0;
        }
        if (isOneOf(before, "《“‘（(〔【「『[<") || isOneOf(after, "》”’）)〕】」』]>")) {
            return 2;
        }
        if (after.kind() == Kind.MARK || before.kind() == Kind.MARK || before.kind() == Kind.SPACE) {
            return after.kind() == Kind.MARK && !isOneOf(after, "《“‘（(〔【「『[<") ? 1 : 0;
        }
        return before.kind() == Kind.HAN && after.kind() == Kind.HAN ? 3 : 1;
    }

    private static boolean isOneOf(Token token, String marks) {
        return token.kind() == Kind.MARK && marks.contains(token.text());
    }
}
