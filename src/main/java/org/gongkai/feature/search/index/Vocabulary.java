package org.gongkai.feature.search.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.gongkai.feature.search.pack.ScriptFile;
import org.gongkai.io.TextResource;

/**
 * Frequent pieces of Chinese text and their canonical prefix codes. It is the same for every site, so that an edit
 * never changes how another text is packed.
 */
public final class Vocabulary {

    private static final String RESOURCE = "vocabulary.txt";
    /** Separates the pieces in its file. */
    static final String SEPARATOR = "\ue000";

    private static final int MAX_CODE_LENGTH = 24;

    private final List<String> pieces = new ArrayList<>();
    private final int[] lengths;
    private final int[] codes;
    private final int escape;
    private final int copy;
    private final PieceTrie trie;

    private record Piece(String text, int length, boolean isEscape, boolean isCopy) {}

    /** Reads the vocabulary of the program. */
    public static Vocabulary ofProgram() {
        return new Vocabulary(TextResource.of(Vocabulary.class, RESOURCE));
    }

    /**
     * @param text lines of the length of a code and the pieces that have such codes; {@code \e} and {@code \c} stand
     * for the codes that introduce a single unit and a copy
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
        trie = new PieceTrie(pieces);
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

    /** The pieces by their units; the codes that introduce something are not among them. */
    PieceTrie trie() {
        return trie;
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
