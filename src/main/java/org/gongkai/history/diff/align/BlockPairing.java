package org.gongkai.history.diff.align;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.history.diff.align.Alignment.StepBudget;
import org.gongkai.history.diff.align.MarkUnits.Token;
import org.gongkai.history.diff.align.TextDiff.TokenRun;

/**
 * Pairs the blocks of two versions: first those with equal text that stay in order, between them
 * similar ones, including paragraphs that were split or joined, then among the remaining blocks those that moved; all
 * within the sections that correspond.
 */
public final class BlockPairing {
    private static final double ALIKE = 0.3;

    /** Lists and tables are compared member by member, so that little similarity suffices to pair them. */
    private static final double ALIKE_INSIDE = 0.1;

    /** Least gain in similarity for which a further block joins a pair. */
    private static final double HALF = 0.05;

    private static final double HALVES = 0.6;

    public final List<DiffBlock> a;
    public final List<DiffBlock> b;
    /** For each block its pair, or null if the block occurs in one version only. */
    final BlockPair[] ofA;

    final BlockPair[] ofB;
    final PairedSections sections;
    private final StepBudget budget;

    private BlockPairing(List<DiffBlock> a, List<DiffBlock> b, boolean strict, StepBudget budget) {
        this.a = a;
        this.b = b;
        this.ofA = new BlockPair[a.size()];
        this.ofB = new BlockPair[b.size()];
        this.sections = PairedSections.of(a, b, strict, budget);
        this.budget = budget;
    }

    /** Pairs blocks without headings: the items of a list, the rows of a table. */
    public static BlockPairing of(List<DiffBlock> before, List<DiffBlock> now, StepBudget budget) {
        return of(before, now, false, budget);
    }

    /** @param strict whether not even equal blocks of different sections are the same one */
    public static BlockPairing of(List<DiffBlock> before, List<DiffBlock> now, boolean strict, StepBudget budget) {
        BlockPairing pairing = new BlockPairing(before, now, strict, budget);
        if (before.size() == 1
                && now.size() == 1
                && before.get(0).kind() == now.get(0).kind()) {
            pairing.only();
        } else {
            pairing.same();
            pairing.alike();
            pairing.halves();
            pairing.words();
            new MovedBlocks(pairing, budget).find();
        }
        return pairing;
    }

    void put(BlockPair pair) {
        for (int i = pair.from(); i < pair.to(); i++) {
            ofA[i] = pair;
        }
        for (int j = pair.from2(); j < pair.to2(); j++) {
            ofB[j] = pair;
        }
    }

    /** The compared words of a pair, or null if they are equal. */
    List<TokenRun> words(BlockPair pair, boolean whateverChanged) {
        DiffBlock first = a.get(pair.from());
        if (!first.isLeaf()
                || (pair.to() - pair.from() == 1
                        && pair.to2() - pair.from2() == 1
                        && first.isIdentical(b.get(pair.from2())))) {
            return null;
        }
        List<Token> before = tokens(a.subList(pair.from(), pair.to()));
        List<Token> now = tokens(b.subList(pair.from2(), pair.to2()));
        return whateverChanged ? TextDiff.of(before, now, budget) : TextDiff.fine(before, now, budget);
    }

    /** Pairs two blocks that are the only ones in a gap, however similar they are. */
    private void only() {
        BlockPair pair = BlockPair.of(0, 0);
        put(pair.with(words(pair, true)));
    }

    private void same() {
        Map<String, Integer> numbers = new HashMap<>();
        int[] weights = a.stream()
                .mapToInt(unit -> 1 + Math.min(60, unit.text().length()))
                .toArray();
        int[] partner = Alignment.ofEqual(
                Alignment.keys(a, DiffBlock::key, numbers),
                Alignment.keys(b, DiffBlock::key, numbers),
                weights,
                budget);
        for (int i = 0; i < partner.length; i++) {
            if (partner[i] >= 0 && sections.allowSame(i, partner[i], MovedBlocks.isLong(a.get(i)))) {
                put(BlockPair.of(i, partner[i]));
            }
        }
    }

    private void alike() {
        int from = 0;
        int from2 = 0;
        for (int i = 0; i <= a.size(); i++) {
            if (i == a.size() || ofA[i] != null) {
                int to2 = i == a.size() ? b.size() : ofA[i].from2();
                gap(from, i, from2, to2);
                from = i + 1;
                from2 = to2 + 1;
            }
        }
    }

    private void gap(int from, int to, int from2, int to2) {
        int[] partner = Alignment.of(
                to - from,
                to2 - from2,
                (i, j) -> sections.allow(from + i, from2 + j) ? worth(a.get(from + i), b.get(from2 + j)) : 0);
        for (int i = 0; i < partner.length; i++) {
            if (partner[i] >= 0) {
                put(BlockPair.of(from + i, from2 + partner[i]));
            }
        }
    }

    private static double worth(DiffBlock before, DiffBlock now) {
        boolean isInside = before.kind() == DiffBlock.Kind.LIST
                || before.kind() == DiffBlock.Kind.DEFINITIONS
                || before.kind() == DiffBlock.Kind.TABLE;
        return before.similarity(now) - (isInside ? ALIKE_INSIDE : ALIKE);
    }

    /** Extends a pair by adjacent unpaired blocks if that makes its sides more similar. */
    private void halves() {
        for (int i = 0; i < a.size(); i++) {
            BlockPair pair = ofA[i];
            if (pair == null
                    || !a.get(i).isParagraph()
                    || !b.get(pair.from2()).isParagraph()
                    || a.get(i).isSame(b.get(pair.from2()))) {
                continue;
            }
            BlockPair wider = pair;
            do {
                pair = wider;
                for (BlockPair each : List.of(
                        new BlockPair(pair.from(), pair.to(), pair.from2(), pair.to2() + 1, false, null),
                        new BlockPair(pair.from(), pair.to(), pair.from2() - 1, pair.to2(), false, null),
                        new BlockPair(pair.from(), pair.to() + 1, pair.from2(), pair.to2(), false, null),
                        new BlockPair(pair.from() - 1, pair.to(), pair.from2(), pair.to2(), false, null))) {
                    if (wider == pair && isBetter(each, pair)) {
                        wider = each;
                    }
                }
            } while (wider != pair);
            put(pair);
        }
    }

    private boolean isBetter(BlockPair wider, BlockPair pair) {
        boolean isOneToMany = wider.to() - wider.from() == 1 || wider.to2() - wider.from2() == 1;
        if (!isOneToMany
                || wider.from() < 0
                || wider.to() > a.size()
                || wider.from2() < 0
                || wider.to2() > b.size()
                || !isFree(wider, pair)) {
            return false;
        }
        double alike = likeness(wider);
        return alike >= HALVES && alike > likeness(pair) + HALF;
    }

    private boolean isFree(BlockPair wider, BlockPair pair) {
        for (int i = wider.from(); i < wider.to(); i++) {
            boolean isNew = i < pair.from() || i >= pair.to();
            if (isNew && (ofA[i] != null || !a.get(i).isParagraph() || !sections.allow(i, pair.from2()))) {
                return false;
            }
        }
        for (int j = wider.from2(); j < wider.to2(); j++) {
            boolean isNew = j < pair.from2() || j >= pair.to2();
            if (isNew && (ofB[j] != null || !b.get(j).isParagraph() || !sections.allow(pair.from(), j))) {
                return false;
            }
        }
        return true;
    }

    private double likeness(BlockPair pair) {
        return BigramSimilarity.of(text(a.subList(pair.from(), pair.to())))
                .similarity(BigramSimilarity.of(text(b.subList(pair.from2(), pair.to2()))));
    }

    private static String text(List<DiffBlock> units) {
        StringBuilder text = new StringBuilder();
        units.forEach(unit -> text.append(unit.text()));
        return text.toString();
    }

    /** Compares the words of each pair and dissolves pairs that turn out to be rewritten. */
    private void words() {
        for (int i = 0; i < a.size(); i++) {
            BlockPair pair = ofA[i];
            if (pair != null && pair.from() == i) {
                List<TokenRun> runs = words(pair, false);
                if (runs != null && TextDiff.isRewritten(runs)) {
                    for (int k = pair.from(); k < pair.to(); k++) {
                        ofA[k] = null;
                    }
                    for (int k = pair.from2(); k < pair.to2(); k++) {
                        ofB[k] = null;
                    }
                } else {
                    put(pair.with(runs));
                }
            }
        }
    }

    static List<Token> tokens(List<DiffBlock> units) {
        List<Token> tokens = new ArrayList<>();
        for (DiffBlock unit : units) {
            if (!tokens.isEmpty()) {
                tokens.add(Token.paragraphBreak());
            }
            tokens.addAll(unit.tokens());
        }
        return tokens;
    }

    /**
     * Blocks that correspond in both versions: usually one each, several on one side where a paragraph was split or
     * joined.
     *
     * @param from index of the first older block; {@code to} is exclusive
     * @param from2 index of the first newer block; {@code to2} is exclusive
     * @param moved whether the position changed
     * @param runs the compared words, or null if they are equal or compared block by block
     */
    public record BlockPair(int from, int to, int from2, int to2, boolean moved, List<TokenRun> runs) {

        static BlockPair of(int i, int j) {
            return new BlockPair(i, i + 1, j, j + 1, false, null);
        }

        BlockPair with(List<TokenRun> words) {
            return new BlockPair(from, to, from2, to2, moved, words);
        }

        BlockPair asMoved() {
            return new BlockPair(from, to, from2, to2, true, runs);
        }

        /** Whether it moved together with the pair before it. */
        boolean follows(BlockPair before) {
            return moved && before != null && before.moved && before.to == from && before.to2 == from2;
        }
    }
}
