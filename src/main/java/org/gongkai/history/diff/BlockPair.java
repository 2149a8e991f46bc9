package org.gongkai.history.diff;

import java.util.List;
import org.gongkai.history.diff.TextDiff.TokenRun;

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

    BlockPair with(int before, int after, int before2, int after2) {
        return new BlockPair(from + before, to + after, from2 + before2, to2 + after2, moved, null);
    }

    BlockPair asMoved() {
        return new BlockPair(from, to, from2, to2, true, runs);
    }

    /** Whether it moved together with the pair before it. */
    boolean follows(BlockPair before) {
        return moved && before != null && before.moved && before.to == from && before.to2 == from2;
    }
}
