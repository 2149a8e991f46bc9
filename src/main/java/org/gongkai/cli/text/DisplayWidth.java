package org.gongkai.cli.text;

import org.gongkai.text.Characters;

/** The columns that a character takes on a terminal: two if it is East Asian, a full-width form or an emoji. */
final class DisplayWidth {

    private static final int EMOJI = 0x1F300;

    private DisplayWidth() {}

    /** Columns of a character: 0 for combining marks, 2 for wide characters, 1 for all others. */
    static int of(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> Characters.isCjk(character) || character >= EMOJI ? 2 : 1;
        };
    }

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    /** The beginning of a text that is too wide, with an ellipsis; any other text as it is. */
    static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        int width = 0;
        int to = 0;
        while (to < text.length()) {
            int c = text.codePointAt(to);
            width += of(c);
            if (width > columns - 1) {
                break;
            }
            to += Character.charCount(c);
        }
        return text.substring(0, to) + "…";
    }
}
