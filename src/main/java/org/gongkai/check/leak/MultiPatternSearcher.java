package org.gongkai.check.leak;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Looks for many texts in many bytes at once. Of each text a window of eight bytes is known at four neighbouring places, so
 * that only every fourth place of the bytes has to be looked at, and a bitmap tells for most of them that nothing begins
 * there. Any number of threads may search at once.
 *
 * @param <T> what a text stands for
 */
final class MultiPatternSearcher<T> {

    private static final int WINDOW = Long.BYTES;
    private static final int STEP = 4;

    /** A text must have this many bytes to be found, four Chinese characters. */
    static final int SHORTEST = WINDOW + STEP - 1;

    private static final int BITS_EACH = 64;
    private static final int COUNTS = 18;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Map<Long, List<Spot<T>>> spots = new HashMap<>();
    private final long[] bitmap;
    private final int shift;

    /**
     * A text to look for.
     *
     * @param text at least {@link #SHORTEST} bytes of UTF-8
     * @param whole whether no letter or digit of ASCII may stand before or behind it
     * @param meaning what it stands for
     */
    record Needle<T>(String text, boolean whole, T meaning) {}

    private record Spot<T>(byte[] bytes, int offset, boolean whole, T meaning) {}

    MultiPatternSearcher(List<Needle<T>> needles) {
        List<byte[]> texts = needles.stream()
                .map(needle -> needle.text().getBytes(StandardCharsets.UTF_8))
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
                                text, i, needles.get(n).whole(), needles.get(n).meaning()));
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

    /** Titles of a series begin and end alike; the place that the fewest texts share tells them apart soonest. */
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

    /** Half of a window. The first compiler, which is all that a build gets, is slow with anything cleverer. */
    private static int half(byte[] in, int at) {
        return in[at] << 24 | (in[at + 1] & 0xFF) << 16 | (in[at + 2] & 0xFF) << 8 | in[at + 3] & 0xFF;
    }

    private static long window(int first, int second) {
        return (long) first << 32 | second & 0xFFFFFFFFL;
    }

    private int bit(long window) {
        return (int) (window * SPREAD >>> shift);
    }

    /** Hands over what is found, as often as it is found. */
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
                    if (stands(spot, in, i - spot.offset())) {
                        found.accept(spot.meaning());
                    }
                }
            }
        }
    }

    private static boolean stands(Spot<?> spot, byte[] in, int from) {
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
