package org.gongkai.markup;

/** Which characters are Chinese writing: Han, kana, hangul and their full-width punctuation. */
public final class HanCharacters {
    /** So many characters tell in which language a text is written. */
    private static final int BEGINNING = 4000;

    private HanCharacters() {}

    /** Chinese character or full-width mark; half of a surrogate pair counts, as Han beyond the BMP are written so. */
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

    /** The same of a whole character: Han, kana and their kin beyond the BMP, no other symbols. */
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

    /** Whether a text is written in Chinese: a tenth of what it was begun with is, names and code in it may be Latin. */
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

    /** Marks that Chinese and Latin share; they are Chinese when their neighbour is. */
    public static boolean isShared(char c) {
        return switch (c) {
            case '“', '”', '‘', '’', '—', '…', '·' -> true;
            default -> false;
        };
    }

    /** Whether nothing stands between these two characters when a line ended there. */
    public static boolean join(char before, char after) {
        boolean left = isCjk(before);
        boolean right = isCjk(after);
        return (left && right) || (left && isShared(after)) || (right && isShared(before));
    }

    /** A blank that people type to indent a paragraph: full-width, no-break or plain. */
    public static boolean isIndent(char c) {
        return c == '\u3000' || c == '\u00a0' || c == ' ' || c == '\t';
    }
}
