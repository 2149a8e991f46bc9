package org.gongkai.input.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.io.HeapBudget;
import org.gongkai.io.TextResource;
import org.gongkai.problem.ControlCharacters;
import org.gongkai.problem.Position;
import org.gongkai.problem.Problem;

/**
 * Decodes text files and converts line terminators to {@code \n}. A byte order mark determines the charset; otherwise
 * strict UTF-8, then strict GB18030 if the result is plausible Chinese. Control characters are removed. Removed
 * characters and charsets other than UTF-8 are reported; nothing is replaced silently.
 */
public final class TextDecoder {

    /** Heap that a byte of most entries requires while it is read, converted and checked, in bytes. */
    private static final int HEAP_PER_BYTE = 30;

    private static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final char REPLACEMENT = '\uFFFD';
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** The charsets that texts are read in; each is to be tried until one gives the text as it was read. */
    public static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, GB18030, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private static final String SAVE_AS = "请在编辑器里“另存为”，编码选 UTF-8";

    /** The types of binary files in Chinese, by their first bytes as characters of ISO 8859-1. */
    private static final Map<String, String> BINARY_TYPES = TextResource.map(TextDecoder.class, "binary.txt");

    /** Minimum plausibility of Chinese; the wrong charset yields far less. */
    private static final double CHINESE = 0.6;

    /** Minimum plausibility of GBK to override valid UTF-8. */
    private static final double SURELY_CHINESE = 0.9;

    /** Maximum length of GBK that is valid UTF-8 by chance: the probability is less than one fifth per character. */
    private static final int MAX_COINCIDENCE = 64;

    /** Maximum size of a text file in bytes; less if the memory is small. */
    public static int maxBytes() {
        return (int) HeapBudget.ofProcess().most(MAX_BYTES, HEAP_PER_BYTE);
    }

    /** Reads and decodes a file; see {@link #decode(String, byte[], Consumer)}. One that is too large is not read. */
    public Optional<String> decode(SourceTree source, SourceFile file, Consumer<Problem> problems) {
        if (file.size() > maxBytes()) {
            problems.accept(tooLarge(file.path(), file.size()));
            return Optional.empty();
        }
        return decode(file.path(), source.bytes(file), problems);
    }

    /**
     * Decodes a file.
     *
     * @return the text; empty if the bytes cannot be decoded, in which case a problem has been reported
     */
    public Optional<String> decode(String path, byte[] bytes, Consumer<Problem> problems) {
        if (bytes.length > maxBytes()) {
            problems.accept(tooLarge(path, bytes.length));
            return Optional.empty();
        }
        return text(path, bytes, problems)
                .map(text -> text.indexOf('\r') < 0
                        ? text
                        : text.replace("\r\n", "\n").replace('\r', '\n'))
                .map(text -> withoutControls(path, text, problems));
    }

    /** Decodes bytes from an offset on; empty if one of them is malformed. */
    public static Optional<String> strict(byte[] bytes, int start, Charset charset) {
        StrictDecoder decoded = StrictDecoder.of(bytes, start, charset);
        return decoded.whole() ? Optional.of(decoded.text()) : Optional.empty();
    }

    /** The problem of a file that is larger than {@link #maxBytes}. */
    public static Problem tooLarge(String path, long bytes) {
        int most = maxBytes();
        String memory = most < MAX_BYTES ? "，也可以用 java -Xmx 给程序多一些内存" : "";
        return Problem.error(
                "E403",
                path,
                "文件太大：" + megabytes(bytes),
                "最多 " + megabytes((most * 10L >> 20 << 20) / 10) + "；大的表格和图片请作为附件" + memory);
    }

    /** Removes the characters that are not allowed in pages; every text passes through here. */
    private static String withoutControls(String path, String text, Consumer<Problem> problems) {
        if (!ControlCharacters.in(text)) {
            return text;
        }
        problems.accept(ControlCharacters.problem(path, text));
        return ControlCharacters.without(text);
    }

    private static Optional<String> text(String path, byte[] bytes, Consumer<Problem> problems) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return utf16(path, bytes, StandardCharsets.UTF_16LE, problems);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return utf16(path, bytes, StandardCharsets.UTF_16BE, problems);
        }
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        // The lenient decoder is several times faster than a strict one and marks malformed bytes; only then are they
        // located.
        String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        int extra = bytes.length - start - text.length();
        boolean marked = text.indexOf(REPLACEMENT) >= 0;
        if (marked || text.indexOf('\0') >= 0) {
            return doubtful(path, bytes, start, text, problems);
        }
        if (start == 0 && extra > 0 && extra <= MAX_COINCIDENCE && CharsetPlausibility.isUnexpected(text)) {
            StrictDecoder other = StrictDecoder.of(bytes, 0, GB18030);
            if (other.whole()
                    && other.text().chars().filter(c -> c >= 0x80).distinct().count() > 1
                    && CharsetPlausibility.ofChinese(other.text()) >= SURELY_CHINESE) {
                return gb18030(path, other.text(), problems);
            }
        }
        return Optional.of(text);
    }

    /**
     * Handles a replacement character: malformed UTF-8, a binary file, or a replacement character in the file itself.
     */
    private static Optional<String> doubtful(
            String path, byte[] bytes, int start, String text, Consumer<Problem> problems) {
        Optional<String> type = binaryType(bytes);
        if (type.isPresent() || text.indexOf('\0') >= 0) {
            return binary(path, type, type.isPresent() ? "" : text, problems);
        }
        StrictDecoder utf8 = StrictDecoder.of(bytes, start, StandardCharsets.UTF_8);
        if (utf8.whole()) {
            return Optional.of(text);
        }
        StrictDecoder other = StrictDecoder.of(bytes, 0, GB18030);
        boolean chinese = start == 0 && CharsetPlausibility.ofChinese(other.text()) >= CHINESE;
        if (chinese && other.whole()) {
            return gb18030(path, other.text(), problems);
        }
        if (chinese && other.text().length() > utf8.text().length()) {
            problems.accept(Problem.error(
                    "E406", path, other, "文件是 GB18030（GBK）编码，但从这里起读不出来", "请用原来的软件打开，检查这里的文字，再“另存为”，编码选 UTF-8"));
        } else {
            problems.accept(Problem.error("E402", path, utf8, "文件不是 UTF-8 编码，从这里起读不出来", SAVE_AS + "，再提交"));
        }
        return Optional.empty();
    }

    private static Optional<String> binary(
            String path, Optional<String> type, String text, Consumer<Problem> problems) {
        StrictDecoder before = new StrictDecoder(text.substring(0, Math.max(0, text.indexOf('\0'))), false);
        problems.accept(Problem.error(
                "E405",
                path,
                before,
                type.map(it -> "这不是文本文件，而是" + it).orElse("这不是文本文件：从这里起是二进制内容"),
                "条目和数据文件只能是文字，其他文件请作为附件；如果本是文字，" + SAVE_AS));
        return Optional.empty();
    }

    private static Optional<String> gb18030(String path, String text, Consumer<Problem> problems) {
        problems.accept(Problem.warning("W405", path, "文件是 GB18030（GBK）编码，已按它读出", convert("GB18030", path)));
        return Optional.of(text);
    }

    private static Optional<String> utf16(String path, byte[] bytes, Charset charset, Consumer<Problem> problems) {
        StrictDecoder strict = StrictDecoder.of(bytes, 2, charset);
        if (!strict.whole()) {
            problems.accept(Problem.error(
                    "E406",
                    path,
                    strict,
                    "文件是 UTF-16（记事本的“Unicode”）编码，但从这里起读不出来",
                    "请用原来的软件打开，检查这里的文字，再“另存为”，编码选 UTF-8"));
            return Optional.empty();
        }
        if (strict.text().indexOf('\0') >= 0) {
            return binary(path, Optional.empty(), strict.text(), problems);
        }
        problems.accept(Problem.warning("W406", path, "文件是 UTF-16（记事本的“Unicode”）编码，已按它读出", convert("UTF-16", path)));
        return Optional.of(strict.text());
    }

    private static String convert(String from, String path) {
        return SAVE_AS + "；或者用命令 iconv -f " + from + " -t UTF-8 '" + path + "' > 新文件";
    }

    /** Formats a size in megabytes, rounded up so that an excessive size never seems allowed. */
    public static String megabytes(long bytes) {
        long tenths = (bytes * 10 + (1 << 20) - 1) >> 20;
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " MB";
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the type of a binary file by its first bytes. */
    private static Optional<String> binaryType(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
        return BINARY_TYPES.entrySet().stream()
                .filter(type -> start.matches("(?s)" + type.getKey() + ".*"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * The result of decoding bytes up to the first malformed one.
     *
     * @param text the text before the first malformed byte
     * @param whole whether all bytes are valid
     */
    private record StrictDecoder(String text, boolean whole) implements Position {

        static StrictDecoder of(byte[] bytes, int start, Charset charset) {
            ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
            CharBuffer out = CharBuffer.allocate(bytes.length - start);
            CoderResult result = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(in, out, true);
            return new StrictDecoder(out.flip().toString(), !result.isError());
        }

        /** The line, from 1, of the first malformed byte. */
        @Override
        public int line() {
            return 1 + (int) text.chars().filter(c -> c == '\n').count();
        }

        /** The column, from 1, of the first malformed byte. */
        @Override
        public int column() {
            return text.length() - text.lastIndexOf('\n');
        }
    }
}
