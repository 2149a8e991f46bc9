package org.gongkai.feature.search.pack;

import org.gongkai.feature.search.key.KeyFiles;

/** Reads what {@link BitWriter} has written. */
public final class BitReader {

    private final String units;
    private long position;

    public BitReader(String units) {
        this.units = units;
    }

    /** Whether an entry follows: every entry is longer than a unit, and what fills the last unit is shorter. */
    public boolean hasMore() {
        return (long) BitWriter.UNIT * units.length() - position > BitWriter.UNIT;
    }

    public int bits(int count) {
        int value = 0;
        int left = count;
        while (left > 0) {
            int available = BitWriter.UNIT - (int) (position % BitWriter.UNIT);
            int taken = Math.min(left, available);
            int unit = units.charAt((int) (position / BitWriter.UNIT)) - BitWriter.FIRST;
            value = value << taken | unit >>> available - taken & (1 << taken) - 1;
            position += taken;
            left -= taken;
        }
        return value;
    }

    private int unary() {
        int value = 0;
        while (bits(1) == 1) {
            value++;
        }
        return value;
    }

    public int gamma() {
        int width = unary();
        return 1 << width | bits(width);
    }

    public int golomb(int low) {
        int high = gamma() - 1;
        return high << low | bits(low);
    }

    public int rice(int low) {
        int high = unary();
        return high << low | bits(low);
    }

    /** Reads some units of text. */
    public String units(int count) {
        StringBuilder text = new StringBuilder();
        while (text.length() < count) {
            text.append((char) bits(Character.SIZE));
        }
        return text.toString();
    }

    /** Reads a key that {@link KeyFiles} wrote after another. */
    public String key(String previous) {
        int ended = gamma() - 1;
        int added = gamma();
        StringBuilder key = new StringBuilder(previous).delete(previous.length() - ended, previous.length());
        key.append(
                (char) (ended > 0 ? previous.charAt(previous.length() - ended) + 1 + golomb(5) : bits(Character.SIZE)));
        return key.append(units(added - 1)).toString();
    }
}
