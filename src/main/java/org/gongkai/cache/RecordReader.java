package org.gongkai.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads values in the order in which {@link RecordWriter} wrote them. */
final class RecordReader {

    private final ByteBuffer in;
    private final List<String> texts = new ArrayList<>();

    /** @param in bytes in a heap buffer; its position is not changed */
    RecordReader(ByteBuffer in) {
        this.in = in.duplicate();
    }

    long number() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            number |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return number >>> 1 ^ -(number & 1);
            }
        }
    }

    int integer() {
        return Math.toIntExact(number());
    }

    String text() {
        int number = integer();
        if (number > 0) {
            return texts.get(number - 1);
        }
        String text = number % 2 == 0 ? encoded(-number / 2) : chars(-number / 2);
        texts.add(text);
        return text;
    }

    private String encoded(int length) {
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    private String chars(int length) {
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            chars[i] = (char) integer();
        }
        return new String(chars);
    }

    /** The bytes that have not been read. */
    ByteBuffer rest() {
        return in.slice();
    }

    /** Reads bytes without copying them. */
    ByteBuffer slice() {
        int length = integer();
        ByteBuffer slice = in.slice(in.position(), length);
        in.position(in.position() + length);
        return slice;
    }
}
