package org.gongkai.render.model;

import java.util.HexFormat;

/**
 * Computes a 128-bit fingerprint of a sequence of values; values of different types or lengths are distinguished. Not
 * resistant to deliberate collisions: whoever creates one only prevents an update of their own page.
 */
public final class Fingerprint {

    private static final long FIRST = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xC2B2AE3D27D4EB4FL;

    private long one = FIRST;
    private long two = SECOND;
    private char[] chars = new char[64];

    /** Adds a text, or null. */
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
        // Code from the C1 compiler, which is all that a short build gets, is faster with an array.
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

    /** Returns the fingerprint of everything added so far, 32 hexadecimal digits. */
    public String text() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(one ^ two >>> 17) + hex.toHexDigits(two ^ one >>> 13);
    }
}
