package org.gongkai.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.text.Characters;

/** A table whose columns are aligned on a terminal, where a Han character takes two columns. */
public final class TextTable {

    private static final Pattern BLANK = Pattern.compile("(?U)\\s");
    private static final int MAX_WIDTH = 40;
    private static final String GAP = "  ";
    private static final int EMOJI = 0x1F300;

    private final Set<Integer> rightAligned;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param header the names of the columns
     * @param rightAligned the columns of numbers, from 0
     */
    public TextTable(List<String> header, Set<Integer> rightAligned) {
        this.rightAligned = Set.copyOf(rightAligned);
        add(header);
    }

    /** Adds a row with a text for each column; one that is too wide is cut. */
    public void add(List<String> row) {
        rows.add(row.stream()
                .map(text -> cut(BLANK.matcher(text).replaceAll(" "), MAX_WIDTH))
                .toList());
    }

    /** The lines of the table, the header first. */
    public List<String> lines() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < widths.length; i++) {
                String cell = row.get(i);
                String blanks = " ".repeat(widths[i] - width(cell));
                cells.add(rightAligned.contains(i) ? blanks + cell : cell + blanks);
            }
            lines.add(String.join(GAP, cells).stripTrailing());
        }
        return lines;
    }

    /** Columns of a text: none for a combining mark, two for an East Asian character, a full-width form or an emoji. */
    private static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> Characters.isCjk(character) || character >= EMOJI ? 2 : 1;
        };
    }

    /** The beginning of a text that is too wide, with an ellipsis; any other text as it is. */
    private static String cut(String text, int columns) {
        int width = 0;
        int to = 0;
        while (to < text.length() && width < columns) {
            int c = text.codePointAt(to);
            width += width(c);
            to += width < columns ? Character.charCount(c) : 0;
        }
        return width(text) <= columns ? text : text.substring(0, to) + "…";
    }
}
