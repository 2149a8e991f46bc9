package org.gongkai.history.diff.align;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.history.diff.align.Alignment.StepBudget;
import org.gongkai.history.diff.align.BlockPairing.BlockPair;
import org.gongkai.history.diff.align.TextDiff.TokenRun;

/** Pairs the remaining blocks that moved. */
final class MovedBlocks {
    /** Shorter blocks may coincide by chance. */
    private static final int LONG = 10;

    /** Suffices for headings, items and rows, which are rarely equal by chance. */
    private static final int SHORT = 4;

    private static final double ALIKE = 0.8;

    private final BlockPairing pairing;
    private final StepBudget budget;

    MovedBlocks(BlockPairing pairing, StepBudget budget) {
        this.pairing = pairing;
        this.budget = budget;
    }

    void find() {
        List<Integer> away = left(pairing.a, pairing.ofA);
        List<Integer> here = left(pairing.b, pairing.ofB);
        Map<String, Deque<Integer>> places = new HashMap<>();
        for (int j : here) {
            places.computeIfAbsent(pairing.b.get(j).key(), key -> new ArrayDeque<>())
                    .add(j);
        }
        for (int i : away) {
            Deque<Integer> same = places.getOrDefault(pairing.a.get(i).key(), new ArrayDeque<>());
            same.stream()
                    .filter(j -> pairing.sections.allowSame(i, j, isLong(pairing.a.get(i))))
                    .findFirst()
                    .ifPresent(j -> {
                        same.remove(j);
                        put(BlockPair.of(i, j));
                    });
        }
        if (!budget.allows(10L * away.size(), here.size())) {
            return;
        }
        for (int i : away) {
            int best = pairing.ofA[i] == null ? mostAlike(i, here) : -1;
            if (best >= 0) {
                put(BlockPair.of(i, best));
            }
        }
    }

    private int mostAlike(int i, List<Integer> here) {
        DiffBlock unit = pairing.a.get(i);
        int best = -1;
        double most = ALIKE;
        for (int j : here) {
            double alike =
                    pairing.ofB[j] == null && pairing.sections.allow(i, j) && isLong(unit) && isLong(pairing.b.get(j))
                            ? unit.similarity(pairing.b.get(j))
                            : 0;
            if (alike >= most && alike > (best < 0 ? 0 : most)) {
                most = alike;
                best = j;
            }
        }
        return best;
    }

    private void put(BlockPair pair) {
        List<TokenRun> runs = pairing.words(pair, false);
        if (runs == null || !TextDiff.isRewritten(runs)) {
            pairing.put(pair.with(runs).asMoved());
        }
    }

    private static List<Integer> left(List<DiffBlock> units, BlockPair[] pairs) {
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < pairs.length; i++) {
            DiffBlock unit = units.get(i);
            boolean isShort =
                    unit.isHeading() || unit.kind() == DiffBlock.Kind.ITEM || unit.kind() == DiffBlock.Kind.ROW;
            if (pairs[i] == null
                    && unit.kind() != DiffBlock.Kind.HEAD_ROW
                    && (isLong(unit) || (isShort && unit.characters() >= SHORT))) {
                left.add(i);
            }
        }
        return left;
    }

    static boolean isLong(DiffBlock unit) {
        return unit.characters() >= LONG;
    }
}
