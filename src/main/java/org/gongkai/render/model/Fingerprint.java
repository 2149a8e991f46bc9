package org.gongkai.render.model;

import java.util.HexFormat;

/**
 * Takes the fingerprint of values: 128 bits, the same for the same values in the same order, told apart by their lengths and
 * kinds. Not meant to withstand people who look for two texts of one fingerprint: they could only keep their own page as it is.
 */
public final class Fingerprint {

    private static final long FIRST = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xC2B2AE3D27D4EB4FL;

    private long one = FIRST;
    private long two = SECOND;
    private char[] chars = new char[64];

    /** Adds a text, or that there is none. */
    public Fingerprint add(String text) {
        if (text == null) {
            return add(-1);
        }
        add(text.length());
        long a = one;
        long b = two;
        if (chars.length < text.length()) {
            chars = new char[text.length()];
        }
        // The first compiler, which is all that a build gets, is quicker with an array.
        text.getChars(0, text.length(), chars, 0);
        for (int i = 0; i < text.length(); i++) {
            char c = chars[i];
            a = (a ^ c) * FIRST;
            b = (b + c) * SECOND;
            b ^= b >>> 29;
        }
        one = a ^ a >>> 32;
        two = b;
        return this;
    }

    /** Adds a number. */
    public Fingerprint add(long number) {
        one = (one ^ number) * FIRST;
        one ^= one >>> 31;
        two = (two + number) * SECOND;
        two ^= two >>> 29;
        return this;
    }

    /** Everything added so far, 32 hexadecimal digits. */
    public String text() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(one ^ two >>> 17) + hex.toHexDigits(two ^ one >>> 13);
    }
}
