package org.gongkai.write.document.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.problem.Problem;
import org.gongkai.problem.Severity;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.Remark;

/**
 * A text file of another program. In addition to the charsets of {@link TextDecoder}, UTF-16 without a byte order mark
 * and Big5 are recognised.
 *
 * @param text the text with {@code \n} as line terminator
 * @param remarks what the secretary should know about its charset
 */
public record ForeignText(String text, List<Remark> remarks) {

    private static final Charset BIG5 = Charset.forName("Big5");

    /** The share of characters that must be usual for a charset to be accepted. */
    private static final double USUAL = 0.85;

    public ForeignText {
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableDocument if it is no text, or too large
     */
    public static ForeignText read(Path file) throws IOException {
        if (Files.size(file) > TextDecoder.maxBytes()) {
            throw new UnreadableDocument("文件有 " + TextDecoder.megabytes(Files.size(file)) + "，文本最多 "
                    + TextDecoder.megabytes(TextDecoder.maxBytes()));
        }
        return of(Files.readAllBytes(file));
    }

    /**
     * Decodes the bytes of a file.
     *
     * @throws UnreadableDocument if they are no text
     */
    public static ForeignText of(byte[] bytes) throws UnreadableDocument {
        List<Problem> problems = new ArrayList<>();
        Optional<String> text = new TextDecoder().decode("", bytes, problems::add);
        if (text.isEmpty()) {
            text = unmarked(bytes, StandardCharsets.UTF_16LE, "UTF-16", problems)
                    .or(() -> unmarked(bytes, StandardCharsets.UTF_16BE, "UTF-16", problems))
                    .or(() -> big5(bytes, problems));
        }
        if (text.isEmpty()) {
            throw new UnreadableDocument(problems.get(0).message());
        }
        List<Remark> remarks = problems.stream()
                .filter(problem -> problem.severity() == Severity.WARNING)
                .map(problem -> new Remark("", problem.message(), Remark.Weight.NOTE))
                .toList();
        return new ForeignText(text.get(), remarks);
    }

    private static Optional<String> unmarked(byte[] bytes, Charset charset, String name, List<Problem> problems) {
        if (bytes.length % 2 != 0) {
            return Optional.empty();
        }
        return strict(bytes, charset)
                .filter(text -> text.indexOf('\0') < 0 && share(text, ForeignText::isUsual) > USUAL)
                .map(text -> read(text, name, problems));
    }

    private static Optional<String> big5(byte[] bytes, List<Problem> problems) {
        return strict(bytes, BIG5)
                .filter(text -> text.indexOf('\0') < 0 && share(text, ForeignText::isUsualInBig5) > USUAL)
                .map(text -> read(text, "Big5（繁体）", problems));
    }

    private static String read(String text, String name, List<Problem> problems) {
        problems.clear();
        problems.add(Problem.warning("W405", "", 1, 1, "文件是 " + name + " 编码，已按它读出", ""));
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static double share(String text, IntPredicate usual) {
        long all = text.chars().filter(c -> c >= 0x80).count();
        return all == 0
                ? 0
                : (double) text.chars().filter(c -> c >= 0x80 && usual.test(c)).count() / all;
    }

    private static boolean isUsual(int c) {
        return c >= 0x4e00 && c <= 0x9fa5
                || c >= 0x3000 && c <= 0x303f
                || c >= 0xff00 && c <= 0xff5e
                || c == '“'
                || c == '”';
    }

    /** Whether a character belongs to the symbols or to the first, more frequent level of Big5. */
    private static boolean isUsualInBig5(int c) {
        byte[] bytes = String.valueOf((char) c).getBytes(BIG5);
        int first = bytes[0] & 0xFF;
        return bytes.length == 2 && first >= 0xA1 && first <= 0xC6;
    }
}
