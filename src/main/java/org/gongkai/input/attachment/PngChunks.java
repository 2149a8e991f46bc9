package org.gongkai.input.attachment;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The packed parts of a PNG picture, such as a table of colours, which a library would unpack whatever becomes of them. */
final class PngChunks {

    /** Most bytes of all of them together: tables of colours have a few million at most, and they are held in memory. */
    private static final int MOST = 8 << 20;

    private static final int HEAD = 8;
    /** Length and kind before a chunk's data, and its sum behind them. */
    private static final int AROUND = 12;

    private final byte[] bytes;
    private final byte[] sink = new byte[16_384];
    private long unpacked;

    private PngChunks(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Makes sure that a picture may be read.
     *
     * @throws LimitExceeded if it unpacks to too much
     */
    static void limit(byte[] bytes) {
        new PngChunks(bytes).limit();
    }

    private void limit() {
        int at = HEAD;
        while (at <= bytes.length - AROUND) {
            int length = number(at);
            if (length < 0 || length > bytes.length - AROUND - at) {
                return;
            }
            int data = at + 8;
            int packed = packed(new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1), data, data + length);
            if (packed >= 0) {
                unpack(packed, data + length);
            }
            at += AROUND + length;
        }
    }

    private int number(int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
    }

    /** Where the packed bytes of a chunk begin, or -1 if it has none. */
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

    /** The picture itself is not unpacked by anyone. What is broken is not told here. */
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
                if (unpacked > MOST) {
                    throw new LimitExceeded();
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
