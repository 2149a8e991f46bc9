package org.gongkai.check.prose;

/**
 * Decides quickly whether a line may be displayed differently from its source: whether markup, character references or
 * zero-width characters are adjacent to digits or to letters of the words that rules search for. Nearly every line is
 * tested, and few need further examination.
 */
final class HiddenTextDetector {

    /** Markup characters that may occur within a number or a word. */
    private static final String MARKS = "*_~`#^+[]<>{}()!\\;&";

    private static final int NUMERAL = 1;

    /** A letter of the words that rules search for. */
    private static final int LETTER = 2;

    private static final char FIRST_IDEOGRAPH = '\u4e00';
    private static final char LAST_IDEOGRAPH = '\u9fff';

    /** The kind of each ideograph; nearly every character of a text is looked up. */
    private static final byte[] KINDS = kinds();

    /** Minimum number of consecutive Chinese numerals that represent a number. */
    static final int MIN_NUMERALS = 11;

    /** Minimum number of digits in a line that contains a personal number or a date. */
    private static final int MIN_DIGITS = 6;

    private HiddenTextDetector() {}

    /**
     * Returns true if a line may contain hidden text.
     *
     * @param text the text that contains the line; an array, which is faster to read before the optimizing compiler
     *     takes effect
     * @param from the offset of its start
     * @param to the offset after its end
     * @param hasAttributes whether names in braces are attribute references
     */
    static boolean mayBeIn(char[] text, int from, int to, boolean hasAttributes) {
        int digits = 0;
        int numerals = 0;
        boolean holdsWord = false;
        boolean touched = false;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c >= FIRST_IDEOGRAPH && c <= LAST_IDEOGRAPH) {
                int kind = kind(c);
                numerals = kind == NUMERAL ? numerals + 1 : 0;
                holdsWord |= kind == LETTER;
                if (numerals >= MIN_NUMERALS) {
                    return true;
                }
            } else if (c > 0x7f) {
                numerals = c == '〇' ? numerals + 1 : 0;
                if (numerals >= MIN_NUMERALS || isInvisible(c) || isOtherDigit(c)) {
                    return true;
                }
                touched |= c == Prose.BLANKED && i > from && isSearchedLetter(text[i - 1]);
            } else if (c >= '0' && c <= '9') {
                digits++;
            } else if (c > ' ' && MARKS.indexOf(c) >= 0) {
                char next = i + 1 < to ? text[i + 1] : ' ';
                if (c == '{' && hasAttributes || c == '&' && isName(next) || c == '\\' && "xuU".indexOf(next) >= 0) {
                    return true;
                }
                touched |= isSearchedLetter(next) || i > from && isSearchedLetter(text[i - 1]);
            }
        }
        return touched && (digits >= MIN_DIGITS || holdsWord);
    }

    private static boolean isName(char c) {
        return c == '#' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static boolean isSearchedLetter(char c) {
        return c > 0x7f ? kind(c) == LETTER : c >= '0' && c <= '9';
    }

    private static int kind(char c) {
        return c >= FIRST_IDEOGRAPH && c <= LAST_IDEOGRAPH ? KINDS[c - FIRST_IDEOGRAPH] : 0;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[LAST_IDEOGRAPH - FIRST_IDEOGRAPH + 1];
        "零一二三四五六七八九".chars().forEach(c -> kinds[c - FIRST_IDEOGRAPH] = NUMERAL);
        "绝机秘密级内部传外出生址".chars().forEach(c -> kinds[c - FIRST_IDEOGRAPH] = LETTER);
        return kinds;
    }

    /** Returns true for a digit other than ASCII and full-width ones, and for a high surrogate that may begin one. */
    static boolean isOtherDigit(char c) {
        return c >= '\u2460' && c <= '\u2473'
                || c == '\ud835'
                || (c < '\u2e80' || c >= '\ua620' && c < '\uac00') && Character.isDigit(c);
    }

    /** Returns true for a zero-width character or a variation selector. */
    static boolean isInvisible(int c) {
        return switch (c) {
            case 0xAD, 0x34F, 0x115F, 0x1160, 0x20E3, 0x3164, 0xFEFF, 0xFFA0 -> true;
            default ->
                c >= 0x180B && c <= 0x180F
                        || c >= 0x200B && c <= 0x200F
                        || c >= 0x202A && c <= 0x202E
                        || c >= 0x2060 && c <= 0x206F
                        || c >= 0xFE00 && c <= 0xFE0F
                        || c >= 0xE0000 && c <= 0xE0FFF;
        };
    }
}
