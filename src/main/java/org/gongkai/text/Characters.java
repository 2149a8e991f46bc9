package org.gongkai.text;

/** Classes of characters: Han, East Asian characters and their punctuation, numerals, blanks. */
public final class Characters {

    /** The Han characters of the common blocks and the rarer ones, for classes of regular expressions. */
    public static final String HAN = "\\u4e00-\\u9fff\\u3400-\\u4dbf〇\\x{20000}-\\x{323af}";

    /** Maximum length of a sentence that is searched, to bound the time. */
    public static final int SENTENCE = 300;

    /** Number of characters that determine the language of a text. */
    private static final int BEGINNING = 4000;

    private static final String CLOSING = "”’）》】〉〕，。、；：？！";
    private static final String OPENING = "“‘（《【〈〔";

    private Characters() {}

    /**
     * Returns true for a Han character of the common blocks, or a high surrogate that may begin a rarer one, which
     * excludes those of emoji.
     */
    public static boolean isHan(char c) {
        return (c >= '\u4e00' && c <= '\u9fff')
                || (c >= '\u3400' && c <= '\u4dbf')
                || c == '〇'
                || (c >= '\ud840' && c <= '\ud888')
                || Character.isLowSurrogate(c);
    }

    /** Returns true for a Han character, or a mark that may begin Chinese text. */
    public static boolean beginsHan(char c) {
        return isHan(c) || OPENING.indexOf(c) >= 0;
    }

    /** Returns true for full-width punctuation. */
    public static boolean isHanMark(char c) {
        return CLOSING.indexOf(c) >= 0 || OPENING.indexOf(c) >= 0;
    }

    /** Returns true for an ASCII or full-width letter or digit. */
    public static boolean isLatin(char c) {
        char narrow = FullWidth.narrow(c);
        return (narrow >= 'A' && narrow <= 'Z') || (narrow >= 'a' && narrow <= 'z') || isDigit(narrow);
    }

    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    public static boolean isNumeral(char c) {
        return ChineseNumeral.ALL.indexOf(c) >= 0;
    }

    /** Returns true for a digit or a numeral. */
    public static boolean isNumber(char c) {
        return isDigit(c) || isNumeral(c);
    }

    /** Returns true for a blank of any width. */
    public static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0' || c == '\u3000' || c == '\r' || c == '\u2002' || c == '\u2003';
    }

    /** The character at an index, or a space outside the text. */
    public static char at(String text, int index) {
        return index < 0 || index >= text.length() ? ' ' : text.charAt(index);
    }

    /** A class of characters. */
    public interface Kind {
        boolean has(char c);
    }

    /** Returns the end of the run of characters of a class that begins at an index. */
    public static int end(CharSequence text, int from, Kind kind) {
        int end = from;
        while (end < text.length() && kind.has(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Returns the beginning of the run of characters of a class that ends at an index. */
    public static int start(CharSequence text, int end, Kind kind) {
        int start = end;
        while (start > 0 && kind.has(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** The characters around an index, up to a number on either side. */
    public static String around(String text, int i, int reach) {
        return text.substring(Math.max(0, i - reach), Math.min(text.length(), i + reach + 1))
                .strip();
    }

    /** Returns the index of a character at or after another index within the length of a sentence, or -1. */
    public static int near(String text, char c, int from) {
        int end = Math.min(text.length(), from + SENTENCE);
        for (int i = Math.max(0, from); i < end; i++) {
            if (text.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }

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

    /**
     * Whether a punctuation character is used in both Chinese and Latin text; it is Chinese if an adjacent character
     * is.
     */
    public static boolean isShared(char c) {
        return switch (c) {
            case '“', '”', '‘', '’', '—', '…', '·' -> true;
            default -> false;
        };
    }

    /** Whether a line break between two characters is not a space. */
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
