package org.gongkai.search.pack;

import java.util.Arrays;

/**
 * Writes bits, most significant first, 15 to each UTF-16 unit from U+4000 to U+BFFF, so that the result can stand in a string
 * of a script without escapes.
 */
public final class BitWriter {

    /** The number of bits in a UTF-16 unit. */
    static final int UNIT = 15;
    /** The unit whose bits are all zero. */
    static final char FIRST = 0x4000;

    private char[] units = new char[256];
    private int full;
    private int free = UNIT;
    private int partial;
    private long length;

    /** The number of bits written. */
    public long length() {
        return length;
    }

    /** The number of UTF-16 units that the bits need. */
    public int units() {
        return full + (free < UNIT ? 1 : 0);
    }

    /**
     * Writes the low bits of a number.
     *
     * @param count how many, 0 to 31
     */
    public void bits(int value, int count) {
        length += count;
        int left = count;
        while (left >= free) {
            left -= free;
            if (full == units.length) {
                units = Arrays.copyOf(units, full * 2);
            }
            units[full++] = (char) (FIRST + (partial << free | value >>> left & mask(free)));
            partial = 0;
            free = UNIT;
        }
        if (left > 0) {
            partial = partial << left | value & mask(left);
            free -= left;
        }
    }

    private static int mask(int bits) {
        return (1 << bits) - 1;
    }

    private void unary(int value) {
        int left = value;
        for (; left >= UNIT; left -= UNIT) {
            bits(mask(UNIT), UNIT);
        }
        bits((1 << left + 1) - 2, left + 1);
    }

    /** Writes a number of at least 1 in Elias gamma code. */
    public void gamma(int value) {
        int width = 31 - Integer.numberOfLeadingZeros(value);
        unary(width);
        bits(value, width);
    }

    /** Writes a number of at least 0 in exponential Golomb code. */
    public void golomb(int value, int low) {
        gamma((value >> low) + 1);
        bits(value, low);
    }

    /** Writes a number of at least 0 in Rice code. */
    public void rice(int value, int low) {
        unary(value >> low);
        bits(value, low);
    }

    /** Appends a range of the bits of another writer. */
    public void append(BitWriter other, long from, long to) {
        long next = from;
        while (next < to) {
            int index = (int) (next / UNIT);
            int skipped = (int) (next % UNIT);
            int count = (int) Math.min(UNIT - skipped, to - next);
            int unit = index < other.full ? other.units[index] - FIRST : other.partial << other.free;
            bits(unit >> UNIT - skipped - count, count);
            next += count;
        }
    }

    /** The bits as text; the last unit is filled with zeros. */
    @Override
    public String toString() {
        char[] text = Arrays.copyOf(units, units());
        if (free < UNIT) {
            text[full] = (char) (FIRST + (partial << free));
        }
        return new String(text);
    }
}
