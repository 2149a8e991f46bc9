package org.gongkai.input.attachment;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.input.attachment.Inspection.Finding;
import org.gongkai.input.attachment.TextPiece.Nature;

/**
 * Extracts texts from a legacy office file without parsing the format: every run of characters of one or two bytes.
 * This finds texts but not the numeric cells of worksheets.
 */
final class OleFile {

    private static final int SHORTEST = 6;

    private static final int BYTES_PER_STEP = 16;

    private final byte[] bytes;
    private final TextPieces pieces;

    OleFile(byte[] bytes, TextPieces pieces) {
        this.bytes = bytes;
        this.pieces = pieces;
    }

    Set<Finding> marks() {
        Set<Finding> marks = new HashSet<>(Set.of(Finding.PICTURES));
        if (names("_VBA_PROJECT") || names("Macros")) {
            marks.add(Finding.MACROS);
        }
        return marks;
    }

    void read() {
        runs(bytes, pieces, text -> pieces.add(Nature.SHOWN, "", 1, 1, 0, text));
    }

    /** Passes on the runs of characters of one or two bytes. */
    static void runs(byte[] bytes, TextPieces pieces, Consumer<String> texts) {
        pieces.step(bytes.length / BYTES_PER_STEP);
        runs(new String(bytes, StandardCharsets.ISO_8859_1), false, texts);
        runs(new String(bytes, StandardCharsets.UTF_16LE), true, texts);
        if (bytes.length > 1) {
            runs(new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_16LE), true, texts);
        }
    }

    private static void runs(String text, boolean wide, Consumer<String> texts) {
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !isWritten(text.charAt(i), wide)) {
                if (i - from >= SHORTEST) {
                    texts.accept(text.substring(from, i));
                }
                from = i + 1;
            }
        }
    }

    private static boolean isWritten(char c, boolean wide) {
        return c >= ' ' && c < 0x7F || wide && (c >= 0x3000 && c < 0x9FFF || c >= 0xFF01 && c < 0xFF5F || c == 0x2014);
    }

    /** Returns true if the directory of the file contains a name, which is stored in UTF-16. */
    private boolean names(String name) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .contains(new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
    }
}
