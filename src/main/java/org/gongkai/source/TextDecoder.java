package org.gongkai.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.problem.Problem;

/** Turns the bytes of a text file into text: strict UTF-8 with or without a mark, line ends made {@code \n}. */
public final class TextDecoder {

    /** Largest text file that is read, in bytes. */
    public static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final char REPLACEMENT = '\uFFFD';

    /**
     * Decodes one file.
     *
     * @return the text, empty (and a problem told) if the bytes are no UTF-8
     */
    public Optional<String> decode(String path, byte[] bytes, Consumer<Problem> problems) {
        int start = startsWithMark(bytes) ? 3 : 0;
        // The plain decoder is several times faster than a strict one and marks what it could not read; only then is it
        // worth asking where.
        String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            Optional<Problem> problem = firstBadByte(path, ByteBuffer.wrap(bytes, start, bytes.length - start));
            if (problem.isPresent()) {
                problems.accept(problem.get());
                return Optional.empty();
            }
        }
        return Optional.of(
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** Where strict reading stops; nowhere if the mark of a bad byte was itself typed. */
    private static Optional<Problem> firstBadByte(String path, ByteBuffer in) {
        CharBuffer out = CharBuffer.allocate(in.remaining());
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (!result.isError()) {
            return Optional.empty();
        }
        out.flip();
        int line = 1;
        int column = 1;
        for (int i = 0; i < out.length(); i++) {
            column++;
            if (out.charAt(i) == '\n') {
                line++;
                column = 1;
            }
        }
        return Optional.of(
                Problem.error("E402", path, line, column, "文件不是 UTF-8 编码，从这里起读不出来", "请在编辑器里“另存为”，编码选 UTF-8，再提交"));
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }
}
