package org.gongkai.feature.search.index;

import java.util.Arrays;
import org.gongkai.feature.search.pack.BitWriter;

/**
 * Packs texts: each becomes the shortest sequence of pieces of the vocabulary, copies of what it held before, and
 * single units. Not safe for use by multiple threads; an instance reuses its buffers.
 */
public final class TextPacker {

    static final int MIN_COPY = 3;
    private static final int MAX_COPY = 255;
    /** A copy of this length is continued at the next position without a search. */
    private static final int LONG_COPY = 16;
    /** How many earlier places with the same hash are compared. */
    private static final int TRIES = 3;
    /** How much shorter than the longest a copy is tried. */
    private static final int SHORTER = 2;

    private static final int HASH_BITS = 12;
    static final int DISTANCE_BITS = 8;
    static final int LENGTH_BITS = 1;
    private static final int UNIT = -1;

    private final Vocabulary vocabulary;
    private final int[] head = new int[1 << HASH_BITS];
    private char[] text = new char[0];
    private int[] previous = {};
    private int[] copyLength = {};
    private int[] copyDistance = {};
    private int[] cost = {};
    private int[] piece = {};
    private int[] length = {};

    public TextPacker(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Packs a text that is not empty. */
    public String pack(String unpacked) {
        int end = unpacked.length();
        ensureCapacity(end + 1);
        unpacked.getChars(0, end, text, 0);
        findCopies(end);
        choose(end);
        BitWriter out = new BitWriter();
        out.gamma(end);
        for (int i = 0; i < end; i += length[i]) {
            write(out, i);
        }
        return out.toString();
    }

    private void ensureCapacity(int size) {
        if (cost.length < size) {
            int capacity = size + size / 2;
            text = new char[capacity];
            previous = new int[capacity];
            copyLength = new int[capacity];
            copyDistance = new int[capacity];
            cost = new int[capacity];
            piece = new int[capacity];
            length = new int[capacity];
        }
    }

    /** Finds for each position the longest earlier text that is repeated there. */
    private void findCopies(int end) {
        Arrays.fill(head, -1);
        for (int i = 0; i < end; i++) {
            copyLength[i] = 0;
            if (i + MIN_COPY > end) {
                continue;
            }
            int hash = (text[i] * 0x9E3779B1 ^ text[i + 1] * 0x85EBCA6B ^ text[i + 2] * 0xC2B2AE35) >>> 32 - HASH_BITS;
            if (i > 0 && copyLength[i - 1] > LONG_COPY) {
                copyLength[i] = copyLength[i - 1] - 1;
                copyDistance[i] = copyDistance[i - 1];
            } else {
                findCopy(i, end, head[hash]);
            }
            previous[i] = head[hash];
            head[hash] = i;
        }
    }

    private void findCopy(int at, int end, int first) {
        int longest = 0;
        int max = Math.min(MAX_COPY, end - at);
        int tries = TRIES;
        for (int from = first; from >= 0 && tries > 0 && longest < max; from = previous[from]) {
            tries--;
            if (text[from + longest] != text[at + longest]) {
                continue;
            }
            int same = 0;
            while (same < max && text[from + same] == text[at + same]) {
                same++;
            }
            if (same >= MIN_COPY && same > longest) {
                longest = same;
                copyDistance[at] = at - from;
            }
        }
        copyLength[at] = longest;
    }

    /** Chooses for each position, from the end, what makes the rest of the text shortest. */
    private void choose(int end) {
        int unitCost = vocabulary.length(vocabulary.escape()) + Character.SIZE;
        cost[end] = 0;
        for (int i = end - 1; i >= 0; i--) {
            cost[i] = unitCost + cost[i + 1];
            piece[i] = UNIT;
            length[i] = 1;
            choosePiece(i, end);
            if (copyLength[i] >= MIN_COPY) {
                chooseCopy(i);
            }
        }
    }

    private void choosePiece(int at, int end) {
        PieceTrie trie = vocabulary.trie();
        int node = trie.node(text[at]);
        for (int next = at + 1; node != PieceTrie.NONE; next++) {
            int found = trie.piece(node);
            if (found >= 0) {
                int bits = vocabulary.length(found) + cost[next];
                if (bits <= cost[at]) {
                    cost[at] = bits;
                    piece[at] = found;
                    length[at] = next - at;
                }
            }
            if (next >= end) {
                break;
            }
            node = trie.node(node, text[next]);
        }
    }

    private void chooseCopy(int at) {
        int base = vocabulary.length(vocabulary.copy()) + golombLength(copyDistance[at] - 1, DISTANCE_BITS);
        for (int tried = copyLength[at]; tried >= Math.max(MIN_COPY, copyLength[at] - SHORTER); tried--) {
            int bits = base + golombLength(tried - MIN_COPY, LENGTH_BITS) + cost[at + tried];
            if (bits < cost[at]) {
                cost[at] = bits;
                piece[at] = vocabulary.copy();
                length[at] = tried;
            }
        }
    }

    private static int golombLength(int value, int low) {
        return 2 * (31 - Integer.numberOfLeadingZeros((value >> low) + 1)) + 1 + low;
    }

    private void write(BitWriter out, int at) {
        int chosen = piece[at] == UNIT ? vocabulary.escape() : piece[at];
        out.bits(vocabulary.code(chosen), vocabulary.length(chosen));
        if (piece[at] == UNIT) {
            out.bits(text[at], Character.SIZE);
        } else if (chosen == vocabulary.copy()) {
            out.golomb(copyDistance[at] - 1, DISTANCE_BITS);
            out.golomb(length[at] - MIN_COPY, LENGTH_BITS);
        }
    }
}
