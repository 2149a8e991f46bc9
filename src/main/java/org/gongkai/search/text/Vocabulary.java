package org.gongkai.search.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.gongkai.search.pack.ScriptFile;

/**
 * Frequent pieces of Chinese text and their canonical prefix codes. It is the same for every site, so that an edit never
 * changes how another text is packed.
 */
public final class Vocabulary {

    private static final String RESOURCE = "vocabulary.txt";
    /** Separates the pieces in its file. */
    static final String SEPARATOR = "\ue000";

    private static final int MAX_CODE_LENGTH = 24;
    private static final int NONE = -1;
    private static final int ROOT = 0;

    private final List<String> pieces = new ArrayList<>();
    private final int[] lengths;
    private final int[] codes;
    private final int escape;
    private final int copy;
    private final int[] childOfRoot = new int[0x10000];
    private final int[] slotNode;
    private final char[] slotUnit;
    private final int[] slotChild;
    private final int[] pieceAt;
    private int nodes = 1;

    private record Piece(String text, int length, boolean isEscape, boolean isCopy) {}

    /** Reads the vocabulary of the program. */
    public static Vocabulary ofProgram() {
        try (InputStream in = Vocabulary.class.getResourceAsStream(RESOURCE)) {
            return new Vocabulary(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param text lines of the length of a code and the pieces that have such codes; {@code \e} and {@code \c} stand for
     *     the codes that introduce a single unit and a copy
     */
    private Vocabulary(String text) {
        List<Piece> sorted = new ArrayList<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] parts = line.split(" ");
            for (String part : Arrays.asList(parts).subList(1, parts.length)) {
                sorted.add(piece(part, Integer.parseInt(parts[0])));
            }
        });
        sorted.sort(Comparator.comparingInt(Piece::length).thenComparing(Piece::text));
        lengths = sorted.stream().mapToInt(Piece::length).toArray();
        codes = codes(lengths);
        sorted.forEach(piece -> pieces.add(piece.text()));
        escape = indexOf(sorted, Piece::isEscape);
        copy = indexOf(sorted, Piece::isCopy);
        int units = pieces.stream().mapToInt(String::length).sum();
        int slots = Integer.highestOneBit(units * 4);
        slotNode = new int[slots];
        slotUnit = new char[slots];
        slotChild = new int[slots];
        pieceAt = new int[units + 1];
        Arrays.fill(pieceAt, NONE);
        for (int i = 0; i < pieces.size(); i++) {
            insert(i);
        }
    }

    private static Piece piece(String typed, int length) {
        boolean isEscape = typed.equals("\\e");
        boolean isCopy = typed.equals("\\c");
        String text = isEscape || isCopy
                ? ""
                : typed.replace("\\s", " ")
                        .replace("\\n", "\n")
                        .replace("\\t", "\t")
                        .replace("\\1", "\u0001")
                        .replace("\\\\", "\\");
        return new Piece(text, length, isEscape, isCopy);
    }

    private static int indexOf(List<Piece> pieces, java.util.function.Predicate<Piece> wanted) {
        for (int i = 0; i < pieces.size(); i++) {
            if (wanted.test(pieces.get(i))) {
                return i;
            }
        }
        throw new IllegalStateException("the vocabulary has no code for units or copies");
    }

    private static int[] codes(int[] lengths) {
        int[] codes = new int[lengths.length];
        for (int i = 1; i < lengths.length; i++) {
            codes[i] = codes[i - 1] + 1 << lengths[i] - lengths[i - 1];
        }
        return codes;
    }

    private void insert(int piece) {
        String text = pieces.get(piece);
        if (text.isEmpty()) {
            return;
        }
        char first = text.charAt(0);
        if (childOfRoot[first] == ROOT) {
            childOfRoot[first] = nodes++;
        }
        int node = childOfRoot[first];
        for (int i = 1; i < text.length(); i++) {
            int slot = slot(node, text.charAt(i));
            if (slotChild[slot] == ROOT) {
                slotNode[slot] = node;
                slotUnit[slot] = text.charAt(i);
                slotChild[slot] = nodes++;
            }
            node = slotChild[slot];
        }
        pieceAt[node] = piece;
    }

    /** The slot of a node's child, or the free one where it would be inserted. */
    private int slot(int node, char unit) {
        int hash = node * 0x9E3779B1 + unit * 0x85EBCA6B;
        int slot = (hash ^ hash >>> 15) & slotNode.length - 1;
        while (slotChild[slot] != ROOT && (slotNode[slot] != node || slotUnit[slot] != unit)) {
            slot = slot + 1 & slotNode.length - 1;
        }
        return slot;
    }

    /** The node of the trie for a first unit; 0 if no piece begins with it. */
    int node(char first) {
        return childOfRoot[first];
    }

    /** The node that follows; 0 if no piece continues with the unit. */
    int node(int node, char next) {
        return slotChild[slot(node, next)];
    }

    /** The piece that ends at a node; negative if none does. */
    int piece(int node) {
        return pieceAt[node];
    }

    /** The length of a piece's code in bits. */
    int length(int piece) {
        return lengths[piece];
    }

    int code(int piece) {
        return codes[piece];
    }

    /** The code before a single unit, which follows in 16 bits. */
    int escape() {
        return escape;
    }

    /** The code before a copy of earlier text. */
    int copy() {
        return copy;
    }

    /** The arguments with which its file hands the vocabulary to the search page. */
    public String script() {
        int[] counts = new int[MAX_CODE_LENGTH + 1];
        for (int length : lengths) {
            counts[length]++;
        }
        return "{\"pieces\":" + ScriptFile.string(String.join(SEPARATOR, pieces)) + ",\"counts\":"
                + Arrays.toString(Arrays.copyOfRange(counts, 1, counts.length)).replace(" ", "") + ",\"escape\":"
                + escape
                + ",\"copy\":" + copy + "}";
    }
}
