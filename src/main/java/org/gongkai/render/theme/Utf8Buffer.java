package org.gongkai.render.theme;

import java.io.Writer;
import java.util.Arrays;
import org.gongkai.problem.ControlCharacters;

/**
 * Collects the output of a template as UTF-8 bytes. A page of Chinese text would otherwise be copied three times, as
 * characters, as a string and as bytes, which is noticeable over ten thousand pages. All rendered pages pass
 * through here: characters that no page may contain ({@link ControlCharacters}) are removed, wherever they come
 * from.
 */
public final class Utf8Buffer extends Writer {

    private byte[] bytes;
    private int size;
    /** A high surrogate, and the position of its low surrogate. */
    private char pending;

    private int pendingAt = -1;

    /** A buffer of so many bytes to begin with. */
    public Utf8Buffer(int capacity) {
        bytes = new byte[capacity];
    }

    @Override
    public void write(int c) {
        ensure(4);
        put((char) c);
    }

    @Override
    public void write(char[] chars, int from, int count) {
        ensure(3 * count + 3);
        for (int i = from; i < from + count; i++) {
            put(chars[i]);
        }
    }

    @Override
    public void write(String text, int from, int count) {
        ensure(3 * count + 3);
        for (int i = from; i < from + count; i++) {
            put(text.charAt(i));
        }
    }

    private void put(char c) {
        if (c < 0x80) {
            if (c >= ' ' && c != 0x7F || c == '\n' || c == '\t' || c == '\r') {
                bytes[size++] = (byte) c;
            }
        } else if (c < 0x800) {
            if (c >= 0xA0) {
                bytes[size++] = (byte) (0xC0 | c >> 6);
                bytes[size++] = (byte) (0x80 | c & 0x3F);
            }
        } else if (c < Character.MIN_SURROGATE) {
            three(c);
        } else if (Character.isHighSurrogate(c)) {
            pending = c;
            pendingAt = size;
        } else if (Character.isLowSurrogate(c)) {
            if (pendingAt == size) {
                supplementary(Character.toCodePoint(pending, c));
            }
            pendingAt = -1;
        } else if (!ControlCharacters.is(c)) {
            three(c);
        }
    }

    private void three(char c) {
        bytes[size++] = (byte) (0xE0 | c >> 12);
        bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
        bytes[size++] = (byte) (0x80 | c & 0x3F);
    }

    private void supplementary(int point) {
        if (ControlCharacters.is(point)) {
            return;
        }
        bytes[size++] = (byte) (0xF0 | point >> 18);
        bytes[size++] = (byte) (0x80 | point >> 12 & 0x3F);
        bytes[size++] = (byte) (0x80 | point >> 6 & 0x3F);
        bytes[size++] = (byte) (0x80 | point & 0x3F);
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    /** Returns everything that was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    @Override
    public void flush() {
        // Everything is in memory.
    }

    @Override
    public void close() {
        // There is nothing to release.
    }
}
