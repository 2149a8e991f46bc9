package org.gongkai.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gongkai.problem.Problem;
import org.gongkai.problem.Severity;

/** Reads the values of a record in the order in which {@link CacheWriter} wrote them. */
public final class CacheReader {

    private final ByteBuffer in;
    private final List<String> shared = new ArrayList<>();

    /** @param in a record in a heap buffer; its position is not changed */
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
            return unpairedSurrogates(-length);
        }
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    /** Reads a text that {@link CacheWriter#shared} wrote. */
    public String shared() {
        int number = integer();
        if (number > 0) {
            return shared.get(number - 1);
        }
        String text = text();
        shared.add(text);
        return text;
    }

    private String unpairedSurrogates(int length) {
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            chars[i] = (char) integer();
        }
        return new String(chars);
    }

    /** Reads bytes without copying them. */
    ByteBuffer slice() {
        int length = integer();
        ByteBuffer slice = in.slice(in.position(), length);
        in.position(in.position() + length);
        return slice;
    }

    /** Reads a list whose values are read by {@code each}. */
    public <T> List<T> all(Supplier<T> each) {
        int size = integer();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(each.get());
        }
        return values;
    }

    /** Reads a value that may be absent. */
    public <T> Optional<T> optional(Supplier<T> read) {
        return flag() ? Optional.of(read.get()) : Optional.empty();
    }

    public Problem problem() {
        return new Problem(Severity.values()[integer()], shared(), shared(), integer(), integer(), shared(), shared());
    }
}
