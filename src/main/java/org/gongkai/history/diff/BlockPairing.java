package org.gongkai.history.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.history.diff.Alignment.Sequence;
import org.gongkai.history.diff.Alignment.StepBudget;
import org.gongkai.history.diff.MarkUnits.Token;
import org.gongkai.history.diff.TextDiff.TokenRun;

/**
 * Pairs the blocks of two versions: first those with equal text that stay in order, between them
 * similar ones, including paragraphs that were split or joined, then among the remaining blocks those that moved; all
 * within the sections that correspond.
 *
 * @param ofA for each block its pair, or null if the block occurs in one version only
 */
public record BlockPairing(
        List<DiffBlock> a,
        List<DiffBlock> b,
        BlockPair[] ofA,
        BlockPair[] ofB,
        PairedSections sections,
        StepBudget budget) {
    private static final double ALIKE = 0.3;

    /** Lists and tables are compared member by member, so that little similarity suffices to pair them. */
    private static final double ALIKE_INSIDE = 0.1;

    /** Least gain in similarity for which a further block joins a pair. */
    private static final double HALF = 0.05;

    private static final double HALVES = 0.6;

    /** Similarity of blocks of which one moved. */
    private static final double ALIKE_ELSEWHERE = 0.8;

    /** Shorter blocks may coincide by chance. */
    private static final int LONG = 10;

    /** Suffices for headings, items and rows, which are rarely equal by chance. */
    private static final int SHORT = 4;

    private BlockPairing(List<DiffBlock> a, List<DiffBlock> b, boolean strict, StepBudget budget) {
        this(a, b, new BlockPair[a.size()], new BlockPair[b.size()], PairedSections.of(a, b, strict), budget);
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
            pairing.moved();
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
                new Sequence(Alignment.keys(a, DiffBlock::key, numbers), weights),
                new Sequence(Alignment.keys(b, DiffBlock::key, numbers), new int[b.size()]),
                budget);
        for (int i = 0; i < partner.length; i++) {
            if (partner[i] >= 0 && sections.allowSame(i, partner[i], isLong(a.get(i)))) {
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
            Optional<BlockPair> wider = wider(pair, pair);
            while (wider.isPresent()) {
                pair = wider.get();
                wider = wider(pair, ofA[i]);
            }
            put(pair);
        }
    }

    /** @param first the pair with which the extension began */
    private Optional<BlockPair> wider(BlockPair pair, BlockPair first) {
        return Stream.of(pair.with(0, 0, 0, 1), pair.with(0, 0, -1, 0), pair.with(0, 1, 0, 0), pair.with(-1, 0, 0, 0))
                .filter(each -> each.to() - each.from() == 1 || each.to2() - each.from2() == 1)
                .filter(each ->
                        each.from() >= 0 && each.to() <= a.size() && isFree(a, ofA, each.from(), each.to(), first))
                .filter(each ->
                        each.from2() >= 0 && each.to2() <= b.size() && isFree(b, ofB, each.from2(), each.to2(), first))
                .filter(each ->
                        sections.allow(each.from(), each.from2()) && sections.allow(each.to() - 1, each.to2() - 1))
                .filter(each -> likeness(each) >= HALVES && likeness(each) > likeness(pair) + HALF)
                .findFirst();
    }

    private static boolean isFree(List<DiffBlock> blocks, BlockPair[] pairs, int from, int to, BlockPair first) {
        return IntStream.range(from, to)
                .allMatch(i ->
                        (pairs[i] == null || pairs[i] == first) && blocks.get(i).isParagraph());
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

    /** Pairs the remaining blocks that moved: those with the same words first, then similar ones. */
    private void moved() {
        List<Integer> away = left(a, ofA);
        List<Integer> here = left(b, ofB);
        for (double least : new double[] {1, ALIKE_ELSEWHERE}) {
            if (!budget.allows(least == 1 ? away.size() : 10L * away.size(), here.size())) {
                return;
            }
            for (int i : away) {
                double most = ofA[i] == null ? least : Double.MAX_VALUE;
                BlockPair pair = null;
                for (int j : here) {
                    double alike = ofB[j] == null ? likenessElsewhere(i, j) : 0;
                    if (alike >= most && (pair == null || alike > most)) {
                        most = alike;
                        pair = BlockPair.of(i, j);
                    }
                }
                List<TokenRun> runs = pair == null ? null : words(pair, false);
                if (pair != null && (runs == null || !TextDiff.isRewritten(runs))) {
                    put(pair.asMoved().with(runs));
                }
            }
        }
    }

    private double likenessElsewhere(int i, int j) {
        boolean isLong = isLong(a.get(i));
        if (a.get(i).isSame(b.get(j))) {
            return sections.allowSame(i, j, isLong) ? 1 : 0;
        }
        return isLong && isLong(b.get(j)) && sections.allow(i, j)
                ? Math.min(0.99, a.get(i).similarity(b.get(j)))
                : 0;
    }

    private static List<Integer> left(List<DiffBlock> units, BlockPair[] pairs) {
        return IntStream.range(0, pairs.length)
                .filter(i -> pairs[i] == null && units.get(i).kind() != DiffBlock.Kind.HEAD_ROW)
                .filter(i -> units.get(i).characters() >= (isNoParagraph(units.get(i)) ? SHORT : LONG))
                .boxed()
                .toList();
    }

    private static boolean isNoParagraph(DiffBlock unit) {
        return unit.isHeading() || unit.kind() == DiffBlock.Kind.ITEM || unit.kind() == DiffBlock.Kind.ROW;
    }

    private static boolean isLong(DiffBlock unit) {
        return unit.characters() >= LONG;
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
}
