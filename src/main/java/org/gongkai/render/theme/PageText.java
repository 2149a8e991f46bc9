package org.gongkai.render.theme;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gongkai.problem.ControlCharacters;

/**
 * Takes the characters of a page. Wherever those come from that no page may contain, all pages pass here, where they
 * are left out on the way to UTF-8. Arrays, as the greater part of a build would else be spent in reading strings.
 */
final class PageText extends Writer {

    /** The first character that takes three bytes. */
    private static final char FIRST_OF_THREE = '\u0800';

    private char[] chars = new char[32_768];
    private int length;

    @Override
    public void write(int c) {
        reserve(1);
        chars[length++] = (char) c;
    }

    @Override
    public void write(char[] text, int from, int count) {
        reserve(count);
        System.arraycopy(text, from, chars, length, count);
        length += count;
    }

    @Override
    public void write(String text, int from, int count) {
        reserve(count);
        text.getChars(from, from + count, chars, length);
        length += count;
    }

    private void reserve(int count) {
        if (length + count > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(length + count, 2 * chars.length));
        }
    }

    /** Returns the page in UTF-8. */
    byte[] bytes() {
        byte[] bytes = new byte[3 * length];
        int to = 0;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (c < 0x7F && c >= ' ' || c == '\n') {
                bytes[to++] = (byte) c;
            } else if (c >= FIRST_OF_THREE && c < Character.MIN_SURROGATE && !ControlCharacters.is(c)) {
                bytes[to++] = (byte) (0xE0 | c >> 12);
                bytes[to++] = (byte) (0x80 | c >> 6 & 0x3F);
                bytes[to++] = (byte) (0x80 | c & 0x3F);
            } else {
                int point = Character.codePointAt(chars, i, length);
                i += Character.charCount(point) - 1;
                if (!ControlCharacters.is(point)) {
                    byte[] others = Character.toString(point).getBytes(StandardCharsets.UTF_8);
                    System.arraycopy(others, 0, bytes, to, others.length);
                    to += others.length;
                }
            }
        }
        return Arrays.copyOf(bytes, to);
    }

    @Override
    public void flush() {
        // Nothing stands behind it.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
