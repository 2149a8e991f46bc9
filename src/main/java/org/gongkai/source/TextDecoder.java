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

    /**
     * Decodes one file.
     *
     * @return the text, empty (and a problem told) if the bytes are no UTF-8
     */
    public Optional<String> decode(String path, byte[] bytes, Consumer<Problem> problems) {
        int start = startsWithMark(bytes) ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length - start);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
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
            problems.accept(Problem.error(
                    "E402", path, line, column, "文件不是 UTF-8 编码，从这里起读不出来", "请在编辑器里“另存为”，编码选 UTF-8，再提交"));
            return Optional.empty();
        }
        String text = out.flip().toString();
        return Optional.of(text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }
}
