package org.gongkai.input.entry;

import java.util.HexFormat;

/**
 * A hash of what a body says, by which the same text is known again in another file. Only letters and digits count, so that
 * new lines, blanks, marks and emphasis make no other text of it; a header does not count.
 */
final class TextFingerprint {

    /** A text of fewer letters and digits says what many others say, too. */
    private static final int TELLING = 40;

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private TextFingerprint() {}

    /**
     * The hash, FNV-1a of 64 bits, 16 hexadecimal digits; empty if the text is too short to tell anything.
     *
     * @param text the whole text of a file
     * @param bodyLine line, from 1, on which its body begins
     * @param asciiDoc whether a header may stand in the body, as that of AsciiDoc does
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
                    if (Character.isLetterOrDigit(c)) {
                        hash = (hash ^ c) * PRIME;
                        counted++;
                    }
                }
            }
            at = end + 1;
        }
        return counted < TELLING ? "" : HexFormat.of().toHexDigits(hash);
    }

    /** Whether a line is the title of a document or sets an attribute. */
    private static boolean isOfHeader(String text, int at, int end) {
        return text.startsWith("= ", at)
                || end > at
                        && text.charAt(at) == ':'
                        && text.indexOf(':', at + 1) > 0
                        && text.indexOf(':', at + 1) < end;
    }
}
