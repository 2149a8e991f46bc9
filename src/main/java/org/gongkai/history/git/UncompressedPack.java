package org.gongkai.history.git;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.eclipse.jgit.lib.Constants;

/**
 * Rewrites a Git pack so that its objects are stored uncompressed. The output of a compressor differs between machines; this
 * form has one encoding only.
 */
final class UncompressedPack {

    private static final int OFFSET_DELTA = 6;
    private static final int REFERENCE_DELTA = 7;
    private static final int LONGEST_BLOCK = 0xffff;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 14];
    private int position;
    private int limit;
    private long read;

    private final OutputStream out;
    private final MessageDigest digest = Constants.newMessageDigest();
    private long written;

    /** Offsets of objects in the output by their offsets in the input. */
    private final Map<Long, Long> offsets = new HashMap<>();

    UncompressedPack(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /**
     * Copies the whole pack.
     *
     * @throws IOException if the pack is malformed, or cannot be read or written; the output is then incomplete
     */
    void copy() throws IOException {
        byte[] head = new byte[12];
        for (int i = 0; i < head.length; i++) {
            head[i] = (byte) next();
        }
        put(head, head.length);
        int objects = (head[8] & 0xff) << 24 | (head[9] & 0xff) << 16 | (head[10] & 0xff) << 8 | head[11] & 0xff;
        for (int i = 0; i < objects; i++) {
            object();
        }
        out.write(digest.digest());
    }

    private void object() throws IOException {
        long from = read;
        long to = written;
        offsets.put(from, to);
        int first = next();
        int type = first >> 4 & 7;
        long size = first & 15;
        put(first);
        for (int c = first, shift = 4; (c & 0x80) != 0; shift += 7) {
            c = next();
            put(c);
            size |= (long) (c & 0x7f) << shift;
        }
        if (type == OFFSET_DELTA) {
            int c = next();
            long back = c & 0x7f;
            while ((c & 0x80) != 0) {
                c = next();
                back = back + 1 << 7 | c & 0x7f;
            }
            putOffset(to - offsets.get(from - back));
        } else if (type == REFERENCE_DELTA) {
            for (int i = 0; i < Constants.OBJECT_ID_LENGTH; i++) {
                put(next());
            }
        }
        bytes(size);
    }

    private void putOffset(long offset) throws IOException {
        byte[] bytes = new byte[10];
        int at = bytes.length - 1;
        bytes[at] = (byte) (offset & 0x7f);
        for (long rest = offset >> 7; rest > 0; rest >>= 7) {
            rest--;
            bytes[--at] = (byte) (0x80 | rest & 0x7f);
        }
        for (; at < bytes.length; at++) {
            put(bytes[at] & 0xff);
        }
    }

    /** Writes the content of an object as stored blocks (RFC 1950, RFC 1951). */
    private void bytes(long size) throws IOException {
        Inflater inflater = new Inflater();
        try {
            Adler32 sum = new Adler32();
            put(0x78);
            put(0x01);
            byte[] block = new byte[LONGEST_BLOCK];
            long rest = size;
            do {
                int length = (int) Math.min(rest, LONGEST_BLOCK);
                inflate(inflater, block, length);
                rest -= length;
                put(rest == 0 ? 1 : 0);
                put(length & 0xff);
                put(length >> 8);
                put(~length & 0xff);
                put(~length >> 8 & 0xff);
                put(block, length);
                sum.update(block, 0, length);
            } while (rest > 0);
            inflate(inflater, new byte[1], 0);
            for (int shift = 24; shift >= 0; shift -= 8) {
                put((int) (sum.getValue() >> shift) & 0xff);
            }
        } finally {
            inflater.end();
        }
    }

    /** Inflates a number of bytes; for 0, consumes the end of the stream. */
    private void inflate(Inflater inflater, byte[] block, int length) throws IOException {
        try {
            int filled = 0;
            while (length == 0 ? !inflater.finished() : filled < length) {
                if (inflater.needsInput()) {
                    fill();
                    inflater.setInput(buffer, position, limit - position);
                }
                int before = inflater.getRemaining();
                int got = inflater.inflate(block, filled, Math.max(length - filled, length == 0 ? 1 : 0));
                int used = before - inflater.getRemaining();
                position += used;
                read += used;
                filled += got;
                if (length == 0 && got > 0 || inflater.finished() && filled < length) {
                    throw new IOException("an object is not as long as it says");
                }
            }
        } catch (DataFormatException e) {
            throw new IOException(e);
        }
    }

    private void fill() throws IOException {
        if (position == limit) {
            limit = in.read(buffer);
            position = 0;
            if (limit <= 0) {
                throw new EOFException("the pack ends too early");
            }
        }
    }

    private int next() throws IOException {
        fill();
        read++;
        return buffer[position++] & 0xff;
    }

    private void put(int octet) throws IOException {
        put(new byte[] {(byte) octet}, 1);
    }

    private void put(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        digest.update(bytes, 0, length);
        written += length;
    }
}
