package org.gongkai.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.problem.Problem;

/** Writes the values of a record; {@link CacheReader} reads them in the same order. */
public final class CacheWriter {

    private final Map<String, Integer> shared = new HashMap<>();
    private byte[] bytes;
    private int length;

    public CacheWriter() {
        this(256);
    }

    /** @param size expected size in bytes */
    CacheWriter(int size) {
        bytes = new byte[size];
    }

    /** Adds an integer in a variable-length encoding; values near zero take one byte. */
    public CacheWriter number(long number) {
        long left = number << 1 ^ number >> 63;
        ensureCapacity(10);
        while ((left & ~0x7FL) != 0) {
            bytes[length++] = (byte) (left & 0x7F | 0x80);
            left >>>= 7;
        }
        bytes[length++] = (byte) left;
        return this;
    }

    public CacheWriter flag(boolean flag) {
        return number(flag ? 1 : 0);
    }

    /** Adds a text, which may contain unpaired surrogates as left by YAML escapes and truncated messages. */
    public CacheWriter text(String text) {
        if (!hasUnpairedSurrogates(text)) {
            return bytes(text.getBytes(StandardCharsets.UTF_8));
        }
        number(-text.length());
        text.chars().forEach(this::number);
        return this;
    }

    /** Adds a text that a record may contain repeatedly: once, and from then on its number from 1. */
    public CacheWriter shared(String text) {
        Integer before = shared.putIfAbsent(text, shared.size() + 1);
        return before == null ? number(0).text(text) : number(before);
    }

    private static boolean hasUnpairedSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private CacheWriter bytes(byte[] raw) {
        number(raw.length);
        ensureCapacity(raw.length);
        System.arraycopy(raw, 0, bytes, length, raw.length);
        length += raw.length;
        return this;
    }

    /** Adds the bytes of a heap buffer. */
    CacheWriter slice(ByteBuffer buffer) {
        number(buffer.remaining());
        ensureCapacity(buffer.remaining());
        System.arraycopy(buffer.array(), buffer.arrayOffset() + buffer.position(), bytes, length, buffer.remaining());
        length += buffer.remaining();
        return this;
    }

    /** Adds a list whose values are written by {@code each}. */
    public <T> CacheWriter all(Collection<T> values, Consumer<T> each) {
        number(values.size());
        values.forEach(each);
        return this;
    }

    /** Adds a value that may be absent. */
    public <T> CacheWriter optional(Optional<T> value, Consumer<T> write) {
        flag(value.isPresent());
        value.ifPresent(write);
        return this;
    }

    public CacheWriter problem(Problem problem) {
        return number(problem.severity().ordinal())
                .shared(problem.code())
                .shared(problem.path())
                .number(problem.line())
                .number(problem.column())
                .shared(problem.message())
                .shared(problem.hint());
    }

    /** Everything added so far. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void ensureCapacity(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
