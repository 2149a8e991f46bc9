package org.gongkai.input.entry;

import java.util.HexFormat;

/**
 * A hash of the letters, digits, points and commas of a body, to find the same text in another file. Line breaks,
 * blanks, other punctuation, emphasis and the header are ignored.
 */
final class TextFingerprint {

    /** Minimum number of these characters; shorter texts are not distinctive. */
    private static final int MIN_CHARACTERS = 40;

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private TextFingerprint() {}

    /**
     * Returns a 64-bit FNV-1a hash as 16 hexadecimal digits; empty if the text is too short.
     *
     * @param text the content of the file
     * @param bodyLine the line, from 1, on which the body begins
     * @param asciiDoc whether the body may begin with an AsciiDoc header
     */
    static String of(String text, int bodyLine, boolean asciiDoc) {
        int at = 0;
        for (int line = 1; line < bodyLine && at >= 0; line++) {
            at = text.indexOf('\n', at) + 1;
            at = at == 0 ? -1 : at;
        }
        long hash = BASIS;
        int counted = 0;
        while (at >= 0 && at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            if (!asciiDoc || !isOfHeader(text, at, end)) {
                for (int i = at; i < end; i++) {
                    char c = text.charAt(i);
                    if (Character.isLetterOrDigit(c) || c == '.' || c == ',') {
                        hash = (hash ^ c) * PRIME;
                        counted++;
                    }
                }
            }
            at = end + 1;
        }
        return counted < MIN_CHARACTERS ? "" : HexFormat.of().toHexDigits(hash);
    }

    /** Returns true if a line is a document title or an attribute entry. */
    private static boolean isOfHeader(String text, int at, int end) {
        return text.startsWith("= ", at)
                || end > at
                        && text.charAt(at) == ':'
                        && text.indexOf(':', at + 1) > 0
                        && text.indexOf(':', at + 1) < end;
    }
}
