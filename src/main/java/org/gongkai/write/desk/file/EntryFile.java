package org.gongkai.write.desk.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.io.Digests;

/**
 * The text of a file on disk.
 *
 * @param text its text with {@code \n} as the only line terminator
 * @param version identifies its bytes
 * @param mark whether it begins with a byte order mark
 * @param windows whether its lines end as on Windows
 */
public record EntryFile(String text, String version, boolean mark, boolean windows) {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** The version of a file that does not exist. */
    public static final String ABSENT = "";

    /** Reads the bytes of a file; empty if they are no text. */
    static Optional<EntryFile> of(String path, byte[] bytes) {
        return new TextDecoder()
                .decode(path, bytes, problem -> {})
                .map(text -> new EntryFile(
                        text,
                        version(bytes),
                        Arrays.equals(Arrays.copyOf(bytes, BYTE_ORDER_MARK.length), BYTE_ORDER_MARK),
                        new String(bytes, StandardCharsets.ISO_8859_1).contains("\r\n")));
    }

    /** Identifies bytes. */
    public static String version(byte[] bytes) {
        return Digests.sha256(bytes);
    }

    /** The bytes of another text in the form of this one; always UTF-8. */
    byte[] bytes(String other) {
        String lines = windows ? other.replace("\n", "\r\n") : other;
        return ((mark ? "\uFEFF" : "") + lines).getBytes(StandardCharsets.UTF_8);
    }
}
