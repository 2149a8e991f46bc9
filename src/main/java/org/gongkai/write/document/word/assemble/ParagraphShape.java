package org.gongkai.write.document.word.assemble;

import org.gongkai.write.document.Block.Alignment;

/**
 * How a paragraph is set. Lengths are twentieths of a point.
 *
 * @param heading level of a heading, 0 for the title of the document; -1 for no heading
 * @param alignment how it is aligned by name
 * @param label its automatic number or bullet
 * @param indent where its first line begins, from the left edge of the text
 * @param width width of the text
 * @param character width of one Chinese character
 * @param rightTab whether its first tab stop aligns to the right
 * @param breakBefore whether it begins on a new page
 * @param line whether it has a border above or below that makes it a line if it is empty
 * @param cell whether it is in a cell of a table, whose number may be all that the cell shows
 */
public record ParagraphShape(
        int heading,
        Alignment alignment,
        ListLabel label,
        int indent,
        int width,
        int character,
        boolean rightTab,
        boolean breakBefore,
        boolean line,
        boolean cell) {

    private static final int TAB = 420;
    private static final int LONGEST_PUSHED = 40;

    /** Returns true if a text begins so far to the right that it is meant to stand there, as a signature does. */
    boolean isPushedRight(String text) {
        String content = text.strip();
        if (cell || alignment != Alignment.LEFT || content.length() > LONGEST_PUSHED || content.isEmpty()) {
            return false;
        }
        if (rightTab && text.startsWith("\t") && content.indexOf('\t') < 0) {
            return true;
        }
        if (content.indexOf('\t') >= 0 || content.indexOf('\n') >= 0) {
            return false;
        }
        int from = indent;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)) || isBlank(text, i); i++) {
            char c = text.charAt(i);
            from += c == '\t' ? TAB - from % TAB : c == '\u3000' ? character : character / 2;
        }
        return from >= width / 2;
    }

    private static boolean isBlank(String text, int i) {
        return i < text.length() && text.charAt(i) == '\u00A0';
    }
}
