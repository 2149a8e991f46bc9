package org.gongkai.check.prose;

/**
 * Tells quickly whether a line may look otherwise to its readers than to a rule: whether marks, references or characters without
 * width touch digits or letters of the words that rules look for. Nearly every line is asked, and few are looked at closer.
 */
final class HiddenLetters {

    /** Marks that may stand within a number or a word. */
    private static final String MARKS = "*_~`#^+[]<>{}()!\\;&";

    private static final int NUMERAL = 1;

    /** A letter of the words that rules look for. */
    private static final int LETTER = 2;

    /** Fewest numerals in a row that are the digits of a number. */
    static final int NUMERALS_IN_A_ROW = 11;

    /** Fewest digits in a line that holds a number of a person, or a day. */
    private static final int FEW_DIGITS = 6;

    private HiddenLetters() {}

    /**
     * Whether a line may hide something.
     *
     * @param text the text in which it stands; an array, because the first compiler reads one several times faster
     * @param from where it begins
     * @param to after its end
     * @param hasAttributes whether names in braces stand for what is said elsewhere
     */
    static boolean mayBeIn(char[] text, int from, int to, boolean hasAttributes) {
        int digits = 0;
        int numerals = 0;
        boolean holdsWord = false;
        boolean touched = false;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c >= '\u4e00' && c <= '\u9fff') {
                int kind = kind(c);
                numerals = kind == NUMERAL ? numerals + 1 : 0;
                holdsWord |= kind == LETTER;
                if (numerals >= NUMERALS_IN_A_ROW) {
                    return true;
                }
            } else if (c > 0x7f) {
                numerals = c == '〇' ? numerals + 1 : 0;
                if (numerals >= NUMERALS_IN_A_ROW || isUnseen(c) || isOddDigit(c)) {
                    return true;
                }
                touched |= c == Prose.BLANKED && i > from && isSought(text[i - 1]);
            } else if (c >= '0' && c <= '9') {
                digits++;
            } else if (c > ' ' && MARKS.indexOf(c) >= 0) {
                char next = i + 1 < to ? text[i + 1] : ' ';
                if (c == '{' && hasAttributes || c == '&' && isName(next) || c == '\\' && "xuU".indexOf(next) >= 0) {
                    return true;
                }
                touched |= isSought(next) || i > from && isSought(text[i - 1]);
            }
        }
        return touched && (digits >= FEW_DIGITS || holdsWord);
    }

    private static boolean isName(char c) {
        return c == '#' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static boolean isSought(char c) {
        return c > 0x7f ? kind(c) == LETTER : c >= '0' && c <= '9';
    }

    static boolean isNumeral(char c) {
        return c == '〇' || kind(c) == NUMERAL;
    }

    private static int kind(char c) {
        return switch (c) {
            case '零', '一', '二', '三', '四', '五', '六', '七', '八', '九' -> NUMERAL;
            case '绝', '机', '秘', '密', '级', '内', '部', '传', '外', '出', '生', '址' -> LETTER;
            default -> 0;
        };
    }

    /** A digit that is neither of ASCII nor of full width, or the first half of a pair that may be one. */
    static boolean isOddDigit(char c) {
        return c >= '\u2460' && c <= '\u2473'
                || c == '\ud835'
                || (c < '\u2e80' || c >= '\ua620' && c < '\uac00') && Character.isDigit(c);
    }

    /** A character without width, or one that only changes how its neighbours look. */
    static boolean isUnseen(int c) {
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
