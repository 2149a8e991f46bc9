package org.gongkai.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes the values of a record out in the order in which {@link CacheWriter} was given them. */
public final class CacheReader {

    private final ByteBuffer in;

    /** @param in a record on the heap; its position is left alone */
    public CacheReader(ByteBuffer in) {
        this.in = in.duplicate();
    }

    public long number() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            number |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return number >>> 1 ^ -(number & 1);
            }
        }
    }

    public int integer() {
        return Math.toIntExact(number());
    }

    public boolean flag() {
        return number() != 0;
    }

    public String text() {
        int length = integer();
        if (length < 0) {
            return halves(-length);
        }
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    private String halves(int length) {
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            chars[i] = (char) integer();
        }
        return new String(chars);
    }

    /** Bytes without copying them. */
    ByteBuffer slice() {
        int length = integer();
        ByteBuffer slice = in.slice(in.position(), length);
        in.position(in.position() + length);
        return slice;
    }

    /** A list of values, each as {@code each} reads it. */
    public <T> List<T> all(Supplier<T> each) {
        int size = integer();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(each.get());
        }
        return values;
    }

    /** A value that may be absent. */
    public <T> Optional<T> optional(Supplier<T> read) {
        return flag() ? Optional.of(read.get()) : Optional.empty();
    }
}
