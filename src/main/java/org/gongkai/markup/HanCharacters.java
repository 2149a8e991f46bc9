package org.gongkai.markup;

/** Classification of East Asian characters: Han, kana, hangul and full-width punctuation. */
public final class HanCharacters {
    /** Number of characters that determine the language of a text. */
    private static final int BEGINNING = 4000;

    private HanCharacters() {}

    /** Whether a character is East Asian; low surrogates count, as most of them belong to Han characters. */
    public static boolean isCjk(char c) {
        if (c < '\u1100') {
            return false;
        }
        return c <= '\u11ff'
                || c == '\u20a9'
                || (c >= '\u2329' && c <= '\u232a')
                || (c >= '\u2630' && c <= '\u2637')
                || (c >= '\u268a' && c <= '\u268f')
                || (c >= '\u2e80' && c <= '\ua4cf')
                || (c >= '\ua960' && c <= '\ua97f')
                || (c >= '\uac00' && c <= '\ud7ff')
                || (c >= '\ud840' && c <= '\ud8bf')
                || Character.isLowSurrogate(c)
                || (c >= '\uf900' && c <= '\ufaff')
                || (c >= '\ufe00' && c <= '\ufe0e')
                || (c >= '\ufe10' && c <= '\ufe1f')
                || (c >= '\ufe30' && c <= '\ufe6f')
                || (c >= '\uff00' && c <= '\uffee');
    }

    /** Whether a code point is East Asian, excluding other symbols beyond the BMP. */
    public static boolean isCjk(int point) {
        if (point < 0x10000) {
            return isCjk((char) point);
        }
        return (point >= 0x16fe0 && point <= 0x18dff)
                || (point >= 0x1aff0 && point <= 0x1b2ff)
                || (point >= 0x1d300 && point <= 0x1d376)
                || (point >= 0x1f200 && point <= 0x1f265)
                || (point >= 0x20000 && point <= 0x3fffd);
    }

    /** Whether a text is Chinese: more than a tenth of its beginning is. */
    public static boolean isChinese(String text) {
        int looked = Math.min(text.length(), BEGINNING);
        int enough = looked / 10;
        for (int i = 0, found = 0; i < looked; i++) {
            char c = text.charAt(i);
            found += c >= '\u2e80' && isCjk(c) ? 1 : 0;
            if (found > enough) {
                return true;
            }
        }
        return false;
    }

    /** Whether punctuation is used in Chinese and Latin text; it is Chinese when an adjacent character is. */
    public static boolean isShared(char c) {
        return switch (c) {
            case '“', '”', '‘', '’', '—', '…', '·' -> true;
            default -> false;
        };
    }

    /** Whether a line break between these two characters produces no space. */
    public static boolean join(char before, char after) {
        boolean left = isCjk(before);
        boolean right = isCjk(after);
        return (left && right) || (left && isShared(after)) || (right && isShared(before));
    }

    /** Whether a character is used to indent paragraphs: a full-width, no-break or plain space, or a tab. */
    public static boolean isIndent(char c) {
        return c == '\u3000' || c == '\u00a0' || c == ' ' || c == '\t';
    }
}
