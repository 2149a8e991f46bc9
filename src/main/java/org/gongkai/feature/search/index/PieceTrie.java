package org.gongkai.feature.search.index;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the pieces of a vocabulary that a text continues with, unit by unit. A child is found by hashing; node, unit
 * and child share one element of an array, so that a look-up reads one place of the memory.
 */
final class PieceTrie {

    /** The node of nothing. */
    static final int NONE = 0;

    private static final int NO_PIECE = -1;

    /** The node of each first unit. */
    private final char[] roots = new char[0x10000];
    /** Node (16 bits), unit (16 bits) and child (32 bits); 0 if free. */
    private final long[] slots;

    private final int shift;
    private final int[] pieceAt;
    private char nodes = 1;

    /** @param pieces the texts; empty ones are left out */
    PieceTrie(List<String> pieces) {
        int units = pieces.stream().mapToInt(String::length).sum();
        if (units >= 0x10000) {
            throw new IllegalArgumentException("too many units: " + units);
        }
        slots = new long[Integer.highestOneBit(units * 4)];
        shift = Integer.numberOfLeadingZeros(slots.length) + 1;
        pieceAt = new int[units + 1];
        Arrays.fill(pieceAt, NO_PIECE);
        for (int i = 0; i < pieces.size(); i++) {
            if (!pieces.get(i).isEmpty()) {
                insert(pieces.get(i), i);
            }
        }
    }

    private void insert(String piece, int number) {
        char first = piece.charAt(0);
        if (roots[first] == NONE) {
            roots[first] = nodes++;
        }
        int node = roots[first];
        for (int i = 1; i < piece.length(); i++) {
            int slot = slot(node, piece.charAt(i));
            if (slots[slot] == 0) {
                slots[slot] = (long) key(node, piece.charAt(i)) << Integer.SIZE | nodes++;
            }
            node = (int) slots[slot];
        }
        pieceAt[node] = number;
    }

    private static int key(int node, char unit) {
        return node << Character.SIZE | unit;
    }

    /** The slot of a node's child, or the free one where it would be inserted. */
    private int slot(int node, char unit) {
        int key = key(node, unit);
        int slot = key * 0x9E3779B1 >>> shift;
        while (slots[slot] != 0 && (int) (slots[slot] >>> Integer.SIZE) != key) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    /** The node for a first unit; {@link #NONE} if no piece begins with it. */
    int node(char first) {
        return roots[first];
    }

    /** The node that follows; {@link #NONE} if no piece continues with the unit. */
    int node(int node, char next) {
        return (int) slots[slot(node, next)];
    }

    /** The piece that ends at a node; negative if none does. */
    int piece(int node) {
        return pieceAt[node];
    }
}
