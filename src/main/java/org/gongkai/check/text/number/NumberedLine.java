package org.gongkai.check.text.number;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.text.LineStart;
import org.gongkai.text.Characters;
import org.gongkai.text.ChineseNumeral;

/**
 * The number at the start of a line.
 *
 * @param style its style
 * @param number its value
 * @param start the index of its start
 * @param end the index of the text after it and after blanks
 */
record NumberedLine(Style style, int number, int start, int end) {

    private static final char FIRST_CIRCLE = '①';

    /** Each style as a group of its name. 第三条规定 is a reference, and 一、二季度 means two quarters. */
    private static final Pattern NUMBER =
            Pattern.compile(("第(?:(?<chapter>[0-9N]++)章|(?<article>[0-9N]++)条)(?=[S*]|$)|(?<first>[N]++)、(?![N])"
                            + "|[（(](?:(?<bracket>[0-9][0-9N]{0,2}+)|(?<second>[N][0-9N]{0,2}+))[）)]"
                            + "|(?:(?<dot>[0-9]{1,3}+)[.．]|(?<comma>[0-9]{1,3}+)、)(?![a-zA-Z0-9ａ-ｚＡ-Ｚ０-９]|$)"
                            + "|(?<circle>[①-⑳])")
                    .replace("S", LineStart.BLANKS)
                    .replace("N", ChineseNumeral.ALL));

    /** Numbering styles, each with its own sequence. */
    enum Style {
        CHAPTER("第", "章"),
        ARTICLE("第", "条"),
        FIRST("", "、"),
        SECOND("（", "）"),
        DOT("", "."),
        COMMA("", "、"),
        BRACKET("（", "）"),
        CIRCLE("", "");

        private final String before;
        private final String after;

        Style(String before, String after) {
            this.before = before;
            this.after = after;
        }

        /** Formats a number in this style. */
        String write(int number) {
            return before
                    + switch (this) {
                        case DOT, COMMA, BRACKET -> Integer.toString(number);
                        case CIRCLE -> Character.toString(FIRST_CIRCLE + number - 1);
                        default -> ChineseNumeral.format(number);
                    }
                    + after;
        }
    }

    /** Returns true if there are blanks between the number and the text. */
    boolean isSpaced(String text) {
        return end > 0 && Characters.isSpace(text.charAt(end - 1));
    }

    /** Returns the number of a line; null if there is none. */
    static NumberedLine of(String text) {
        int start = LineStart.words(text);
        Matcher found = NUMBER.matcher(text).region(start, text.length());
        if (!found.lookingAt()) {
            return null;
        }
        for (Style style : Style.values()) {
            String digits = found.group(style.name().toLowerCase(Locale.ROOT));
            if (digits != null) {
                int number = style == Style.CIRCLE ? digits.charAt(0) - FIRST_CIRCLE + 1 : ChineseNumeral.parse(digits);
                NumberedLine line = new NumberedLine(style, number, start, LineStart.skipBlanks(text, found.end()));
                return number < 1 || line.isNested(text, found.end()) ? null : line;
            }
        }
        return null;
    }

    /** Nested items belong to lists that Markdown numbers itself. */
    private boolean isNested(String text, int behind) {
        return (style == Style.DOT || style == Style.COMMA)
                && end > behind
                && (start > 1 && text.charAt(0) == ' ' || start > 0 && text.charAt(0) == '\t');
    }
}
