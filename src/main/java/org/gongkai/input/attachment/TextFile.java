package org.gongkai.input.attachment;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.input.attachment.TextPiece.Nature;
import org.gongkai.input.source.TextDecoder;

/**
 * Reads plain text and CSV: UTF-8, UTF-16 with a byte order mark, or GB18030; and of files in a format that is not
 * parsed, such as legacy office files, every run of characters of one or two bytes. This finds texts but not the
 * numeric cells of worksheets.
 */
final class TextFile {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** The shortest run of characters that is taken for text. */
    private static final int SHORTEST = 6;

    private static final int BYTES_PER_STEP = 16;

    private TextFile() {}

    /** Decodes bytes; empty if they are not text. */
    static Optional<String> decode(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 3), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00FF\u00FE")) {
            return TextDecoder.strict(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (head.startsWith("\u00FE\u00FF")) {
            return TextDecoder.strict(bytes, 2, StandardCharsets.UTF_16BE);
        }
        for (byte b : bytes) {
            if (b == 0) {
                return Optional.empty();
            }
        }
        int mark = head.equals("\u00EF\u00BB\u00BF") ? 3 : 0;
        return TextDecoder.strict(bytes, mark, StandardCharsets.UTF_8).or(() -> TextDecoder.strict(bytes, 0, GB18030));
    }

    /** Adds the lines of a text; those of a table are split into cells. */
    static void read(String text, boolean table, TextPieces pieces) {
        int line = 1;
        int cell = 1;
        int from = 0;
        int lineStart = 0;
        boolean quoted = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? '\n' : text.charAt(i);
            if (table && c == '"') {
                quoted = !quoted;
            }
            boolean lineEnd = c == '\n' || c == '\r';
            if (lineEnd || table && !quoted && (c == ',' || c == '\t' || c == ';')) {
                pieces.add(Nature.SHOWN, "", line, from - lineStart + 1, table ? cell : 0, text.substring(from, i));
                from = i + 1;
                cell = lineEnd ? quoted ? cell : 1 : cell + 1;
            }
            if (c == '\n' || c == '\r' && (i + 1 >= text.length() || text.charAt(i + 1) != '\n')) {
                line++;
                lineStart = i + 1;
            }
        }
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
}
