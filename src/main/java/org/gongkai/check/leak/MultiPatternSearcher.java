package org.gongkai.check.leak;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Searches bytes for many texts at once. Windows of eight bytes of each text, at four consecutive offsets, are indexed,
 * so that only every fourth position of the bytes is examined, and a bitmap rules out most positions. Safe for use by
 * multiple threads.
 *
 * @param <T> the value of a text
 */
final class MultiPatternSearcher<T> {

    private static final int WINDOW = Long.BYTES;
    private static final int STEP = 4;

    /** Minimum length of a text in bytes, about four Chinese characters. */
    static final int SHORTEST = WINDOW + STEP - 1;

    private static final int BITS_EACH = 64;
    private static final int COUNTS = 18;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Map<Long, List<Spot<T>>> spots = new HashMap<>();
    private final long[] bitmap;
    private final int shift;

    /**
     * A text to search for.
     *
     * @param text at least {@link #SHORTEST} bytes of UTF-8
     * @param whole whether the text must not be adjacent to an ASCII letter or digit
     * @param meaning its value
     */
    record Keyword<T>(String text, boolean whole, T meaning) {}

    private record Spot<T>(byte[] bytes, int offset, boolean whole, T meaning) {}

    MultiPatternSearcher(List<Keyword<T>> keywords) {
        List<byte[]> texts = keywords.stream()
                .map(keyword -> keyword.text().getBytes(StandardCharsets.UTF_8))
                .toList();
        int[] counts = new int[1 << COUNTS];
        for (byte[] text : texts) {
            if (text.length < SHORTEST) {
                throw new IllegalArgumentException("too short to be found: " + text.length);
            }
            for (int i = 0; i + WINDOW <= text.length; i++) {
                counts[count(text, i)]++;
            }
        }
        for (int n = 0; n < texts.size(); n++) {
            byte[] text = texts.get(n);
            int from = rarest(text, counts);
            for (int i = from; i < from + STEP; i++) {
                spots.computeIfAbsent(window(text, i), window -> new ArrayList<>(1))
                        .add(new Spot<>(
                                text,
                                i,
                                keywords.get(n).whole(),
                                keywords.get(n).meaning()));
            }
        }
        int size = Math.max(10, 64 - Long.numberOfLeadingZeros((long) spots.size() * BITS_EACH));
        bitmap = new long[1 << (size - 6)];
        shift = 64 - size;
        for (long window : spots.keySet()) {
            int bit = bit(window);
            bitmap[bit >>> 6] |= 1L << bit;
        }
    }

    boolean isEmpty() {
        return spots.isEmpty();
    }

    /**
     * Returns the offset whose window is the least frequent among all texts: titles of a series begin and end alike.
     */
    private static int rarest(byte[] text, int[] counts) {
        int rarest = 0;
        int least = Integer.MAX_VALUE;
        for (int from = 0; from + SHORTEST <= text.length; from++) {
            int sum = 0;
            for (int i = from; i < from + STEP; i++) {
                sum += counts[count(text, i)];
            }
            if (sum < least) {
                least = sum;
                rarest = from;
            }
        }
        return rarest;
    }

    private static int count(byte[] text, int at) {
        return (int) (window(text, at) * SPREAD >>> Long.SIZE - COUNTS);
    }

    private static long window(byte[] in, int at) {
        return window(half(in, at), half(in, at + STEP));
    }

    /** Half of a window. Kept simple, because most builds end before the optimizing compiler takes effect. */
    private static int half(byte[] in, int at) {
        return in[at] << 24 | (in[at + 1] & 0xFF) << 16 | (in[at + 2] & 0xFF) << 8 | in[at + 3] & 0xFF;
    }

    private static long window(int first, int second) {
        return (long) first << 32 | second & 0xFFFFFFFFL;
    }

    private int bit(long window) {
        return (int) (window * SPREAD >>> shift);
    }

    /** Passes on the value of every occurrence. */
    void find(byte[] in, Consumer<T> found) {
        if (isEmpty()) {
            return;
        }
        int before = in.length < WINDOW ? 0 : half(in, 0);
        for (int i = 0; i + WINDOW <= in.length; i += STEP) {
            int half = half(in, i + STEP);
            long window = window(before, half);
            before = half;
            int bit = bit(window);
            if ((bitmap[bit >>> 6] & 1L << bit) != 0) {
                for (Spot<T> spot : spots.getOrDefault(window, List.of())) {
                    if (matches(spot, in, i - spot.offset())) {
                        found.accept(spot.meaning());
                    }
                }
            }
        }
    }

    private static boolean matches(Spot<?> spot, byte[] in, int from) {
        int to = from + spot.bytes().length;
        return from >= 0
                && to <= in.length
                && Arrays.equals(spot.bytes(), 0, spot.bytes().length, in, from, to)
                && !(spot.whole() && (isAlphanumeric(in, from - 1) || isAlphanumeric(in, to)));
    }

    private static boolean isAlphanumeric(byte[] in, int at) {
        return at >= 0 && at < in.length && in[at] >= 0 && Character.isLetterOrDigit(in[at]);
    }
}
