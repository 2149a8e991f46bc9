package org.gongkai.markup.markdown.parse;

import org.gongkai.text.Characters;
import org.gongkai.text.PlainAsterisks;

/**
 * The characters on both sides of a delimiter run, which determine whether it may open or close emphasis. CommonMark
 * requires a space between {@code ：**} and the next word; Chinese has no spaces, so that punctuation next to Han does
 * not prevent a run from opening or closing (markdown-cjk-friendly's amendment of CommonMark §6.2). Before a mark that
 * ends something, as in {@code 张*、李*}, and beside digits a run is text.
 *
 * @param before code point before the run, the one that a variation selector varies; a line end at the beginning
 * @param after code point behind the run; a line end at the end
 * @param isVaried whether a variation selector stands between {@code before} and the run
 * @param isPlain whether the run consists of asterisks that mark nothing
 */
public record FlankingCharacters(int before, int after, boolean isVaried, boolean isPlain) {
    private static final String ENDS = "、，。；：！？）》】」』";

    public static FlankingCharacters of(CharSequence text, int from, int to) {
        int before = from == 0 ? '\n' : Character.codePointBefore(text, from);
        int start = from - Character.charCount(before);
        boolean isVaried = before >= 0xfe00 && before <= 0xfe0e && start > 0;
        return new FlankingCharacters(
                isVaried ? Character.codePointBefore(text, start) : before,
                to == text.length() ? '\n' : Character.codePointAt(text, to),
                isVaried,
                text.charAt(from) == '*' && PlainAsterisks.isBesideDigits(text, from, to));
    }

    public boolean opens() {
        return !isPlain
                && !isBlank(after)
                && ENDS.indexOf(after) < 0
                && (!isLatinMark(after) || isBlank(before) || isLatinMarkBefore() || isChineseBefore());
    }

    public boolean closes() {
        return !isPlain
                && !isBlank(before)
                && (!isLatinMarkBefore() || isBlank(after) || isLatinMark(after) || Characters.isCjk(after));
    }

    boolean isAfterBlank() {
        return isBlank(before);
    }

    boolean isBeforeBlank() {
        return isBlank(after);
    }

    boolean isAfterMark() {
        return isMark(before);
    }

    boolean isBeforeMark() {
        return isMark(after);
    }

    private boolean isChineseBefore() {
        // Ideographic variation selectors follow Han characters only.
        return Characters.isCjk(before) || isVariedQuote() || (before >= 0xe0100 && before <= 0xe01ef);
    }

    private boolean isLatinMarkBefore() {
        return isLatinMark(before) && !isVariedQuote();
    }

    /** Quotation marks that Chinese and Latin share, made full-width by a selector. */
    private boolean isVariedQuote() {
        return isVaried && before < 0x10000 && Characters.isShared((char) before);
    }

    private static boolean isLatinMark(int point) {
        return isMark(point) && !Characters.isCjk(point);
    }

    private static boolean isBlank(int point) {
        return point == '\n'
                || point == '\t'
                || point == '\r'
                || point == '\f'
                || Character.getType(point) == Character.SPACE_SEPARATOR;
    }

    /** Whether a code point is punctuation or a symbol, as in CommonMark from 0.31 on. */
    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }
}
