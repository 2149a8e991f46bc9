package org.gongkai.history.diff.align;

import java.util.List;

/**
 * Blocks of both versions that are the same one: usually one each, several of either where a paragraph was split or joined.
 *
 * @param from first of the older blocks, by its place; {@code to} is behind the last
 * @param from2 first of the newer blocks; {@code to2} is behind the last
 * @param moved whether it stands elsewhere now
 * @param runs what became of the words, or null if they are the same or are looked at block by block
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
