package org.gongkai.input.attachment;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Limits the compressed chunks of a PNG picture, such as color profiles, which a library would decompress without
 * limit.
 */
final class PngChunks {

    /**
     * Maximum total size of decompressed chunks in bytes, which are held in memory; color profiles have a few million
     * at most.
     */
    private static final int MAX_BYTES = 8 << 20;

    private static final int HEAD = 8;
    /** The number of bytes of a chunk besides its data: length, type and checksum. */
    private static final int OVERHEAD = 12;

    private final byte[] bytes;
    private final byte[] sink = new byte[16_384];
    private long unpacked;

    private PngChunks(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Checks that a picture may be read.
     *
     * @throws LimitExceeded if the decompressed chunks exceed the limit
     */
    static void limit(byte[] bytes) {
        new PngChunks(bytes).limit();
    }

    private void limit() {
        int at = HEAD;
        while (at <= bytes.length - OVERHEAD) {
            int length = number(at);
            if (length < 0 || length > bytes.length - OVERHEAD - at) {
                return;
            }
            int data = at + 8;
            int packed = packed(new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1), data, data + length);
            if (packed >= 0) {
                unpack(packed, data + length);
            }
            at += OVERHEAD + length;
        }
    }

    private int number(int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
    }

    /** The offset of the compressed data of a chunk, or -1 if it has none. */
    private int packed(String kind, int from, int end) {
        int name = afterNull(from, end);
        return switch (kind) {
            case "iCCP", "zTXt" -> name + 1;
            case "iTXt" -> name < end && bytes[name] == 1 ? afterNull(afterNull(name + 2, end), end) : -1;
            default -> -1;
        };
    }

    private int afterNull(int from, int end) {
        int at = from;
        while (at < end && bytes[at] != 0) {
            at++;
        }
        return at + 1;
    }

    /** The image data are not decompressed. Damage is reported elsewhere. */
    private void unpack(int from, int end) {
        if (from >= end) {
            return;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, from, end - from);
            int read = inflater.inflate(sink);
            while (read > 0) {
                unpacked += read;
                if (unpacked > MAX_BYTES) {
                    throw new LimitExceeded(false);
                }
                read = inflater.inflate(sink);
            }
        } catch (DataFormatException e) {
            return;
        } finally {
            inflater.end();
        }
    }
}
