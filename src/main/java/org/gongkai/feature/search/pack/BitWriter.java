package org.gongkai.feature.search.pack;

import java.util.Arrays;

/**
 * Writes bits, most significant first, 15 to each UTF-16 unit from U+4000 to U+BFFF, so that the result can stand in a
 * string of a script without escapes.
 */
public final class BitWriter {

    /** The number of bits in a UTF-16 unit. */
    static final int UNIT = 15;
    /** The unit whose bits are all zero. */
    static final char FIRST = 0x4000;

    private static final int MASK = (1 << UNIT) - 1;

    private char[] units = new char[256];
    private int full;
    /** The last bits, which do not fill a unit yet, are the lowest of these. */
    private long pending;

    private int waiting;
    private long length;

    /** The number of bits written. */
    public long length() {
        return length;
    }

    /** The number of UTF-16 units that the bits need. */
    public int units() {
        return full + (waiting > 0 ? 1 : 0);
    }

    /**
     * Writes the low bits of a number.
     *
     * @param count how many, 0 to 31
     */
    public void bits(int value, int count) {
        length += count;
        pending = pending << count | value & (1L << count) - 1;
        waiting += count;
        while (waiting >= UNIT) {
            waiting -= UNIT;
            if (full == units.length) {
                units = Arrays.copyOf(units, full * 2);
            }
            units[full++] = (char) (FIRST + (int) (pending >>> waiting & MASK));
        }
    }

    /** Writes a number as so many ones and a zero, then some low bits. */
    private void unary(int value, int low, int count) {
        int left = value;
        for (; left >= UNIT; left -= UNIT) {
            bits(MASK, UNIT);
        }
        int ones = (1 << left + 1) - 2;
        if (count < UNIT) {
            bits(ones << count | low & (1 << count) - 1, left + 1 + count);
        } else {
            bits(ones, left + 1);
            bits(low, count);
        }
    }

    /** Writes a number of at least 1 in Elias gamma code. */
    public void gamma(int value) {
        int width = 31 - Integer.numberOfLeadingZeros(value);
        unary(width, value, width);
    }

    /** Writes a number of at least 0 in exponential Golomb code. */
    public void golomb(int value, int low) {
        gamma((value >> low) + 1);
        bits(value, low);
    }

    /** Writes a number of at least 0 in Rice code. */
    public void rice(int value, int low) {
        unary(value >> low, value, low);
    }

    /** Writes the units of a text. */
    public void units(String text) {
        for (int i = 0; i < text.length(); i++) {
            bits(text.charAt(i), Character.SIZE);
        }
    }

    /** Appends a range of the bits of another writer. */
    public void append(BitWriter other, long from, long to) {
        long next = from;
        while (next < to) {
            int index = (int) (next / UNIT);
            int skipped = (int) (next % UNIT);
            int count = (int) Math.min(UNIT - skipped, to - next);
            int unit = (index < other.full ? other.units[index] : other.last()) - FIRST;
            bits(unit >> UNIT - skipped - count, count);
            next += count;
        }
    }

    /** The bits as text; the last unit is filled with zeros. */
    @Override
    public String toString() {
        char[] text = Arrays.copyOf(units, units());
        if (waiting > 0) {
            text[full] = last();
        }
        return new String(text);
    }

    private char last() {
        return (char) (FIRST + (int) (pending << UNIT - waiting & MASK));
    }
}
