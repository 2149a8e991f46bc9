package org.gongkai.feature.search.index;

import java.util.Arrays;
import org.gongkai.text.FullWidth;

/**
 * Maps texts to a form in which variants that readers do not distinguish are equal: full and half width, upper and
 * lower case, kinds of brackets, quotation marks and dashes. Blanks beside Chinese characters are dropped. The script
 * of the search page folds in the same way; both are tested with the same vectors.
 */
public final class TextFolding {

    /** Ends a block in a folded text; no phrase crosses it. */
    public static final char BREAK = '\n';

    private static final char DROPPED = 0;
    private static final char BLANK = ' ';
    /** Characters from here on are written without blanks between them. */
    private static final char FIRST_EAST_ASIAN = 0x2E80;

    private static final String BLANKS = "\t\n\u000b\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
            + "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000";
    private static final String INVISIBLE =
            "\u007f\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff";

    private final char[] folded = table();

    private static char[] table() {
        char[] table = new char[0x10000];
        for (int c = 0; c < table.length; c++) {
            table[c] = FullWidth.narrow((char) c);
        }
        Arrays.fill(table, 0, 0x20, DROPPED);
        put(table, INVISIBLE, DROPPED);
        Arrays.fill(table, 0xfe00, 0xfe10, DROPPED);
        put(table, BLANKS, BLANK);
        put(table, "\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\u300e\u300f\uff02", '"');
        put(table, "\u2018\u2019\u201a\u201b`\u00b4\uff07\uff40", '\'');
        put(table, "\u3001\uff64", ',');
        put(table, "\u3002\uff61", '.');
        put(table, "\u3014\u3010\u3016[\uff3b", '(');
        put(table, "\u3015\u3011\u3017]\uff3d", ')');
        put(table, "\u300a\u3008", '<');
        put(table, "\u300b\u3009", '>');
        put(table, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500", '-');
        put(table, "\u2022\u2027\u2219\u22c5\u30fb\uff65", '\u00b7');
        put(table, "\u301c\u223c", '~');
        for (int c = 0; c < table.length; c++) {
            table[c] = lowerCase(table[c]);
        }
        return table;
    }

    private static void put(char[] table, String from, char to) {
        from.chars().forEach(c -> table[c] = to);
    }

    /** Latin, Greek and Cyrillic capitals; no others, so that the script needs no table. */
    private static char lowerCase(char c) {
        boolean capital = c >= 'A' && c <= 'Z'
                || c >= 0xc0 && c <= 0xde && c != 0xd7
                || c >= 0x391 && c <= 0x3a9
                || c >= 0x410 && c <= 0x42f;
        if (capital) {
            return (char) (c + 0x20);
        }
        return c >= 0x400 && c <= 0x40f ? (char) (c + 0x50) : c;
    }

    /**
     * Folds one block of text.
     *
     * @param to receives the folded text, which is never longer than the block
     * @param start index of its first character
     * @return the index after its last character
     */
    int fold(CharSequence block, char[] to, int start) {
        int end = start;
        boolean blank = false;
        for (int i = 0; i < block.length(); i++) {
            char c = folded[block.charAt(i)];
            if (c == DROPPED) {
                continue;
            }
            if (c == BLANK) {
                blank = true;
                continue;
            }
            if (blank && end > start && to[end - 1] < FIRST_EAST_ASIAN && c < FIRST_EAST_ASIAN) {
                to[end++] = BLANK;
            }
            blank = false;
            to[end++] = c;
        }
        return end;
    }

    /** Folds one block of text. */
    public String fold(String block) {
        char[] to = new char[block.length()];
        return new String(to, 0, fold(block, to, 0));
    }
}
