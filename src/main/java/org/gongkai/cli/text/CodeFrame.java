package org.gongkai.cli.text;

import java.util.List;
import org.gongkai.problem.Masked;

/** A line of a file with a caret below one of its characters, aligned as a terminal displays both. */
public record CodeFrame(AnsiStyle style) {

    /** Columns of the line that are shown. */
    private static final int WIDTH = 90;

    private static final int TAB = 4;

    /**
     * Draws the line and the caret.
     *
     * @param number number of the line
     * @param text the line
     * @param column column of the character, from 1; one past the last character means the end of the line
     */
    public List<String> lines(int number, String text, int column) {
        int characters = text.codePointCount(0, text.length());
        int at = text.offsetByCodePoints(0, Math.max(0, Math.min(column - 1, characters)));
        String masked = Masked.of(text);
        String before = shown(masked.substring(0, at), 0);
        String after = shown(masked.substring(at), DisplayWidth.of(before));
        if (DisplayWidth.of(before) + DisplayWidth.of(after) > WIDTH) {
            int forAfter = Math.min(DisplayWidth.of(after), WIDTH / 2);
            before = endOf(before, WIDTH - forAfter);
            after = startOf(after, WIDTH - DisplayWidth.of(before));
        }
        String gutter = String.valueOf(number);
        return List.of(
                style.faint("  " + gutter + " | ") + (before + after).stripTrailing(),
                style.faint("  " + " ".repeat(gutter.length()) + " | ")
                        + " ".repeat(DisplayWidth.of(before))
                        + style.error("^"));
    }

    /** Expands tabs and replaces characters that would move the cursor. */
    private static String shown(String text, int from) {
        StringBuilder shown = new StringBuilder();
        int width = from;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\t') {
                int spaces = TAB - width % TAB;
                shown.append(" ".repeat(spaces));
                width += spaces;
            } else {
                int safe = Character.isISOControl(c) || DisplayWidth.isDirection(c) ? '\uFFFD' : c;
                shown.appendCodePoint(safe);
                width += DisplayWidth.of(safe);
            }
        }
        return shown.toString();
    }

    private static String endOf(String text, int columns) {
        int width = DisplayWidth.of(text);
        int from = 0;
        if (width <= columns) {
            return text;
        }
        while (from < text.length() && width > columns - 1) {
            int c = text.codePointAt(from);
            width -= DisplayWidth.of(c);
            from += Character.charCount(c);
        }
        return "…" + text.substring(from);
    }

    private static String startOf(String text, int columns) {
        if (DisplayWidth.of(text) <= columns) {
            return text;
        }
        int width = 0;
        int to = 0;
        while (to < text.length()) {
            int c = text.codePointAt(to);
            if (width + DisplayWidth.of(c) > columns - 1) {
                break;
            }
            width += DisplayWidth.of(c);
            to += Character.charCount(c);
        }
        return text.substring(0, to) + "…";
    }
}
